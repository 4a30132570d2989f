import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { cartesiaVoice } from './cartesia.ts'
import type { Voice } from './provider.ts'

type Request = { context_id: string; transcript?: string; cancel?: boolean; [field: string]: unknown }

// A server of the test's own that speaks the protocol as it is documented: a context for each sentence, `chunk` with
// base64, `done` or `error`.
let server: WebSocketServer
let opened: { url: string; authorization: string }[]
let asked: Request[]
/** What it does with a sentence. */
let answer: (socket: WebSocket, request: Request) => void
let voice: Voice

const tell = (socket: WebSocket, { context_id }: Request, what: object): void =>
  socket.send(JSON.stringify({ done: false, status_code: 206, context_id, ...what }))
const chunk = (...bytes: number[]): object => ({ type: 'chunk', data: Buffer.from(bytes).toString('base64') })
const done = { type: 'done', done: true }

beforeEach(async () => {
  opened = []
  asked = []
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, { url = '', headers }) => {
    opened.push({ url, authorization: headers.authorization ?? '' })
    socket.on('message', (data: Buffer) => {
      const request = JSON.parse(data.toString()) as Request
      asked.push(request)
      if (request.transcript !== undefined) answer(socket, request)
    })
  })
  await once(server, 'listening')
  voice = cartesiaVoice('key', ['es'], `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

async function spoken(text: string, more: { voice?: string; speed?: number; signal?: AbortSignal } = {}) {
  const { signal = new AbortController().signal, speed = 1 } = more
  const all: number[] = []
  for await (const samples of voice.speak(text, { lang: 'es', voice: more.voice, speed }, signal)) all.push(...samples)
  return all
}

test('a sentence is asked for as the protocol says, and heard as it comes, in portions of any length', async () => {
  answer = (socket, request) => {
    for (const each of [chunk(1, 0, 2), { type: 'timestamps', word_timestamps: {} }, chunk(0, 255, 255), done])
      tell(socket, request, each)
  }
  expect(await spoken('Hola', { voice: 'v1', speed: 2 })).toEqual([1, 2, -1])
  expect(opened).toEqual([{ url: '/tts/websocket?cartesia_version=2026-03-01', authorization: 'Bearer key' }])
  expect(asked).toMatchObject([
    {
      model_id: 'sonic-3',
      transcript: 'Hola',
      voice: { mode: 'id', id: 'v1' },
      language: 'es',
      output_format: { container: 'raw', encoding: 'pcm_s16le', sample_rate: 24_000 },
      generation_config: { speed: 1.5 },
      continue: false,
    },
  ])
})

test('sentences at the same time share one connection, and none hears another’s', async () => {
  const waiting: [WebSocket, Request][] = []
  answer = (...one) => {
    if (waiting.push(one) < 2) return
    for (const [socket, request] of waiting) tell(socket, request, chunk(request.transcript?.length ?? 0, 0))
    for (const [socket, request] of waiting.toReversed()) tell(socket, request, done)
  }
  expect(await Promise.all([spoken('a'), spoken('bb')])).toEqual([[1], [2]])
  expect(opened).toHaveLength(1)
})

test('who is interrupted asks for no more of it', async () => {
  const stop = new AbortController()
  answer = (socket, request) => tell(socket, request, chunk(1, 0))
  const heard: number[] = []
  const listening = (async () => {
    for await (const samples of voice.speak('Hola', { lang: 'es', voice: undefined, speed: 1 }, stop.signal)) {
      heard.push(...samples)
      stop.abort()
    }
  })()
  await expect(listening).rejects.toThrow()
  await expect.poll(() => asked.at(-1)).toEqual({ context_id: asked[0]?.context_id, cancel: true })
  expect(heard).toEqual([1])
})

test('what is refused throws with the reason, so that the next voice is asked', async () => {
  answer = (socket, request) =>
    tell(socket, request, { type: 'error', done: true, status_code: 402, title: 'Out of credits', message: 'Pay.' })
  await expect(spoken('Hola')).rejects.toThrow('402: Out of credits')
})

test('a connection that closes breaks its sentences off, and the next sentence opens another', async () => {
  answer = (socket) => socket.close(1011)
  await expect(spoken('Hola')).rejects.toThrow('closed')
  answer = (socket, request) => {
    tell(socket, request, chunk(7, 0))
    tell(socket, request, done)
  }
  expect(await spoken('Hola')).toEqual([7])
  expect(opened).toHaveLength(2)
})

test('nobody who answers throws', async () => {
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  voice = cartesiaVoice('key', [], `http://127.0.0.1:${port}`)
  await expect(spoken('Hola')).rejects.toThrow('ECONNREFUSED')
})
