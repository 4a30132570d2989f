// Cartesia's WebSocket: many sentences over one connection, each in a context of its own.

import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Voice } from './provider.ts'
import { samplesOf } from './samples.ts'

const VERSION = '2026-03-01'
const MODEL = 'sonic-3'
/** A voice of theirs that everybody has, for tenants that named none. */
const ANYBODY = 'a0e99841-438c-4a64-b679-ae501e7d6091'
const [SLOWEST, FASTEST] = [0.6, 1.5]

const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chunk'), context_id: z.string(), data: z.string() }),
  z.object({ type: z.literal('done'), context_id: z.string() }),
  z.object({
    type: z.literal('error'),
    /** None when it is about the connection. */
    context_id: z.string().default(''),
    status_code: z.number().optional(),
    title: z.string().default('no reason given'),
  }),
])

export function cartesiaVoice(apiKey: string, languages: readonly string[], baseUrl: string): Voice {
  const url = `${baseUrl.replace(/^http/, 'ws')}/tts/websocket?cartesia_version=${VERSION}`
  let line: Line | undefined
  return {
    name: 'cartesia',
    version: MODEL,
    languages,
    async *speak(text, { lang, voice = ANYBODY, speed }, signal) {
      if (line === undefined || line.isClosed) line = new Line(url, apiKey)
      const request = {
        model_id: MODEL,
        transcript: text,
        voice: { mode: 'id', id: voice },
        language: lang,
        output_format: { container: 'raw', encoding: 'pcm_s16le', sample_rate: 24_000 },
        generation_config: { speed: Math.min(FASTEST, Math.max(SLOWEST, speed)) },
        continue: false,
      }
      yield* samplesOf(line.say(request, signal))
    },
  }
}

type Context = ReadableStreamDefaultController<Uint8Array>

class Line {
  readonly #socket: WebSocket
  readonly #contexts = new Map<string, Context>()
  /** For the connection to open. */
  #waiting: string[] = []

  constructor(url: string, apiKey: string) {
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${apiKey}` }, handshakeTimeout: 3000 })
    this.#socket = socket
    socket.on('open', () => {
      for (const each of this.#waiting.splice(0)) socket.send(each)
    })
    socket.on('message', (data: Buffer) => this.#hear(data.toString()))
    socket.on('error', (error) => this.#break(error))
    // It closes a connection that was quiet for minutes: the next sentence opens another.
    socket.on('close', (code) => this.#break(new Error(`Cartesia closed the connection (${code}).`)))
  }

  get isClosed(): boolean {
    return this.#socket.readyState > WebSocket.OPEN
  }

  say(request: object, signal: AbortSignal): ReadableStream<Uint8Array> {
    const id = randomUUID()
    const cancel = (): void => {
      if (this.#contexts.delete(id)) this.#send({ context_id: id, cancel: true })
    }
    return new ReadableStream({
      start: (context) => {
        signal.throwIfAborted()
        this.#contexts.set(id, context)
        this.#send({ ...request, context_id: id })
        signal.addEventListener('abort', () => {
          if (!this.#contexts.has(id)) return
          cancel()
          context.error(signal.reason)
        })
      },
      cancel,
    })
  }

  #hear(text: string): void {
    const parsed = message.safeParse(json(text))
    // Timestamps, and whatever else it may send one day.
    if (!parsed.success) return
    const { data } = parsed
    const context = this.#contexts.get(data.context_id)
    if (data.type === 'error' && data.context_id === '') return this.#break(refused(data))
    // What was cancelled may still be on its way.
    if (context === undefined) return
    if (data.type === 'chunk') return context.enqueue(Uint8Array.from(Buffer.from(data.data, 'base64')))
    this.#contexts.delete(data.context_id)
    if (data.type === 'done') context.close()
    else context.error(refused(data))
  }

  #send(what: object): void {
    const text = JSON.stringify(what)
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text)
    else this.#waiting.push(text)
  }

  #break(error: Error): void {
    this.#waiting = []
    const broken = [...this.#contexts.values()]
    this.#contexts.clear()
    for (const context of broken) context.error(error)
    this.#socket.terminate()
  }
}

const refused = ({ status_code, title }: { status_code?: number | undefined; title: string }): Error =>
  new Error(`Cartesia answered ${status_code ?? 'nothing'}: ${title}.`)

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
