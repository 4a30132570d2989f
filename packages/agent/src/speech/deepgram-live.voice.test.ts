import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { deepgramRecogniser } from './deepgram.ts'
import { Listener } from './listener.ts'
import type { Recogniser } from './provider.ts'

// A server of the test's own that speaks the streaming protocol as it is documented: Results with is_final and
// from_finalize, and Finalize, KeepAlive and CloseStream from us.
let server: WebSocketServer
let socket: Promise<WebSocket>
let asked: { url: string; authorization: string }
let bytes: number
let told: string[]
/** What it answers to "Finalize". */
let finalize: (() => void) | undefined

const results = (transcript: string, is: { final: boolean; answer?: boolean }, languages?: string[]): string =>
  JSON.stringify({
    type: 'Results',
    is_final: is.final,
    ...(is.answer === true ? { from_finalize: true } : {}),
    channel: { alternatives: [{ transcript, confidence: 0.9, words: [], ...(languages ? { languages } : {}) }] },
  })

beforeEach(async () => {
  bytes = 0
  told = []
  finalize = undefined
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  const { promise, resolve } = Promise.withResolvers<WebSocket>()
  socket = promise
  server.on('connection', (connection, { url = '', headers }) => {
    asked = { url, authorization: headers.authorization ?? '' }
    connection.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return void (bytes += data.length)
      const { type } = JSON.parse(data.toString()) as { type: string }
      told.push(type)
      if (type === 'Finalize') finalize?.()
    })
    resolve(connection)
  })
  await once(server, 'listening')
})
afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

const hints = { lang: 'es', keyterms: ['Saltbush'] }
const second: Recogniser = {
  name: 'second',
  languages: [],
  recognise: async () => ({ text: 'from the second', lang: undefined }),
}

function listening(): { listener: Listener; failed: string[] } {
  const failed: string[] = []
  const log = (_step: string, facts: Record<string, unknown> = {}): void => void failed.push(String(facts['provider']))
  const { port } = server.address() as AddressInfo
  const listener = new Listener([deepgramRecogniser('key', ['es'], `http://127.0.0.1:${port}`), second], log)
  listener.follow(new Int16Array(512), hints)
  return { listener, failed }
}

const hear = (listener: Listener, when: 'paused' | 'speaking' = 'paused') =>
  listener.hear(new Int16Array(512), { ...hints, when })

test('audio goes up as it is heard, and at a pause the words are there, whatever had settled before', async () => {
  const { listener, failed } = listening()
  const connection = await socket
  finalize = () => connection.send(results('cuánto cuesta.', { final: true, answer: true }, ['es']))
  connection.send(results('hola', { final: false }))
  connection.send(results('Hola,', { final: true }))
  listener.follow(new Int16Array(512), hints)
  await expect.poll(() => bytes).toBe(2048)
  expect(await hear(listener)).toMatchObject({ kind: 'words', text: 'Hola, cuánto cuesta.', lang: 'es' })
  expect(asked.url).toContain('language=es&keyterm=Saltbush&encoding=linear16&sample_rate=16000')
  expect([asked.authorization, failed]).toEqual(['Token key', []])
  listener.close()
  await once(connection, 'close')
  expect(told).toEqual(['Finalize', 'CloseStream'])
})

test('while somebody speaks, what is known by now is told without waiting', async () => {
  const { listener } = listening()
  ;(await socket).send(results('cuánto', { final: false }))
  await expect.poll(() => hear(listener, 'speaking')).toMatchObject({ text: 'cuánto' })
  expect(told).toEqual([])
  listener.close()
})

test('the next utterance begins without the words of the one before', async () => {
  const { listener } = listening()
  const connection = await socket
  finalize = () => connection.send(results(`frase ${told.length}`, { final: true, answer: true }))
  expect(await hear(listener)).toMatchObject({ text: 'frase 1' })
  listener.forget()
  expect(await hear(listener)).toMatchObject({ text: 'frase 2' })
  listener.close()
})

test('when the stream breaks, the next recogniser gets the same utterance', async () => {
  const { listener, failed } = listening()
  const connection = await socket
  finalize = () => connection.terminate()
  expect(await hear(listener)).toMatchObject({ text: 'from the second' })
  // Over HTTP it does not answer either: the server speaks WebSocket only.
  expect(failed).toEqual(['deepgram', 'deepgram'])
})

test('a stream that says nothing is given up within a second or so, and the turn goes on', async () => {
  const { listener, failed } = listening()
  await socket
  expect(await hear(listener)).toMatchObject({ text: 'from the second' })
  expect(failed[0]).toBe('deepgram')
})

test('what it sends besides is passed over', async () => {
  const { listener } = listening()
  const connection = await socket
  connection.send('{"type":"Metadata","request_id":"r"}')
  connection.send('not even JSON')
  finalize = () => connection.send(results('sí', { final: true, answer: true }))
  expect(await hear(listener)).toMatchObject({ text: 'sí' })
  listener.close()
})
