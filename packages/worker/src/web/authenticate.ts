import { sign, verify } from 'hono/jwt'
import type { Principal } from '../core/principal.ts'
import { withSystem } from '../db/system.ts'
import type { Config } from '../shared/config.ts'
import { AppError } from '../shared/errors.ts'
import { type Secret, sha256 } from '../shared/secret.ts'

export interface Identified {
  principal: Principal
  tenant?: { tenantId: string; mode: 'test' | 'live'; assistantId: string | null; origins: readonly string[] }
}

/** Who holds this credential; null when none was sent. @throws AppError 401 in the words that fit. */
export async function authenticate(header: string | undefined, config: Config, now: Date): Promise<Identified | null> {
  const token = header?.match(/^Bearer\s+(\S+)$/i)?.[1]
  if (token === undefined) return null
  if (/^[ps]k_(test|live)_/.test(token)) return byKey(token, config, now)
  if (token.split('.').length === 3)
    return (
      (await byTraceTicket(token, config, now)) ??
      (await byCallToken(token, config, now)) ??
      byVisitorToken(token, config, now)
    )
  if (await sameSecret(token, config.FOYER_OPERATOR_KEY)) return { principal: { kind: 'operator' } }
  if (config.FOYER_AGENT_KEY !== undefined && (await sameSecret(token, config.FOYER_AGENT_KEY)))
    return { principal: { kind: 'agentServer' } }
  throw new AppError('unauthenticated', 'This credential is not known here. Check that it was copied whole.')
}

async function byKey(token: string, config: Config, now: Date): Promise<Identified> {
  const [key] = await withSystem(config, 'a key names its tenant').call('find_key', await sha256(token))
  if (key === undefined)
    throw new AppError('unauthenticated', 'This key is not known here. Check that it was copied whole.')
  if (key.revoked_at !== null) throw new AppError('key_revoked', 'This key was revoked. Ask the owner for a new one.')
  if (key.expires_at !== null && new Date(key.expires_at) <= now) {
    throw new AppError('key_revoked', 'This key was replaced and its time of grace is over. Use the new one.')
  }
  const kind = key.kind === 'secret' ? 'apiKey' : 'publishableKey'
  const tenant = { tenantId: key.tenant_id, mode: key.mode, assistantId: key.assistant_id, origins: key.origins }
  return { principal: { kind, keyId: key.key_id }, tenant }
}

interface VisitorClaims {
  aud: 'visitor'
  sub: string
  tenant: string
  mode: 'test' | 'live'
  key: string
  assistant: string | null
  origins: readonly string[]
}

/** In the place of a key, before the id of the member who tries the assistant as a visitor would. */
export const memberKey = 'member:'

export const accessTokenMs = 15 * 60_000

export async function signVisitorToken(claims: Omit<VisitorClaims, 'aud'>, config: Config, now: Date): Promise<string> {
  const exp = Math.floor((now.getTime() + accessTokenMs) / 1000)
  return sign({ ...claims, aud: 'visitor', exp }, visitorSecret(config), 'HS256')
}

async function byVisitorToken(token: string, config: Config, now: Date): Promise<Identified> {
  const claims = await verify(token, visitorSecret(config), { alg: 'HS256', exp: false }).catch(() => null)
  if (claims === null || claims['aud'] !== 'visitor' || typeof claims.exp !== 'number') {
    throw new AppError('unauthenticated', 'This token is not one of ours. Start again with the publishable key.')
  }
  if (claims.exp * 1000 <= now.getTime())
    throw new AppError('token_expired', 'This token has run out. Refresh it and ask again.')
  const known = claims as unknown as VisitorClaims
  return {
    principal: { kind: 'visitor', visitorId: known.sub, keyId: known.key },
    tenant: { tenantId: known.tenant, mode: known.mode, assistantId: known.assistant, origins: known.origins },
  }
}

async function byTraceTicket(token: string, config: Config, now: Date): Promise<Identified | null> {
  const claims = await verify(token, `trace:${config.FOYER_SECRET.reveal()}`, { alg: 'HS256', exp: false }).catch(
    () => null,
  )
  if (claims === null || claims['aud'] !== 'trace' || typeof claims.exp !== 'number') return null
  if (claims.exp * 1000 <= now.getTime())
    throw new AppError('token_expired', 'This link has run out. Open the trace again from the answer.')
  const known = claims as unknown as { turn: string; tenant: string; mode: 'test' | 'live' }
  return {
    principal: { kind: 'traceReader', turnId: known.turn },
    tenant: { tenantId: known.tenant, mode: known.mode, assistantId: null, origins: [] },
  }
}

interface CallClaims {
  tenant: string
  mode: 'test' | 'live'
  conversation: string
  visitor: string
  call: string
  generation: number
}

/** For the one job that holds a call; the call's generation decides whether it still does. */
export async function signCallToken(claims: CallClaims, config: Config, goodUntil: Date): Promise<string> {
  const exp = Math.floor(goodUntil.getTime() / 1000)
  return sign({ ...claims, aud: 'call', exp }, `call:${config.FOYER_SECRET.reveal()}`, 'HS256')
}

async function byCallToken(token: string, config: Config, now: Date): Promise<Identified | null> {
  const claims = await verify(token, `call:${config.FOYER_SECRET.reveal()}`, { alg: 'HS256', exp: false }).catch(
    () => null,
  )
  if (claims === null || claims['aud'] !== 'call' || typeof claims.exp !== 'number') return null
  if (claims.exp * 1000 <= now.getTime())
    throw new AppError('token_expired', 'The time of this call is over. Leave it.')
  const { tenant: tenantId, mode, conversation, visitor, call, generation } = claims as unknown as CallClaims
  return {
    principal: { kind: 'callAgent', callId: call, generation, conversationId: conversation, visitorId: visitor },
    tenant: { tenantId, mode, assistantId: null, origins: [] },
  }
}

function visitorSecret(config: Config): string {
  return `visitor:${config.FOYER_SECRET.reveal()}`
}

/** Compared as digests, so that the time taken says nothing of the content. */
async function sameSecret(given: string, expected: Secret): Promise<boolean> {
  return (await sha256(given)) === (await sha256(expected.reveal()))
}
