import type { SentenceOut } from '../../src/features/conversations/schema.ts'
import type { StreamEventOut } from '../../src/features/turns/schema.ts'

/** A JSON call with a key; what the API refuses is a bug of the benchmark and ends it. */
export interface Api {
  url: string
  key: string
}

export async function call<T>(
  api: Api,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(api.url + path, {
    method,
    headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(120_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text.slice(0, 400)}`)
  const type = response.headers.get('content-type') ?? ''
  return (type.includes('event-stream') ? eventsIn(text) : JSON.parse(text)) as T
}

function eventsIn(stream: string): StreamEventOut[] {
  return stream
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as StreamEventOut)
}

export interface Reply {
  turnId: string
  tier: string
  kind: string
  text: string
  sentences: SentenceOut[]
}

/** One dialogue in a conversation of its own; the reply to its last turn. */
export async function ask(api: Api, turns: readonly string[], now: string): Promise<Reply> {
  const conversation = await call<{ id: string }>(api, 'POST', '/v1/conversations', {})
  let reply: Reply = { turnId: '', tier: 'none', kind: 'unknown', text: '', sentences: [] }
  for (const text of turns) {
    const said = { messageId: crypto.randomUUID(), text, ...(now === '' ? {} : { now: new Date(now).toISOString() }) }
    const events = await call<StreamEventOut[]>(api, 'POST', `/v1/conversations/${conversation.id}/turns`, said)
    const last = events.at(-1)
    if (last?.type !== 'turn.answered') throw new Error(`The turn “${text}” ended with ${JSON.stringify(last)}.`)
    const { turnId, tier, kind, message } = last
    reply = { turnId, tier, kind, text: message.text, sentences: message.sentences }
  }
  return reply
}
