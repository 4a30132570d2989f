import type { Problem } from './types.ts'

/** The API's own codes, and three for what happens on the way to it. */
export type FoyerErrorCode = Problem['error']['code'] | 'unreachable' | 'timeout' | 'unreadable'

const retryable: ReadonlySet<string> = new Set<FoyerErrorCode>([
  'unreachable',
  'timeout',
  'rate_limited',
  'unavailable',
  'provider_failed',
  'internal',
])

interface Facts {
  requestId?: string
  /** HTTP status; 0 when no answer came. */
  status?: number
  details?: readonly { path: string; message: string }[]
  retryAfterMs?: number
  cause?: unknown
}

/** Everything the SDK throws, except the reason of an `AbortSignal` that you aborted. */
export class FoyerError extends Error {
  readonly code: FoyerErrorCode
  /** Names the request in the logs of the service; empty when no answer came. */
  readonly requestId: string
  readonly status: number
  /** The same request may succeed a little later. */
  readonly retryable: boolean
  /** What was wrong with which field, as dotted paths. */
  readonly details: readonly { path: string; message: string }[]
  /** Milliseconds the service asks to wait; 0 when it did not say. */
  readonly retryAfterMs: number

  constructor(code: FoyerErrorCode, message: string, facts: Facts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = 'FoyerError'
    this.code = code
    this.requestId = facts.requestId ?? ''
    this.status = facts.status ?? 0
    this.retryable = retryable.has(code)
    this.details = facts.details ?? []
    this.retryAfterMs = facts.retryAfterMs ?? 0
  }
}

/** Reads a refusal; whatever else answers (a proxy's page) becomes `unavailable` or `unreadable`. */
export async function errorFrom(response: Response): Promise<FoyerError> {
  const facts = {
    status: response.status,
    requestId: response.headers.get('x-request-id') ?? '',
    retryAfterMs: (Number(response.headers.get('retry-after')) || 0) * 1000,
  }
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  const problem = body?.error
  if (typeof problem?.code !== 'string') {
    const code = response.status >= 500 ? 'unavailable' : response.status === 429 ? 'rate_limited' : 'unreadable'
    return new FoyerError(
      code,
      `The service answered ${response.status} without saying why. Try again in a moment.`,
      facts,
    )
  }
  const requestId = problem.requestId || facts.requestId
  return new FoyerError(problem.code, problem.message, { ...facts, requestId, details: problem.details })
}
