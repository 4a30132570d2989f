import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { offlineEnvironment } from './environment.ts'
import { CACHE, ROOT } from './places.ts'

/**
 * A worker bundled once, and the configuration that runs the bundle as it is. `wrangler dev` over the sources would watch
 * them and restart in the middle of a conversation whenever one is saved. Bundles are kept by the hash of all they are made of.
 */
export async function buildWorker(wrangler: string, config: string, dataDir: string): Promise<string> {
  const folder = join(CACHE, `${basename(config, '.toml')}-${hashOf(config)}`)
  if (!existsSync(join(folder, 'worker.js'))) await bundle(wrangler, config, folder)
  const own = join(dataDir, 'run', basename(config))
  mkdirSync(dirname(own), { recursive: true })
  writeFileSync(own, runsBundle(readFileSync(config, 'utf8'), join(folder, 'worker.js'), dirname(config)))
  return own
}

async function bundle(wrangler: string, config: string, folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`
  const entry = mainOf(readFileSync(config, 'utf8'))
  const args = ['--no-warnings', wrangler, 'deploy', '--dry-run', '--outdir', making, '-c', config]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: offlineEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const code = await new Promise<number | null>((done) => child.once('close', done).once('error', () => done(null)))
  process.off('exit', end)
  if (code !== 0) throw new Error(`The worker could not be bundled:\n${words.trim().slice(-4000)}`)
  const made = join(making, basename(entry).replace(/\.ts$/, '.js'))
  if (made !== join(making, 'worker.js')) renameSync(made, join(making, 'worker.js'))
  try {
    renameSync(making, folder)
  } catch {
    // Another start was quicker with the same bundle.
    rmSync(making, { recursive: true, force: true })
  }
}

function runsBundle(toml: string, main: string, from: string): string {
  return toml
    .replace(/^main\s*=.*$/m, `main = ${JSON.stringify(main)}\nno_bundle = true\nfind_additional_modules = false`)
    .replace(
      /^directory\s*=\s*"([^"]+)"/m,
      (_, folder: string) => `directory = ${JSON.stringify(resolve(from, folder))}`,
    )
}

const mainOf = (toml: string): string => /^main\s*=\s*"([^"]+)"/m.exec(toml)?.[1] ?? ''

function hashOf(config: string): string {
  const hash = createHash('sha256').update(readFileSync(config))
  const sources = join(dirname(resolve(dirname(config), mainOf(readFileSync(config, 'utf8')))))
  for (const file of globSync('**/*.{ts,json}', { cwd: sources }).sort()) {
    if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(join(sources, file)))
  }
  return hash
    .update(readFileSync(join(ROOT, 'pnpm-lock.yaml')))
    .digest('hex')
    .slice(0, 16)
}
