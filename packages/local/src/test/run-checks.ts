// `pnpm check`: what keeps the house in order. No network, no database; each check says in a line what it holds.

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import { installAgent, isAgentInstalled } from '../voice/agent-modules.ts'
import { brokenDocPaths } from './doc-paths.ts'

interface Check {
  name: string
  /** Words of a command, or a function that returns what is wrong ('' when nothing is). */
  run: string[] | (() => Promise<string>)
}

/** What npm would publish is packed first: publishConfig points the exports at dist. */
const typesOfPacked = (name: string): string =>
  `folder=$(mktemp -d) && pnpm --silent --dir packages/${name} pack --pack-destination "$folder" >/dev/null && attw "$folder"/*.tgz --profile esm-only; code=$?; rm -rf "$folder"; exit $code`

const tsc = (project: string): string[] => ['node', 'node_modules/@typescript/native/bin/tsc', '-p', project]

// CI waits for the agent's modules; elsewhere what is not there is left out, and said.
const hasAgent = isAgentInstalled('development') || !!process.env['CI']
if (hasAgent) await installAgent('development', console.log)
else console.log('left out: lint and types of the agent, whose modules voice:latency installs')

const checks: Check[] = [
  { name: 'format', run: ['oxfmt', '--check', 'packages', 'examples'] },
  {
    name: 'lint',
    run: [
      'oxlint',
      '--type-aware',
      ...(hasAgent ? [] : ['--ignore-pattern', 'packages/agent/**']),
      'packages',
      'examples',
    ],
  },
  { name: 'floors', run: ['depcruise', 'packages', '--config', '.dependency-cruiser.cjs'] },
  { name: 'types: worker', run: tsc('packages/worker/tsconfig.json') },
  { name: 'types: worker tests', run: tsc('packages/worker/tsconfig.test.json') },
  { name: 'types: sdk', run: tsc('packages/sdk/tsconfig.json') },
  { name: 'types: sdk tests', run: tsc('packages/sdk/tsconfig.test.json') },
  { name: 'types: examples', run: tsc('examples/npm-sdk/tsconfig.json') },
  { name: 'types: widget', run: tsc('packages/widget/tsconfig.json') },
  { name: 'types: dashboard', run: tsc('packages/dashboard/tsconfig.json') },
  { name: 'types: local, and e2e', run: tsc('packages/local/tsconfig.json') },
  ...(hasAgent ? [{ name: 'types: agent', run: tsc('packages/agent/tsconfig.json') }] : []),
  { name: 'unused', run: ['knip', '--no-progress'] },
  {
    name: 'openapi.json is up to date',
    run: () =>
      unchanged('packages/worker/openapi.json', [
        'node',
        '--disable-warning=ExperimentalWarning',
        'packages/worker/openapi.ts',
      ]),
  },
  { name: 'paths that the docs cite exist', run: () => brokenDocPaths(ROOT) },
  {
    name: 'packages: publint',
    run: ['pnpm', '--filter', '@foyer/sdk', '--filter', '@foyer/widget', 'run', 'lint:package'],
  },
  { name: 'packages: types resolve', run: ['sh', '-c', typesOfPacked('sdk')] },
  { name: 'sizes', run: ['size-limit'] },
]

const waiting = checks.entries()
const failed: string[] = []

async function work(): Promise<void> {
  for (const [, check] of waiting) {
    const from = Date.now()
    const wrong = typeof check.run === 'function' ? await check.run() : await failureOf(check.run)
    const seconds = ((Date.now() - from) / 1000).toFixed(1)
    console.log(`${wrong === '' ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`)
    if (wrong === '') continue
    failed.push(check.name)
    console.log(wrong)
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
console.log(failed.length === 0 ? 'Every check passes.' : `Failed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1

async function failureOf([command = '', ...args]: string[]): Promise<string> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      words += error.message
      resolve(1)
    })
    child.once('close', resolve)
  })
  return code === 0 ? '' : words.trim().slice(-6000) || `It ended with code ${code}.`
}

/** Runs the generator and puts the file back when it differs: a check changes nothing. */
async function unchanged(file: string, command: string[]): Promise<string> {
  const path = join(ROOT, file)
  const before = readFileSync(path, 'utf8')
  const wrong = await failureOf(command)
  if (wrong !== '') return wrong
  if (readFileSync(path, 'utf8') === before) return ''
  writeFileSync(path, before)
  return `${file} is not what the routes say. Run: ${command.join(' ')}`
}
