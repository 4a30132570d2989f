import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '../database/pid-lock.ts'
import { buildPages } from '../pages/build-pages.ts'
import { offlineEnvironment } from './environment.ts'
import { ROOT } from './places.ts'

const SERVED = join(ROOT, 'dist/assets')
const BUILDS = ['widget/build/build.ts', 'dashboard/build/build.ts'].map((path) => join(ROOT, 'packages', path))
const HEADERS = ['widget/pages/_headers', 'dashboard/build/_headers', 'local/src/pages/_headers'].map((path) =>
  join(ROOT, 'packages', path),
)

/** Builds what the worker serves as files: the widget, its pages, the dashboard, the guides, the API reference. One build at a time. */
export async function buildAssets(): Promise<void> {
  const lock = await patientLock(join(ROOT, 'dist/.building'))
  try {
    mkdirSync(SERVED, { recursive: true })
    await Promise.all([...BUILDS.map(run), buildPages(SERVED)])
    const headers = HEADERS.map((path) => readFileSync(path, 'utf8').trimEnd())
    writeFileSync(join(SERVED, '_headers'), `${headers.join('\n')}\n`)
  } finally {
    lock.release()
  }
}

async function patientLock(path: string): Promise<{ release(): void }> {
  for (let attempt = 0; ; attempt++) {
    const lock = takeLock(path)
    if ('release' in lock) return lock
    if (attempt === 600)
      throw new Error(`Process ${lock.heldBy} has been building for a minute. End it, and try again.`)
    await sleep(100)
  }
}

async function run(build: string): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', build], {
    env: offlineEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const code = await new Promise<number | null>((resolve) =>
    child.once('close', resolve).once('error', () => resolve(null)),
  )
  if (code !== 0) throw new Error(`${build} failed:\n${words.trim().slice(-4000)}`)
}
