// Phones on this machine that call the assistant: simulated lines, in a process of their own, which has the agent's modules.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { GOOD, type Quality } from '../../../agent/src/simulator/wire.ts'
import { AGENT } from '../voice/agent-modules.ts'
import type { VoiceSettings } from '../voice/settings.ts'
import { type BeingRung, type LineEvent, Seen, type Telephone } from './telephone.ts'

const PROCESS = join(AGENT, 'src/simulator/process.ts')

/** `trunkId` as the gateway names it. */
export type Dialling = { from: string; dialled: string; trunkId: string; ringingMs: number; quality?: Partial<Quality> }

export class Simulator {
  readonly #settings: VoiceSettings
  readonly #child: ChildProcess
  readonly #lines: SimulatedPhone[] = []

  constructor(settings: VoiceSettings) {
    this.#settings = settings
    // What it needs of the environment it is told; what it says goes to whoever looks.
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROCESS], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('message', (message) => {
      const { line, event } = message as { line: number; event: LineEvent }
      this.#lines[line]?.seen.note(event)
    })
    this.#child.once('exit', () => {
      for (const { seen } of this.#lines)
        if (!seen.has('ended')) seen.note({ kind: 'ended', by: 'rejected', at: Date.now() })
    })
  }

  dial({ quality, ...dialling }: Dialling): SimulatedPhone {
    return this.#begin({ kind: 'ring', ...dialling, quality: { ...GOOD, ...quality } })
  }

  /** A phone of somebody whom the assistant rings. */
  beRung(who: BeingRung): SimulatedPhone {
    return this.#begin({ kind: 'be-rung', ...who, quality: GOOD })
  }

  #begin(wanted: object): SimulatedPhone {
    const line = this.#lines.length
    const phone = new SimulatedPhone((message) => this.#send({ line, ...message }))
    this.#lines.push(phone)
    const { media, apiKey, apiSecret } = this.#settings
    this.#send({ line, url: media.url, apiKey, apiSecret, agentName: 'foyer', ...wanted })
    return phone
  }

  /** The lines break without a word, as those of a gateway that dies. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect()
  }

  #send(message: object): void {
    if (this.#child.connected) this.#child.send(message)
  }
}

class SimulatedPhone implements Telephone {
  readonly seen = new Seen()
  readonly #send: (message: object) => void

  constructor(send: (message: object) => void) {
    this.#send = send
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
    this.hangUp()
  }
}
