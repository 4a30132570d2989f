// A phone on this machine that calls the assistant: the simulated line in a process of its own, which has the agent's modules.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { AGENT } from '../voice/agent-modules.ts'
import type { VoiceSettings } from '../voice/settings.ts'
import { type LineEvent, Seen, type Telephone } from './telephone.ts'

const PROCESS = join(AGENT, 'src/simulator/process.ts')

export type Dialling = { from: string; dialled: string; trunkId: string; ringingMs: number }

export class SimulatedPhone implements Telephone {
  readonly seen = new Seen()
  readonly #child: ChildProcess

  constructor({ media, apiKey, apiSecret }: VoiceSettings, dialling: Dialling) {
    // What it needs of the environment it is told; what it says goes to whoever looks.
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROCESS], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('message', (event) => this.seen.note(event as LineEvent))
    this.#child.once('exit', () => this.seen.note({ kind: 'ended', by: 'rejected', at: Date.now() }))
    this.#send({ kind: 'ring', url: media.url, apiKey, apiSecret, agentName: 'foyer', ...dialling })
  }

  say(samples: Int16Array): void {
    const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64')
    this.#send({ kind: 'say', pcm })
  }

  press(keys: string): void {
    this.#send({ kind: 'press', keys })
  }

  hangUp(): void {
    this.#send({ kind: 'hang-up' })
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect()
  }

  #send(message: object): void {
    if (this.#child.connected) this.#child.send(message)
  }
}
