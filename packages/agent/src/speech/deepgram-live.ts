// Deepgram's streaming protocol: audio up, words down as they settle, "Finalize" when somebody paused.

import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Following, Heard } from './provider.ts'

/** Words come within a tenth of this; whoever takes longer is not waited for. */
const DEADLINE_MS = 1000
/** It closes a stream that sends nothing for ten seconds. */
const ALIVE_MS = 5000
/** Portions of audio that wait for the connection: two seconds. */
const MOST_WAITING = 64

const result = z.object({
  type: z.literal('Results'),
  is_final: z.boolean(),
  from_finalize: z.boolean().optional(),
  channel: z.object({
    alternatives: z.array(z.object({ transcript: z.string(), languages: z.array(z.string()).optional() })).min(1),
  }),
})

export function followDeepgram(url: string, query: URLSearchParams, apiKey: string): Following {
  const more = { encoding: 'linear16', sample_rate: '16000', channels: '1', interim_results: 'true' }
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return new DeepgramStream(`${url}?${query}`, apiKey)
}

type Asked = { resolve: (heard: Heard) => void; reject: (error: Error) => void }

class DeepgramStream implements Following {
  readonly #socket: WebSocket
  readonly #alive: NodeJS.Timeout
  /** For the connection to open. */
  #waiting: (Buffer | string)[] = []
  /** Settled since the last `forget`, and what may still change. */
  #settled: string[] = []
  #unsettled = ''
  #lang: string | undefined
  #asked: Asked[] = []
  #broke: Error | undefined

  constructor(url: string, apiKey: string) {
    const socket = new WebSocket(url, { headers: { authorization: `Token ${apiKey}` }, handshakeTimeout: 3000 })
    this.#socket = socket
    socket.on('open', () => {
      for (const each of this.#waiting.splice(0)) socket.send(each)
    })
    socket.on('message', (data: Buffer) => this.#hear(data.toString()))
    socket.on('error', (error) => this.#break(error))
    socket.on('close', (code) => this.#break(new Error(`Deepgram closed the stream (${code}).`)))
    this.#alive = setInterval(() => this.#tell('KeepAlive'), ALIVE_MS)
  }

  push(samples: Int16Array): void {
    this.#send(Buffer.from(samples.slice().buffer))
  }

  async words(when: 'paused' | 'speaking'): Promise<Heard> {
    if (this.#broke !== undefined) throw this.#broke
    if (when === 'speaking') return this.#heard
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise<Heard>((resolve, reject) => {
        this.#asked.push({ resolve, reject })
        this.#tell('Finalize')
        // What had settled before needs no answer, and may get none.
        timer = setTimeout(() => {
          if (this.#heard.text === '') reject(new Error(`Deepgram said nothing within ${DEADLINE_MS} ms.`))
          else resolve(this.#heard)
        }, DEADLINE_MS)
      })
    } finally {
      clearTimeout(timer)
    }
  }

  forget(): void {
    this.#settled = []
    this.#unsettled = ''
  }

  close(): void {
    clearInterval(this.#alive)
    this.#tell('CloseStream')
    this.#socket.close()
  }

  get #heard(): Heard {
    const text = [...this.#settled, this.#unsettled].filter((each) => each !== '').join(' ')
    return { text, lang: this.#lang }
  }

  #hear(message: string): void {
    const parsed = result.safeParse(json(message))
    // Metadata, and whatever else it may send one day.
    if (!parsed.success) return
    const { is_final: isFinal, from_finalize: isAnswer, channel } = parsed.data
    const [best] = channel.alternatives
    if (best === undefined) return
    this.#lang = best.languages?.[0]?.slice(0, 2) ?? this.#lang
    if (isFinal) this.#settled.push(best.transcript.trim())
    this.#unsettled = isFinal ? '' : best.transcript.trim()
    if (isAnswer === true) for (const { resolve } of this.#asked.splice(0)) resolve(this.#heard)
  }

  #tell(type: 'KeepAlive' | 'Finalize' | 'CloseStream'): void {
    this.#send(JSON.stringify({ type }))
  }

  #send(data: Buffer | string): void {
    if (this.#broke !== undefined) return
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data)
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(data)
    else this.#break(new Error('Deepgram did not take the stream in time.'))
  }

  #break(error: Error): void {
    if (this.#broke !== undefined) return
    this.#broke = error
    clearInterval(this.#alive)
    this.#waiting = []
    for (const { reject } of this.#asked.splice(0)) reject(error)
    this.#socket.terminate()
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
