// Providers of known delay, so that what remains of a turn's time is ours: a recogniser, a model and a voice, by HTTP.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Utterance } from './utterances.ts'

export const DELAYS = { recognition: 250, brain: 300, voice: 150 }
const RATE = 24_000
/** Audio before the first word that a listener may send along. */
const LEAD_MS = 520

export type Simulated = Awaited<ReturnType<typeof openSimulated>>

/** What each room says now is the bench's to tell, so that a cut recording is recognised as what was in it. */
export async function openSimulated(sentences: readonly string[]) {
  const saying = new Map<string, Pick<Utterance, 'words'>>()
  let anybody: Pick<Utterance, 'words'> | undefined
  let recognitions = 0
  // Made beforehand, so that making it takes nobody's time.
  const tone = new Int16Array(60 * RATE)
  for (let i = 0; i < tone.length; i++) tone[i] = Math.round(6000 * Math.sin(i / 9))
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    if (request.url?.endsWith('/audio/transcriptions')) return recognise(body, response)
    if (request.url?.endsWith('/audio/speech')) return speak(JSON.parse(body.toString()) as { input: string }, response)
    if (request.url?.endsWith('/chat/completions')) return complete(response)
    response.writeHead(404).end()
  }

  async function recognise(body: Buffer, response: ServerResponse): Promise<void> {
    recognitions++
    await rest(DELAYS.recognition)
    const text = body.toString('latin1')
    const room = /name="prompt"\r\n\r\n([^\r]*)/.exec(text)?.[1] ?? ''
    const at = body.indexOf('RIFF')
    const rate = body.readUInt32LE(at + 24)
    const bytes = body.readUInt32LE(body.indexOf('data', at) + 4)
    const heardMs = (bytes / 2 / rate) * 1000 - LEAD_MS
    const words = (saying.get(room) ?? anybody)?.words ?? []
    const heard = words.filter(({ endMs }) => endMs <= heardMs + 250).map(({ text }) => text)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text: heard.join(' ') }))
  }

  /** A tone as long as the words would take: any hole in it is one. */
  async function speak({ input }: { input: string }, response: ServerResponse): Promise<void> {
    await rest(DELAYS.voice)
    response.writeHead(200, { 'content-type': 'audio/pcm' })
    response.end(Buffer.from(tone.buffer, 0, 2 * Math.round((input.length / 15) * RATE)))
  }

  /** Word by word after the delay, as a model streams. */
  async function complete(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    await rest(DELAYS.brain)
    for (const word of sentences.join(' ').split(/(?<= )/)) {
      response.write(
        `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { role: 'assistant', content: word } }] })}\n\n`,
      )
      await rest(15)
    }
    response.end('data: [DONE]\n\n')
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    /** How often somebody was asked to recognise something. */
    recognitions: () => recognitions,
    says: (room: string, utterance: Pick<Utterance, 'words'>) => {
      saying.set(room, utterance)
      anybody = utterance
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
