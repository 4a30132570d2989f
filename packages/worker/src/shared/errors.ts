/** What may happen, with the HTTP status it shows as. Anything thrown that is not an AppError is a bug. */
const statusOf = {
  bad_request: 400,
  invalid_json: 400,
  invalid_utf8: 400,
  unauthenticated: 401,
  key_revoked: 401,
  token_expired: 401,
  sign_in_refused: 401,
  forbidden: 403,
  email_not_verified: 403,
  origin_not_allowed: 403,
  not_found: 404,
  conflict: 409,
  taken: 409,
  in_use: 409,
  last_owner: 409,
  no_draft: 409,
  would_replace: 409,
  revision_conflict: 409,
  idempotency_mismatch: 409,
  conversation_ended: 409,
  lines_busy: 409,
  voice_unavailable: 409,
  call_running: 409,
  superseded: 409,
  gone: 410,
  link_expired: 410,
  call_ended: 410,
  too_large: 413,
  unsupported_type: 415,
  unprocessable: 422,
  rate_limited: 429,
  limit_reached: 429,
  bad_environment: 500,
  unavailable: 503,
  provider_failed: 502,
} as const

export type ErrorCode = keyof typeof statusOf

export const errorCodes = Object.keys(statusOf) as [ErrorCode, ...ErrorCode[]]

export interface ErrorDetail {
  /** Where in the input, as a dotted path; empty when it is about the whole. */
  path: string
  message: string
}

/** Carries a sentence a person can act on: what happened, why, what now. Never a secret, never personal data. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly details: readonly ErrorDetail[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: ErrorCode,
    message: string,
    more: { details?: readonly ErrorDetail[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'AppError'
    this.code = code
    this.status = statusOf[code]
    this.details = more.details ?? []
    this.headers = more.headers ?? {}
  }
}

export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what} here. Check the id, or list what there is.`)
}
