// One process of the platform: started, watched, started again when it crashes, and ended with everything it started.

import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Launch = {
  name: string
  /** Arguments after `node`. */
  args: string[]
  env: Record<string, string | undefined>
  cwd?: string
  logDir: string
  /** Brings a fresh process to life: asks, waits for what must be true. Rejects with a plain sentence. */
  awaken(child: ChildProcess): Promise<void>
  /** Time to end by itself after TERM. */
  graceMs?: number
  onCrash?: (name: string) => void
}

export class Part {
  readonly name: string
  readonly #launch: Launch
  #child: ChildProcess | undefined
  #stopping = false
  #crashes = 0
  #ended: Promise<void> = Promise.resolve()
  #lastWords = ''

  constructor(launch: Launch) {
    this.name = launch.name
    this.#launch = launch
  }

  async start(): Promise<void> {
    const { args, env, cwd, logDir, name } = this.#launch
    mkdirSync(logDir, { recursive: true })
    const log = createWriteStream(join(logDir, `${name}.log`), { flags: 'a' })
    const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    this.#child = child
    this.#lastWords = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk)
        this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-4000)
      })
    }
    let awake = false
    const born = Date.now()
    this.#ended = new Promise((resolve) => {
      const over = (): void => {
        killGroup(child, 'SIGKILL')
        log.end()
        resolve()
        if (awake && !this.#stopping) void this.#restart(Date.now() - born)
      }
      child.once('exit', over)
      child.once('error', over)
    })
    await Promise.race([this.#launch.awaken(child), this.#ended.then(() => this.#failEarly())])
    awake = true
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), this.#launch.graceMs ?? 2000)
    await this.#ended
    clearTimeout(timer)
  }

  /** Ends the process without warning, as a crash would; it is started again, and soon: it is not to blame. For tests. */
  kill(): void {
    this.#crashes = 0
    if (this.#child) killGroup(this.#child, 'SIGKILL')
  }

  get process(): ChildProcess {
    if (!this.#child) throw new Error(`${this.name} was not started.`)
    return this.#child
  }

  async #restart(livedMs: number): Promise<void> {
    this.#crashes = livedMs > 60_000 ? 1 : this.#crashes + 1
    this.#launch.onCrash?.(this.name)
    await sleep(Math.min(100 * 2 ** (this.#crashes - 1), 10_000))
    if (this.#stopping) return
    await this.start().catch(() => this.#restart(0))
  }

  #failEarly(): never {
    const words = this.#lastWords.trim()
    throw new Error(`The ${this.name} ended before it was ready.${words ? ` Its last words:\n${words}` : ''}`)
  }
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // The group is gone already.
  }
}
