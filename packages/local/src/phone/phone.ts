// A phone on this machine that calls the assistant: the simulated line in a process of its own, which has the agent's modules.

import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, on } from 'node:events'
import { join } from 'node:path'
import { AGENT } from '../voice/agent-modules.ts'
import type { VoiceSettings } from '../voice/settings.ts'

const PROCESS = join(AGENT, 'src/simulator/process.ts')

export type LineEvent = { at: number } & (
  | { kind: 'ringing'; room: string }
  | { kind: 'answered' }
  | { kind: 'sound'; on: boolean }
  | { kind: 'said' }
  | { kind: 'ended'; by: 'them' | 'us' | 'rejected' }
)

export type Dialling = { from: string; dialled: string; trunkId: string; ringingMs: number }

export class Phone {
  readonly #child: ChildProcess
  readonly #seen: LineEvent[] = []
  readonly #news = new EventEmitter()

  constructor({ media, apiKey, apiSecret }: VoiceSettings, dialling: Dialling) {
    // What it needs of the environment it is told; what it says goes to whoever looks.
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROCESS], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('message', (event) => this.#hear(event as LineEvent))
    this.#child.once('exit', () => this.#hear({ kind: 'ended', by: 'rejected', at: Date.now() }))
    this.#send({ kind: 'ring', url: media.url, apiKey, apiSecret, agentName: 'foyer', ...dialling })
  }

  /** 24 kHz mono. */
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

  /** The first event after `from` that is one of those, also when it was before we asked. @throws after `withinMs` */
  async next(is: (event: LineEvent) => boolean, from: number, withinMs: number): Promise<LineEvent> {
    const known = this.#seen.find((event) => event.at >= from && is(event))
    if (known !== undefined) return known
    const late = AbortSignal.timeout(withinMs)
    try {
      for await (const [event] of on(this.#news, 'event', { signal: late }) as AsyncIterable<[LineEvent]>)
        if (is(event)) return event
    } catch (error) {
      if (!late.aborted) throw error
    }
    throw new Error(
      `It did not happen within ${withinMs} ms. So far: ${this.#seen.map(inWords).join(', ') || 'nothing'}.`,
    )
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect()
  }

  #send(message: object): void {
    if (this.#child.connected) this.#child.send(message)
  }

  #hear(event: LineEvent): void {
    this.#seen.push(event)
    this.#news.emit('event', event)
  }
}

function inWords(event: LineEvent): string {
  if (event.kind === 'sound') return event.on ? 'they speak' : 'they pause'
  return event.kind === 'ended' ? `ended by ${event.by}` : event.kind
}
