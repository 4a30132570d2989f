// A visitor by plain HTTP: what the measurements and the soak say and hear, with nothing between them and the API.

import { randomUUID } from 'node:crypto'

export type Service = { apiUrl: string; publishableKey: string }
export type Visitor = { apiUrl: string; token: string; conversationId: string }
export type StreamEvent = { n: number; type: string; turnId?: string; [field: string]: unknown }
export type Turn = { events: StreamEvent[]; acceptedMs: number; firstWordsMs: number; answeredMs: number }

/** Thrown for a reply that is not a success; `status` is the HTTP one. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, words: string) {
    super(`${status}: ${words.slice(0, 300)}`)
    this.status = status
  }
}

export async function enter({ apiUrl, publishableKey }: Service): Promise<Visitor> {
  const visitor = await post<{ accessToken: string }>(apiUrl, '/v1/visitors', publishableKey, {})
  const conversation = await post<{ id: string }>(apiUrl, '/v1/conversations', visitor.accessToken, {})
  return { apiUrl, token: visitor.accessToken, conversationId: conversation.id }
}

export type Saying = { messageId?: string; onEvent?: (event: StreamEvent) => void; signal?: AbortSignal }

/** Says something and reads the stream to its end; milliseconds count from the request. */
export async function say(
  { apiUrl, token, conversationId }: Visitor,
  text: string,
  saying: Saying = {},
): Promise<Turn> {
  const { messageId = randomUUID(), onEvent = () => undefined, signal } = saying
  const late = AbortSignal.timeout(60_000)
  const from = performance.now()
  const reply = await fetch(`${apiUrl}/v1/conversations/${conversationId}/turns`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messageId, text }),
    signal: signal === undefined ? late : AbortSignal.any([signal, late]),
  })
  if (!reply.ok || reply.body === null) throw new Refused(reply.status, await reply.text())
  const turn: Turn = { events: [], acceptedMs: NaN, firstWordsMs: NaN, answeredMs: NaN }
  for await (const event of eventsOf(reply.body)) {
    const at = performance.now() - from
    turn.events.push(event)
    if (event.type === 'message.accepted' && Number.isNaN(turn.acceptedMs)) turn.acceptedMs = at
    if (event.type === 'sentence' && Number.isNaN(turn.firstWordsMs)) turn.firstWordsMs = at
    if (event.type === 'turn.answered') turn.answeredMs = at
    onEvent(event)
  }
  return turn
}

/** A standing live connection; resolves once the service has said hello. */
export async function follow(
  { apiUrl, token, conversationId }: Visitor,
  onEvent: (event: StreamEvent) => void = () => undefined,
): Promise<WebSocket> {
  const { ticket } = await post<{ ticket: string }>(apiUrl, `/v1/conversations/${conversationId}/tickets`, token, {})
  const socket = new WebSocket(`${apiUrl.replace(/^http/, 'ws')}/v1/conversations/${conversationId}/live`, [
    'foyer.v1',
    `ticket.${ticket}`,
  ])
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('The live connection was refused.')))
    socket.addEventListener('close', () => reject(new Error('The live connection closed.')))
    socket.addEventListener('message', ({ data }) => {
      const event = JSON.parse(String(data)) as StreamEvent
      if (event.type === 'hello') resolve()
      onEvent(event)
    })
  })
  return socket
}

export async function get<Reply>(apiUrl: string, path: string, credential: string): Promise<Reply> {
  const reply = await fetch(`${apiUrl}${path}`, {
    headers: { authorization: `Bearer ${credential}` },
    signal: AbortSignal.timeout(30_000),
  })
  return read<Reply>(reply)
}

export async function post<Reply>(apiUrl: string, path: string, credential: string, body: object): Promise<Reply> {
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' }
  return read<Reply>(
    await fetch(`${apiUrl}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    }),
  )
}

async function read<Reply>(reply: Response): Promise<Reply> {
  const text = await reply.text()
  if (!reply.ok) throw new Refused(reply.status, text)
  return JSON.parse(text) as Reply
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: ')) yield JSON.parse(line.slice(6)) as StreamEvent
  }
}
