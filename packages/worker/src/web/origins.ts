import type { Context } from 'hono'
import type { Config } from '../shared/config.ts'
import { AppError } from '../shared/errors.ts'
import { ownOrigins } from '../shared/own-origins.ts'
import type { Identified } from './authenticate.ts'
import type { HttpEnv } from './router.ts'

const loopback = /^https?:\/\/(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * A publishable key is public: this stops other web sites, not scripts, and is never the only guard. Requests without an
 * Origin (servers, curl) pass; the ceilings hold them.
 */
export function checkOrigin(origin: string | undefined, who: Identified): void {
  if (origin === undefined || who.tenant === undefined) return
  if (who.principal.kind === 'apiKey') {
    throw new AppError(
      'forbidden',
      'A secret key was sent from a web page, where anybody can read it. Revoke it, and use a publishable key (pk_…) there.',
    )
  }
  if (who.principal.kind !== 'publishableKey' && who.principal.kind !== 'visitor') return
  if (who.tenant.mode === 'test' && loopback.test(origin)) return
  if (who.tenant.origins.includes(origin)) return
  throw new AppError(
    'origin_not_allowed',
    `This key is not allowed on ${origin}. Add exactly "${origin}" to the allowed origins of the tenant.`,
  )
}

/** A cookie is sent whoever made the page: what changes something must come from a page of ours. @throws AppError */
export function requireOwnOrigin(origin: string | undefined, config: Config): void {
  if (origin !== undefined && ownOrigins(config).includes(origin)) return
  throw new AppError(
    'origin_not_allowed',
    'A session changes things only from the pages of this server. A program uses a secret key instead.',
  )
}

/** Cookies are never allowed across origins, so any origin may read what its own credential was given, refusals included. */
export function corsHeaders(c: Context<HttpEnv>): Record<string, string> {
  const origin = c.req.header('origin')
  if (origin === undefined) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match, last-event-id',
    'access-control-expose-headers': 'x-request-id, retry-after, etag, ratelimit, ratelimit-policy',
    'access-control-max-age': '7200',
    vary: 'Origin',
  }
}
