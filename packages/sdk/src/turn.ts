import { backOffMs } from './clock.ts'
import { FoyerError } from './errors.ts'
import { type Http, request, stream } from './request.ts'
import type { NewTurn } from './generated/types.gen.ts'
import type { EventsSince, StreamEvent } from './types.ts'
import type { Visitor } from './visitor.ts'

/** The meaning of events this client knows. */
const protocol = 1

/** Whose words they are: a visitor with renewable tokens, or a server with its key. */
export type Speaker = Pick<Visitor, 'as'>

interface Turn extends NewTurn {
  conversationId: string
  /** Milliseconds without any progress after which a lost connection is an error. */
  patienceMs: number
  signal?: AbortSignal | undefined
}

/**
 * Says something and tells what becomes of it, each event once and in order, up to the end of the turn. When the
 * connection is lost it asks for the events after the last one; before anything was accepted it says the same again.
 */
export async function* takeTurn(
  http: Http,
  visitor: Speaker,
  turn: Turn,
): AsyncGenerator<StreamEvent, void, undefined> {
  const at = { n: 0, turnId: '', ended: false }
  let progress = http.clock.now()
  for (let losses = 0; ; losses++) {
    try {
      for await (const event of losses > 0 && at.turnId !== ''
        ? missed(http, visitor, turn, at.n)
        : said(http, visitor, turn)) {
        if (!isNews(event, at, turn.messageId)) continue
        progress = http.clock.now()
        losses = 0
        yield event
        if (at.ended) return
      }
    } catch (error) {
      if (!(error instanceof FoyerError) || !error.retryable) throw error
      const waitMs = Math.max(error.retryAfterMs, backOffMs(http.clock, losses + 1, 400, 5000))
      if (http.clock.now() + waitMs - progress > turn.patienceMs) throw error
      await http.clock.wait(waitMs, turn.signal)
      continue
    }
    // The stream ended before the turn did: it still runs elsewhere, or its end is a request away.
    if (http.clock.now() - progress > turn.patienceMs)
      throw new FoyerError('timeout', 'No answer came in time. Ask again.')
    await http.clock.wait(backOffMs(http.clock, Math.min(losses + 1, 3), 300, 1500), turn.signal)
  }
}

/** Notes where we are; false for what was told before, or says nothing new. */
function isNews(event: StreamEvent, at: { n: number; turnId: string; ended: boolean }, messageId: string): boolean {
  if (event.type === 'hello') {
    checkProtocol(event.protocol)
    return false
  }
  if (event.n <= at.n) return false
  at.n = event.n
  if (event.type === 'message.accepted' && event.message.clientId === messageId) at.turnId = event.turnId
  const ends = event.type === 'turn.answered' || event.type === 'turn.failed'
  if (ends && (at.turnId === '' || event.turnId === at.turnId)) at.ended = true
  return true
}

export function checkProtocol(spoken: number): void {
  if (spoken === protocol) return
  throw new FoyerError('unreadable', 'This page is older than the service it talks to. Reload it.')
}

async function* said(http: Http, visitor: Speaker, turn: Turn): AsyncGenerator<StreamEvent, void, undefined> {
  const { conversationId, patienceMs: _patience, signal, ...body } = turn
  const path = `/v1/conversations/${conversationId}/turns`
  // Only opening is done as the visitor: a token that runs out later does not end a stream.
  const opened = await visitor.as(async (credential) => {
    const events = stream(http, { path, body, credential, signal })
    return { first: await events.next(), events }
  }, signal)
  try {
    if (opened.first.done !== true) yield opened.first.value
    yield* opened.events
  } finally {
    await opened.events.return()
  }
}

async function* missed(
  http: Http,
  visitor: Speaker,
  turn: Turn,
  after: number,
): AsyncGenerator<StreamEvent, void, undefined> {
  const path = `/v1/conversations/${turn.conversationId}/events`
  const call = { path, query: { after }, signal: turn.signal }
  const since = await visitor.as(
    (credential) => request<EventsSince>({ ...http, attempts: 1 }, { ...call, credential }),
    turn.signal,
  )
  yield* since.events
  // It is over and its end is no longer kept: saying the same again brings the answer from the record.
  if (!since.running) yield* said(http, visitor, turn)
}
