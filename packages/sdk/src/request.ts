import { backOffMs, type Clock, deadline } from './clock.ts'
import { errorFrom, FoyerError } from './errors.ts'
import { readEvents } from './sse.ts'
import type { StreamEvent } from './types.ts'

/** Where the service is and how patiently it is asked. */
export interface Http {
  /** Without a slash at the end. */
  baseUrl: string
  fetch: typeof globalThis.fetch
  clock: Clock
  /** Milliseconds for one attempt; for a stream, between two pieces of it. */
  timeoutMs: number
  /** Attempts altogether, the first included. */
  attempts: number
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Begins with `/v1/`. */
  path: string
  query?: Record<string, string | number>
  body?: unknown
  /** Sent as it is, instead of `body`. */
  content?: { type: string; data: string | Blob | Uint8Array<ArrayBuffer> } | undefined
  headers?: Record<string, string>
  /** The media type wanted, JSON by default; any other comes back as text. */
  accept?: string | undefined
  /** Sent as a bearer: a key, a visitor's access token, or a ticket; empty where a cookie says who asks. */
  credential: string
  signal?: AbortSignal | undefined
}

/**
 * Asks once and again: every call this SDK makes is harmless when it happens twice. A `Retry-After` is honoured up to 10 s.
 * @throws FoyerError the last refusal, or `unreachable`, `timeout`, `unreadable`.
 */
export async function request<Reply>(http: Http, call: Call): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once<Reply>(http, call)
    } catch (error) {
      if (!(error instanceof FoyerError) || !error.retryable || attempt >= http.attempts || error.retryAfterMs > 10_000)
        throw error
      await http.clock.wait(Math.max(error.retryAfterMs, backOffMs(http.clock, attempt, 300, 5000)), call.signal)
    }
  }
}

async function once<Reply>(http: Http, call: Call): Promise<Reply> {
  const limit = deadline(http.timeoutMs, call.signal)
  try {
    const response = await http.fetch(...fetchArguments(http, call, limit.signal, call.accept ?? 'application/json'))
    if (!response.ok) throw await errorFrom(response)
    if (call.accept !== undefined) return (await response.text()) as Reply
    return (response.status === 204 ? undefined : await response.json()) as Reply
  } catch (error) {
    throw named(error, limit.signal, call.signal)
  } finally {
    limit.clear()
  }
}

/**
 * Opens an event stream, one attempt; ends when the service ends it.
 * @throws FoyerError when it is refused, breaks off or stands still for `timeoutMs`.
 */
export async function* stream(http: Http, call: Call): AsyncGenerator<StreamEvent, void, undefined> {
  const limit = deadline(http.timeoutMs, call.signal)
  try {
    const response = await http.fetch(...fetchArguments(http, call, limit.signal, 'text/event-stream'))
    if (!response.ok) throw await errorFrom(response)
    yield* readEvents(response, () => limit.renew())
  } catch (error) {
    throw named(error, limit.signal, call.signal)
  } finally {
    limit.clear()
  }
}

function fetchArguments(http: Http, call: Call, signal: AbortSignal, accept: string): [string, RequestInit] {
  const query = new URLSearchParams(Object.entries(call.query ?? {}).map(([name, value]) => [name, String(value)]))
  const bearer = call.credential === '' ? {} : { authorization: `Bearer ${call.credential}` }
  const headers: Record<string, string> = { ...bearer, accept, ...call.headers }
  const content =
    call.content ??
    (call.body === undefined ? undefined : { type: 'application/json', data: JSON.stringify(call.body) })
  if (content !== undefined) headers['content-type'] = content.type
  return [
    `${http.baseUrl}${call.path}${query.size === 0 ? '' : `?${query}`}`,
    {
      method: call.method ?? (content === undefined ? 'GET' : 'POST'),
      headers,
      cache: 'no-store',
      signal,
      ...(content === undefined ? {} : { body: content.data }),
    },
  ]
}

/** What you aborted is thrown as you gave it; everything else under one of our names. */
function named(error: unknown, limit: AbortSignal, yours: AbortSignal | undefined): unknown {
  if (yours?.aborted === true) return yours.reason
  if (error instanceof FoyerError) return error
  if (limit.aborted)
    return new FoyerError('timeout', 'The answer took too long. Check the connection and try again.', { cause: error })
  if (error instanceof SyntaxError)
    return new FoyerError('unreadable', 'The service answered with something else than JSON.', { cause: error })
  return new FoyerError('unreachable', 'The service cannot be reached. Check the connection and try again.', {
    cause: error,
  })
}
