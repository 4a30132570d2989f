// A small real server that speaks the agent's part of the contract: what it answers, how late and how wrong is the test's
// to say. It knows nothing of speech.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Turn = { messageId: string; text: string; via: string; room: string }
export type Script = {
  /** Sentences of the answer; a pause in ms before each. */
  answer(turn: Turn): { sentences: string[]; pauseMs?: number; expects?: string }
  /** Raw lines instead of proper events. */
  lies?: (turn: Turn) => string[]
  /** Cuts every connection while true. */
  down?: boolean
  /** Generations that are still good; others get 409. */
  superseded?: boolean
  recording?: 'on'
  /** Texts that the agent renders beforehand. */
  phrases?: string[]
}

export async function openScriptedWorker(script: Script) {
  const seen: { name: string; path: string; body: Record<string, unknown>; at: number }[] = []
  const recorded: Buffer[] = []
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (script.down === true) return void request.socket.destroy()
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    if (request.headers['content-type'] === 'audio/ogg') {
      recorded.push(Buffer.concat(parts))
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    }
    const text = Buffer.concat(parts).toString()
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    const path = request.url ?? ''
    const name = path.replace(/^\/v1\//, '').replace(/(call|conv|trn)_[\w-]+/g, ':id')
    seen.push({ name, path, body, at: Date.now() })
    const reply = (status: number, value: unknown = {}): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (name === 'agent/heartbeats') return reply(200, { now: new Date().toISOString(), validMs: 15_000 })
    if (name === 'agent/claims') return reply(200, claimOf(String(body['room'])))
    if (script.superseded === true)
      return reply(409, {
        error: { code: 'superseded', message: 'Another job holds it.', requestId: 'r', docs: '', details: [] },
      })
    if (name === 'conversations/:id/turns')
      return stream({ ...body, room: /conv_([\w-]+)/.exec(path)?.[1] ?? '' } as Turn, response)
    if (name.endsWith('interrupt') || name.endsWith('timings')) return void response.writeHead(204).end()
    return reply(200)
  }

  async function stream(turn: Turn, response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const send = (event: object): void => void response.write(`data: ${JSON.stringify(event)}\n\n`)
    const turnId = `trn_${turn.messageId}`
    let n = 0
    send({ n, type: 'hello', protocol: 1, conversationId: 'conv_1' })
    if (script.lies !== undefined) {
      for (const line of script.lies(turn)) response.write(`data: ${line}\n\n`)
      return void response.end()
    }
    const { sentences, pauseMs = 20, expects } = script.answer(turn)
    send({ n: ++n, type: 'message.accepted', turnId, message: { clientId: turn.messageId } })
    for (const [index, text] of sentences.entries()) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      send({ n: ++n, type: 'sentence', turnId, index, sentence: { text, lang: 'en', evidence: [] } })
    }
    const asked = expects === undefined ? {} : { expects: { field: expects, how: 'say' } }
    send({
      n: ++n,
      type: 'turn.answered',
      turnId,
      tier: 'semantic',
      kind: 'answer',
      confidence: 1,
      lang: 'en',
      offers: [],
      ...asked,
    })
    response.end()
  }

  const claimOf = (room: string): object => ({
    kind: 'taken',
    call: { id: `call_${room}`, lang: 'en', createdAt: new Date().toISOString() },
    // The stage numbers rooms and visitors alike.
    conversation: { id: `conv_${room}`, visitorId: room.split('-').at(-1) },
    token: 'token',
    expiresInMs: 3_600_000,
    setting: {
      assistant: 'Ada',
      business: { name: 'Saltbush', country: 'US', phone: '' },
      languages: ['en', 'es'],
      lang: 'en',
      greeting: 'Are you licensed and insured?',
      opening: [],
      voices: {},
      recognisers: {},
      pronunciation: [],
      phrases: (script.phrases ?? []).map((text) => ({ name: 'answer', lang: 'en', text })),
      keyterms: [room],
      patience: 'normal',
      recording: { state: script.recording ?? 'off', nextPart: 0 },
      silence: { promptMs: 30_000, endMs: 30_000 },
      endsAt: new Date(Date.now() + 600_000).toISOString(),
    },
    resume: { kind: 'greet' },
  })

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    script,
    seen,
    /** Parts of recordings, as they came. */
    recorded,
    of: (name: string) => seen.filter((each) => each.name === name),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type ScriptedWorker = Awaited<ReturnType<typeof openScriptedWorker>>
