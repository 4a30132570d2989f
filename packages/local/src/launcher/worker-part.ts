import type { ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAssets } from './assets.ts'
import { buildWorker } from './built-worker.ts'
import { workerEnvironment } from './environment.ts'
import { Part } from './part.ts'
import { freePort } from './ports.ts'
import { ROOT } from './places.ts'

const LEASH = fileURLToPath(new URL('./leash.mjs', import.meta.url))
const READY_MS = 60_000

export type WorkerChoice = {
  dataDir: string
  port: number
  configs: string[]
  vars: Record<string, string>
  onCrash: (name: string) => void
}

/** Bundles both workers, builds what they serve, and runs them in one offline `wrangler dev`. Secrets travel in its environment: an --env-file reaches the first one only. */
export async function startWorker({ dataDir, port, configs, vars, onCrash }: WorkerChoice): Promise<Part> {
  for (const file of configs.map((config) => join(dirname(config), '.dev.vars'))) {
    if (existsSync(file))
      throw new Error(
        `${file} would hide the platform's settings from the worker: remove it and set OPENAI_* in the environment.`,
      )
  }
  const wrangler = join(
    dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
    'wrangler-dist/cli.js',
  )
  const [built] = await Promise.all([
    Promise.all(configs.map((config) => buildWorker(wrangler, config, dataDir))),
    buildAssets(),
  ])
  const part = new Part({
    name: 'worker',
    args: [
      '--no-warnings',
      ...['--import', LEASH, wrangler, 'dev'],
      ...built.flatMap((config) => ['-c', config]),
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(await freePort())],
      ...['--persist-to', join(dataDir, 'edge')],
      '--show-interactive-dev-session=false',
    ],
    cwd: ROOT,
    env: workerEnvironment(dataDir, vars),
    logDir: join(dataDir, 'log'),
    awaken: ready,
    onCrash,
  })
  await part.start()
  return part
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The worker was not ready after ${READY_MS / 1000} s.`)), READY_MS)
    child.on('message', (message: string) => {
      if (JSON.parse(message).event !== 'DEV_SERVER_READY') return
      clearTimeout(timer)
      resolve()
    })
    child.once('exit', () => clearTimeout(timer))
  })
}
