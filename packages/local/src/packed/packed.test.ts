import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../launcher/places.ts'

// The two packages as npm would hand them out, in a project that knows nothing of this repository.

const bin = (name: string): string => join(ROOT, 'node_modules', name)
const PNPM = bin('pnpm/bin/pnpm.cjs')
const installed = (path: string): string => realpathSync(join(ROOT, path))

let folder = ''
let project = ''
let tarballs: Record<'sdk' | 'widget', string>

function run(script: string, args: string[], cwd: string): string {
  // What vitest sets would make Vite build for tests; what npm sets speaks of another project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|VITE_|NODE_ENV$|NODE_OPTIONS$)/i.test(name)),
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', script, ...args], {
    cwd,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed:\n${stdout}\n${stderr}`)
  return stdout
}

function pack(name: 'sdk' | 'widget'): string {
  run(PNPM, ['pack', '--pack-destination', folder], join(ROOT, 'packages', name))
  return join(
    folder,
    readdirSync(folder).find((file) => file.startsWith(`foyer-${name}`) && file.endsWith('.tgz')) ?? '',
  )
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-packed-'))
  project = mkdtempSync(join(tmpdir(), 'foyer-project-'))
  tarballs = { sdk: pack('sdk'), widget: pack('widget') }
  const ours = { '@foyer/sdk': `file:${tarballs.sdk}`, '@foyer/widget': `file:${tarballs.widget}` }
  // From what is installed here already, so that no network is needed.
  const linked = (name: string) => `link:${installed(`packages/widget/node_modules/${name}`)}`
  const theirs = { lit: linked('lit'), 'livekit-client': linked('livekit-client') }
  const manifest = {
    name: 'a-shop',
    private: true,
    type: 'module',
    dependencies: ours,
    devDependencies: {
      vite: `link:${installed('packages/local/node_modules/vite')}`,
      typescript: `link:${installed('node_modules/@typescript/native')}`,
    },
    pnpm: { overrides: { ...ours, ...theirs } },
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  writeFileSync(
    join(project, 'index.html'),
    '<!doctype html><html lang="en"><title>A shop</title><script type="module" src="/main.ts"></script></html>',
  )
  writeFileSync(join(project, 'main.ts'), MAIN)
  const compilerOptions = {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    strict: true,
    noEmit: true,
    lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: [],
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['main.ts'] }))
  run(PNPM, ['install', '--offline', '--ignore-workspace', '--ignore-scripts'], project)
}, 120_000)

afterAll(() => {
  for (const each of [folder, project]) rmSync(each, { recursive: true, force: true })
})

const MAIN = `import { createFoyer, FoyerError, type StreamEvent } from '@foyer/sdk'
import { createAdmin, type Answer } from '@foyer/sdk/admin'
import { type Call, startCall } from '@foyer/sdk/voice'
import '@foyer/widget/auto'
import type { FoyerWidget } from '@foyer/widget'

const widget = document.createElement('foyer-widget') as FoyerWidget
widget.publishableKey = 'pk_test_1'
document.body.append(widget)
widget.addEventListener('foyer-open', () => console.log('open'))

export async function ask(text: string): Promise<StreamEvent[]> {
  const foyer = createFoyer({ publishableKey: 'pk_test_1', baseUrl: 'https://foyer.test' })
  const heard: StreamEvent[] = []
  try {
    for await (const event of foyer.conversation.send(text)) heard.push(event)
    return heard
  } catch (error) {
    if (error instanceof FoyerError && error.retryable) return []
    throw error
  }
}
export const answer = (key: string): Promise<Answer> => createAdmin({ baseUrl: 'https://foyer.test', key }).conversations.ask('Hello?')
export const call = (): Call => startCall(createFoyer({ publishableKey: 'pk_test_1' }), { call: { recording: 'not_asked', noticeVersion: '1' } })
console.log(ask, answer, call)
`

test('a fresh Vite project type-checks against them, declarations included, and builds', { timeout: 120_000 }, () => {
  expect(run(join(project, 'node_modules/typescript/bin/tsc'), ['-p', project], project)).toBe('')
  run(join(project, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'error'], project)
  const built = readdirSync(join(project, 'dist/assets')).map((file) =>
    readFileSync(join(project, 'dist/assets', file), 'utf8'),
  )
  expect(built.join('')).toContain('foyer-widget')
})

test('a server imports both without a page around it', () => {
  const script = join(project, 'server.mjs')
  writeFileSync(
    script,
    `import { createAdmin } from '@foyer/sdk/admin'\nimport { FoyerWidget } from '@foyer/widget'\nconsole.log(typeof createAdmin, typeof FoyerWidget)\n`,
  )
  expect(run(script, [], project)).toBe('function function\n')
})

test('the command line comes with it', () => {
  expect(run(join(project, 'node_modules/@foyer/sdk/dist/cli/foyer.js'), ['--help'], project)).toContain('foyer ask')
  expect(run(join(project, 'node_modules/@foyer/sdk/dist/cli/foyer-admin.js'), ['--help'], project)).toContain(
    'foyer-admin tenants',
  )
})

test.each(['sdk', 'widget'] as const)(
  'the %s package is in order, and its types are right for every resolver that reads modules',
  { timeout: 60_000 },
  (name) => {
    expect(run(bin('publint/src/cli.js'), ['run', tarballs[name], '--strict'], folder)).toContain('All good')
    run(
      bin('@arethetypeswrong/cli/dist/index.js'),
      [tarballs[name], '--profile', 'esm-only', '--format', 'json'],
      folder,
    )
  },
)
