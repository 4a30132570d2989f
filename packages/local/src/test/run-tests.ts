// npm test: every runner, one after the other, and the total alone on the last line.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import { onStop } from '../launcher/stop.ts'

type Counts = { passed: number; failed: number; skipped: number }
type Runner = { name: string; args: string[]; cwd?: string; env?: Record<string, string> }

const bin = (path: string): string => join(ROOT, 'node_modules', path)
const vitest = (...projects: string[]): string[] => [
  bin('vitest/vitest.mjs'),
  'run',
  ...projects.flatMap((name) => ['--project', name]),
]
const WIDGET = join(ROOT, 'packages/widget')

const RUNNERS: Runner[] = [
  {
    name: 'pure code, and the system on the embedded database',
    args: vitest('unit', 'system'),
    env: { FOYER_TEST_DATABASE: 'pglite' },
  },
  { name: 'stores and laws on a PostgreSQL server', args: vitest('system'), env: { FOYER_TEST_DATABASE: 'server' } },
  { name: 'calls, spoken and heard', args: vitest('voice') },
  {
    name: 'the widget in a browser',
    args: [join(WIDGET, 'node_modules/@web/test-runner/dist/bin.js')],
    cwd: WIDGET,
  },
]

async function run({ name, args, cwd = ROOT, env = {} }: Runner, folder: string, more: string[]): Promise<Counts> {
  const countsFile = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`)
  const isVitest = args[0]?.includes('vitest') ?? false
  const report = isVitest
    ? [
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${countsFile}`,
        ...(more.length > 0 ? ['--passWithNoTests', ...more] : []),
      ]
    : []
  process.stdout.write(`\n── ${name}\n`)
  const started = Date.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args, ...report], {
    cwd,
    env: { ...process.env, ...env, FOYER_TEST_COUNTS: countsFile },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  running = () => child.kill('SIGTERM')
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  const counts = await readCounts(countsFile)
  if (code !== 0 && counts.failed === 0) counts.failed += 1
  process.stdout.write(`── ${name}: ${inWords(counts)} (${Math.round((Date.now() - started) / 1000)} s)\n`)
  return counts
}

let running: () => void = () => undefined

type VitestReport = {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** vitest's JSON report, or {passed, failed, skipped} as our web-test-runner reporter writes it. */
async function readCounts(path: string): Promise<Counts> {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(await readFile(path, 'utf8')) as VitestReport | Counts
  if ('passed' in report) return report
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const inWords = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

const folder = await mkdtemp(join(tmpdir(), 'foyer-tests-'))
onStop(async () => {
  running()
  await rm(folder, { recursive: true, force: true })
  return 130
})
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
// Names of files narrow vitest's runs, and leave out the others.
const named = process.argv.slice(2)
for (const runner of RUNNERS.filter(({ args }) => named.length === 0 || args[0]?.includes('vitest'))) {
  const counts = await run(runner, folder, named)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
}
await rm(folder, { recursive: true, force: true })
process.stdout.write(`\n${inWords(total)}\n`)
process.exit(total.failed === 0 ? 0 : 1)
