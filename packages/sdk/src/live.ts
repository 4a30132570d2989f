import { backOffMs } from './clock.ts'
import { FoyerError } from './errors.ts'
import { type Http, request } from './request.ts'
import { checkProtocol } from './turn.ts'
import type { Ticket } from './generated/types.gen.ts'
import type { StreamEvent } from './types.ts'
import type { Visitor } from './visitor.ts'

/** How a live connection is doing. */
export type LiveState = 'connecting' | 'live' | 'waiting'

export interface FollowOptions {
  conversationId: string
  /** Events after this number; 0 for all that are still kept. */
  after: number
  signal?: AbortSignal | undefined
  onState?: ((state: LiveState) => void) | undefined
}

/**
 * What happens in a conversation, from any tab or person, until aborted. A lost connection is opened again after 0.5 to
 * 30 s (at once when the device comes back online) and goes on after the last event.
 * @throws FoyerError when the conversation may not be followed; the signal's reason when aborted.
 */
export async function* followLive(
  http: Http,
  visitor: Visitor,
  options: FollowOptions,
): AsyncGenerator<StreamEvent, void, undefined> {
  let after = options.after
  for (let losses = 0; ; losses++) {
    try {
      options.onState?.('connecting')
      const path = `/v1/conversations/${options.conversationId}`
      const call = { method: 'POST', path: `${path}/tickets`, signal: options.signal } as const
      const { ticket } = await visitor.as(
        (credential) => request<Ticket>(http, { ...call, credential }),
        options.signal,
      )
      const url = `${http.baseUrl.replace(/^http/, 'ws')}${path}/live?after=${after}`
      for await (const event of frames(new WebSocket(url, ['foyer.v1', `ticket.${ticket}`]), options.signal)) {
        if (event.type === 'hello') {
          checkProtocol(event.protocol)
          losses = 0
          options.onState?.('live')
          continue
        }
        if (event.n <= after) continue
        after = event.n
        yield event
      }
    } catch (error) {
      if (!(error instanceof FoyerError) || !error.retryable) throw error
    }
    options.signal?.throwIfAborted()
    options.onState?.('waiting')
    await http.clock.wait(backOffMs(http.clock, losses + 1, 500, 30_000), options.signal)
  }
}

/** The frames of one connection; ends when it closes, the device goes offline, or the caller stops. */
async function* frames(
  socket: WebSocket,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamEvent, void, undefined> {
  const waiting: StreamEvent[] = []
  let closed = false
  let wake = () => {}
  const close = () => {
    closed = true
    wake()
  }
  const page = globalThis as Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>
  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string' || !data.startsWith('{')) return
    waiting.push(JSON.parse(data) as StreamEvent)
    wake()
  })
  socket.addEventListener('close', close)
  socket.addEventListener('error', close)
  signal?.addEventListener('abort', close)
  page.addEventListener?.('offline', close)
  try {
    for (;;) {
      const event = waiting.shift()
      if (event !== undefined) yield event
      else if (closed) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal?.removeEventListener('abort', close)
    page.removeEventListener?.('offline', close)
    socket.close()
  }
}
