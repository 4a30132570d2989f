// A small server that speaks OpenAI's audio API, for tests and for trying voice without keys. It sounds like a robot and
// hears only the example's own phrasings; everything it says of itself says so.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exampleGrammar } from './grammar.ts'
import type { TestVoice } from './install.ts'
import { TEST_VOICE_LABEL } from './label.ts'
import { startRecogniser } from './recogniser.ts'
import { resampled, robotVoice } from './voice.ts'

const MOST_BYTES = 20 * 2 ** 20

export async function serveSpeech(port: number, { espeak, python }: TestVoice): Promise<{ stop(): void }> {
  let speaking: Promise<unknown> = Promise.resolve()
  const [speak, recogniser] = await Promise.all([robotVoice(espeak), startRecogniser(python, exampleGrammar())])
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: error instanceof Error ? error.message : String(error) } }))
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://speech')
    if (request.method === 'GET' && pathname === '/v1/models')
      return reply(response, { object: 'list', data: [{ id: TEST_VOICE_LABEL, object: 'model' }] })
    const body = await bodyOf(request)
    if (request.method === 'POST' && pathname === '/v1/audio/transcriptions') {
      const form = await new Response(body, {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData()
      const file = form.get('file')
      if (!(file instanceof File)) return void response.writeHead(400).end('{"error":{"message":"No file."}}')
      const { samples, rate } = readWav(new Uint8Array(await file.arrayBuffer()))
      const gone = new AbortController()
      response.once('close', () => gone.abort())
      return reply(response, { text: await recogniser.hear(resampled(samples, rate, 16_000), gone.signal) })
    }
    if (request.method === 'POST' && pathname === '/v1/audio/speech') {
      const { input = '', speed = 1 } = JSON.parse(body.toString('utf8')) as { input?: string; speed?: number }
      // One after another, and nothing that nobody waits for any more.
      const said = speaking.then(() => (response.closed ? new Int16Array() : speak(input, speed)))
      speaking = said.catch(() => undefined)
      const samples = await said
      response.writeHead(200, { 'content-type': 'audio/pcm' })
      return void response.end(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength))
    }
    response.writeHead(404).end('{"error":{"message":"Only audio/transcriptions and audio/speech are here."}}')
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    stop: () => {
      recogniser.stop()
      server.closeAllConnections()
      server.close()
    },
  }
}

const reply = (response: ServerResponse, body: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('Too much audio at once.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** 16-bit mono WAV. */
export function readWav(bytes: Uint8Array): { samples: Int16Array; rate: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rate = view.getUint32(24, true)
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true)
    if (view.getUint32(at, false) === 0x64617461)
      return { samples: new Int16Array(bytes.slice(at + 8, at + 8 + (size & ~1)).buffer), rate }
    at += 8 + size + (size & 1)
  }
  throw new Error('This is no WAV file.')
}
