import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deepgramRecogniser } from './deepgram.ts'
import { elevenLabsVoice } from './elevenlabs.ts'
import { openAiRecogniser, openAiVoice } from './openai.ts'

type Asked = { method: string; url: string; headers: IncomingMessage['headers']; body: Buffer }
const asked: Asked[] = []
let reply: { status: number; parts: (string | Buffer)[] }
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    asked.push({ method, url, headers, body: Buffer.concat(chunks) })
    response.writeHead(reply.status)
    for (const part of reply.parts) response.write(part)
    response.end()
  })
})
let url: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const { signal } = new AbortController()
const samples = Int16Array.of(1, -2, 3)
const endpoint = () => ({
  name: 'endpoint',
  baseUrl: `${url}/v1/`,
  apiKey: 'key',
  sttModel: 'ears',
  ttsModel: 'mouth',
  voices: { es: 'nova' },
  languages: ['es'],
})

async function spoken(audio: AsyncIterable<Int16Array>): Promise<number[]> {
  const all: number[] = []
  for await (const chunk of audio) all.push(...chunk)
  return all
}

test('an OpenAI-compatible recogniser gets a WAV file, the language and the names to listen for', async () => {
  reply = { status: 200, parts: ['{"text":" Hola. ","language":"es"}'] }
  const heard = await openAiRecogniser(endpoint()).recognise(samples, { lang: 'es', keyterms: ['Saltbush'] }, signal)
  expect(heard).toEqual({ text: 'Hola.', lang: 'es' })
  const { url: path, headers, body } = asked.at(-1) ?? { url: '', headers: {}, body: Buffer.alloc(0) }
  expect([path, headers.authorization]).toEqual(['/v1/audio/transcriptions', 'Bearer key'])
  for (const part of ['RIFF', 'name="language"', 'Saltbush']) expect(body.toString('latin1')).toContain(part)
})

test('an OpenAI-compatible voice is heard as it comes, in portions of any length', async () => {
  reply = { status: 200, parts: [Buffer.of(1, 0, 2), Buffer.of(0, 3), Buffer.of(0)] }
  const audio = openAiVoice(endpoint()).speak('Hola', { lang: 'es', voice: undefined, speed: 1.2 }, signal)
  expect(await spoken(audio)).toEqual([1, 2, 3])
  expect(JSON.parse(asked.at(-1)?.body.toString() ?? '')).toEqual({
    model: 'mouth',
    input: 'Hola',
    voice: 'nova',
    speed: 1.2,
    response_format: 'pcm',
  })
})

test('Deepgram is asked for the language, with the names to listen for', async () => {
  reply = { status: 200, parts: ['{"results":{"channels":[{"alternatives":[{"transcript":"hola"}]}]}}'] }
  const recogniser = deepgramRecogniser('key', ['es'], url)
  expect((await recogniser.recognise(samples, { lang: 'es', keyterms: ['a', 'b'] }, signal)).text).toBe('hola')
  expect(asked.at(-1)?.url).toContain('language=es&keyterm=a&keyterm=b')
})

test('ElevenLabs speaks with the voice that the business chose', async () => {
  reply = { status: 200, parts: [Buffer.of(7, 0)] }
  const audio = elevenLabsVoice('key', ['es'], url).speak('Hola', { lang: 'es', voice: 'v1', speed: 1 }, signal)
  expect(await spoken(audio)).toEqual([7])
  expect(asked.at(-1)).toMatchObject({ url: '/v1/text-to-speech/v1/stream?output_format=pcm_24000' })
})

test.each([500, 401])('a provider that answers %i throws, so that the next one is asked', async (status) => {
  reply = { status, parts: [] }
  const hints = { lang: 'es', keyterms: [] }
  const manner = { lang: 'es', voice: undefined, speed: 1 }
  await expect(openAiRecogniser(endpoint()).recognise(samples, hints, signal)).rejects.toThrow(`${status}`)
  await expect(deepgramRecogniser('key', [], url).recognise(samples, hints, signal)).rejects.toThrow(`${status}`)
  await expect(spoken(openAiVoice(endpoint()).speak('x', manner, signal))).rejects.toThrow(`${status}`)
  await expect(spoken(elevenLabsVoice('key', [], url).speak('x', manner, signal))).rejects.toThrow(`${status}`)
})
