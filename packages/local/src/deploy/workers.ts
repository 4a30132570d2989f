import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { offlineEnvironment } from '../launcher/environment.ts'
import { ROOT } from '../launcher/places.ts'
import type { Settings } from './settings.ts'

/** The reading half first: the other one writes to its queue from the first request on. */
export const CONFIGS = ['wrangler.ingest.toml', 'wrangler.toml'] as const

/** Queues and buckets that the two workers bind. */
export function resourcesOf(configs: readonly string[] = CONFIGS): { queues: string[]; buckets: string[] } {
  const text = configs.map((name) => readFileSync(join(ROOT, name), 'utf8')).join('\n')
  const named = (key: string) =>
    [...text.matchAll(new RegExp(`^${key}\\s*=\\s*"([^"]+)"`, 'gm'))].map((match) => match[1] ?? '')
  return {
    queues: [...new Set([...named('queue'), ...named('dead_letter_queue')])].sort(),
    buckets: [...new Set(named('bucket_name'))],
  }
}

/** Bundles and uploads one worker; a dry run bundles and checks it, offline. @returns what wrangler said of its size. */
export async function deployWorker(config: string, settings: Settings, dryRun: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-deploy-'))
  const secretsFile = join(folder, 'secrets.json')
  try {
    writeFileSync(secretsFile, JSON.stringify(settings.secrets), { mode: 0o600 })
    const vars = Object.entries(settings.vars).flatMap(([name, value]) => ['--var', `${name}:${value}`])
    const { hostname } = new URL(settings.publicUrl)
    const isMain = config === 'wrangler.toml'
    const domain = isMain && !hostname.endsWith('.workers.dev') && !dryRun ? ['--domain', hostname] : []
    const how = dryRun ? ['--dry-run', '--outdir', join(folder, 'out')] : ['--secrets-file', secretsFile]
    const words = await wrangler(['deploy', '-c', config, ...vars, ...domain, ...how], dryRun)
    return /Total Upload:.*$/m.exec(words)?.[0] ?? ''
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes what is not there yet. */
export async function makeResources(say: (line: string) => void): Promise<void> {
  const { queues, buckets } = resourcesOf()
  for (const name of buckets) await make(['r2', 'bucket', 'create', name], `bucket ${name}`, say)
  for (const name of queues) await make(['queues', 'create', name], `queue ${name}`, say)
}

async function make(args: string[], what: string, say: (line: string) => void): Promise<void> {
  try {
    await wrangler(args, false)
    say(`  made the ${what}`)
  } catch (error) {
    if (!/already (exists|taken|own)|11009|10004/i.test(String(error))) throw error
    say(`  the ${what} is there`)
  }
}

function wrangler(args: string[], offline: boolean): Promise<string> {
  const script = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'wrangler-dist/cli.js')
  const account = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^CLOUDFLARE_(API_TOKEN|ACCOUNT_ID)$/.test(name)),
  )
  const env = { ...offlineEnvironment(), ...(offline ? {} : account) }
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(words)
        : reject(new Error(`wrangler ${args.slice(0, 3).join(' ')} failed:\n${words.trim().slice(-3000)}`)),
    )
  })
}
