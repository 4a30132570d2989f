import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import type { Person } from '../core/principal.ts'
import type { Role } from '../core/scopes.ts'
import { withSystem } from '../db/system.ts'
import type { Config } from '../shared/config.ts'
import { AppError, notFound } from '../shared/errors.ts'
import { sessionCookie, sessionSecret } from '../shared/session.ts'
import type { Identified } from './authenticate.ts'
import { requireOwnOrigin } from './origins.ts'
import type { HttpEnv } from './router.ts'

const safe = ['GET', 'HEAD']

/**
 * Who is signed in here: one look-up, so that a session that was ended, or a member who was removed, is out at once.
 * With `foyer-tenant` for one of their tenants; with `foyer-mode` in a mode that the tenant allows. null without a cookie.
 */
export async function authenticateSession(c: Context<HttpEnv>, config: Config): Promise<Identified | null> {
  const token = await getSignedCookie(c, sessionSecret(config), sessionCookie.nameFor(config))
  if (token === undefined || token === false) return null
  const origin = c.req.header('origin')
  if (origin !== undefined || !safe.includes(c.req.method)) requireOwnOrigin(origin, config)
  const tenantId = c.req.header('foyer-tenant') ?? ''
  const [row] = await withSystem(config, 'a session names its person').call('find_session', token, tenantId)
  if (row === undefined)
    throw new AppError('unauthenticated', 'You were signed out, here or from another place. Sign in and try again.')
  const person: Person = {
    userId: row.user_id,
    sessionId: row.session_id,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified,
  }
  if (tenantId === '') return { principal: { kind: 'person', person } }
  if (row.member_id === null || row.role === null || row.tenant_mode === null) throw notFound('tenant')
  return {
    principal: { kind: 'member', person, memberId: row.member_id, role: row.role as Role },
    tenant: {
      tenantId,
      mode: modeFor(c.req.header('foyer-mode'), row.tenant_mode),
      assistantId: null,
      origins: [new URL(config.PUBLIC_URL).origin],
    },
  }
}

function modeFor(wished: string | undefined, allowed: 'test' | 'live'): 'test' | 'live' {
  if (wished === undefined) return allowed
  if (wished !== 'test' && wished !== 'live')
    throw new AppError('bad_request', 'The header foyer-mode is neither "test" nor "live".')
  if (wished === 'live' && allowed === 'test')
    throw new AppError('forbidden', 'This tenant is for testing: it has nothing live. Ask for mode "test".')
  return wished
}
