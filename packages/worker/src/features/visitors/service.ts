import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { randomToken, sha256 } from '../../shared/secret.ts'
import { dayMs, minuteMs } from '../../shared/time.ts'
import { accessTokenMs, authenticate, memberKey, signVisitorToken } from '../../web/authenticate.ts'
import { readIdentity } from './identity.ts'
import type { NewVisitor } from './schema.ts'
import * as store from './store.ts'

export { widgetConfig } from './widget-config.ts'

const refreshTokenMs = 30 * dayMs
const graceMs = minuteMs

export async function enter(ctx: Ctx, input: z.output<typeof NewVisitor>, address: string) {
  requireScope(ctx, 'visitor:enter')
  await holdAddress(ctx, address)
  const identity = input.identity === undefined ? null : await readIdentity(ctx, input.identity)
  const joining = identity === null || input.join === undefined ? null : await anonymousOf(ctx, input.join)
  const [[visitor]] = await withTenant(ctx).batch(
    store.insertVisitor({
      id: newId('visitor'),
      subject: identity?.sub ?? null,
      name: identity?.name ?? '',
      email: identity?.email ?? '',
    }),
  )
  if (visitor === undefined) throw new Error('a visitor that was just made cannot be read')
  return issueTokens(ctx, visitor.id, joining)
}

export async function refresh(ctx: Ctx, refreshToken: string) {
  requireScope(ctx, 'visitor:enter')
  const hash = await sha256(refreshToken)
  const [[held]] = await withTenant(ctx).batch(store.replaceRefreshToken(hash, ctx.now(), graceMs))
  if (held === undefined || held.keyId !== keyOf(ctx)) {
    throw new AppError(
      'token_expired',
      'This visitor has been away too long, or was signed out. Begin as a new visitor.',
    )
  }
  return issueTokens(ctx, held.visitorId, null)
}

async function issueTokens(ctx: Ctx, visitorId: string, joining: string | null) {
  const refreshToken = randomToken(32)
  const row = {
    id: newId('refreshToken'),
    visitorId,
    keyId: keyOf(ctx),
    hash: await sha256(refreshToken),
    expiresAt: new Date(ctx.now().getTime() + refreshTokenMs),
  }
  await withTenant(ctx).batch(
    store.insertRefreshToken(row),
    ...(joining === null ? [] : [store.moveConversations(joining, visitorId)]),
  )
  const { tenantId: tenant, mode, door } = ctx
  const claims = { sub: visitorId, tenant, mode, key: keyOf(ctx), assistant: door.assistantId, origins: door.origins }
  return {
    visitorId,
    accessToken: await signVisitorToken(claims, ctx.config, ctx.now()),
    expiresInMs: accessTokenMs,
    refreshToken,
  }
}

/** An anonymous conversation joins a person only when its own token is presented too. */
async function anonymousOf(ctx: Ctx, token: string): Promise<string> {
  const who = await authenticate(`Bearer ${token}`, ctx.config, ctx.now())
  const mine =
    who?.principal.kind === 'visitor' && who.tenant?.tenantId === ctx.tenantId && who.tenant.mode === ctx.mode
  if (!mine || who.principal.kind !== 'visitor')
    throw new AppError('unauthenticated', 'The token in "join" is not one of a visitor here.')
  const [[visitor]] = await withTenant(ctx).batch(store.selectVisitor(who.principal.visitorId))
  if (visitor?.subject !== null)
    throw new AppError('forbidden', 'The token in "join" belongs to a person, not to an anonymous visitor.')
  return visitor.id
}

/** How many visitors one address may become in an hour; servers with a secret key are trusted to count themselves. */
async function holdAddress(ctx: Ctx, address: string): Promise<void> {
  if (ctx.principal.kind === 'apiKey') return
  const allowance = await ctx.objects
    .tenant()
    .takeVisitor(await sha256(`${ctx.tenantId} ${address}`), ctx.config.VISITORS_PER_ADDRESS_PER_HOUR)
  if (allowance.kind !== 'refused') return
  throw new AppError('rate_limited', 'Too many new visitors come from this address. Wait a while and try again.', {
    headers: { 'retry-after': String(Math.ceil(allowance.resetMs / 1000)) },
  })
}

function keyOf(ctx: Ctx): string {
  switch (ctx.principal.kind) {
    case 'apiKey':
    case 'publishableKey':
    case 'visitor':
      return ctx.principal.keyId
    case 'member':
      return `${memberKey}${ctx.principal.memberId}`
    case 'nobody':
    case 'operator':
    case 'person':
    case 'agentServer':
    case 'callAgent':
    case 'traceReader':
    case 'system':
      throw new AppError('forbidden', 'Visitors come through a key. Use a publishable key.')
    default:
      return ctx.principal satisfies never
  }
}
