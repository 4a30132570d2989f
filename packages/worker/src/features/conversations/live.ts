import type { z } from '@hono/zod-openapi'
import { sign, verify } from 'hono/jwt'
import { type Ctx, type PlatformCtx, requireScope } from '../../core/ctx.ts'
import { AppError } from '../../shared/errors.ts'
import type { EventsSince } from '../turns/schema.ts'
import { findConversation } from './access.ts'

const ticketMs = 30_000

export async function eventsSince(
  ctx: Ctx,
  conversationId: string,
  after: number,
): Promise<z.infer<typeof EventsSince>> {
  requireScope(ctx, 'visitor:talk')
  await findConversation(ctx, conversationId)
  return (await ctx.objects.conversation(conversationId).events(conversationId, after)) as z.infer<typeof EventsSince>
}

/** The object remembers the ticket's nonce and takes it once; the signature names the object that does. */
export async function issueTicket(ctx: Ctx, conversationId: string) {
  requireScope(ctx, 'visitor:talk')
  await findConversation(ctx, conversationId)
  const nonce = await ctx.objects.conversation(conversationId).ticket()
  const exp = Math.floor((ctx.now().getTime() + ticketMs) / 1000)
  const claims = { aud: 'live', conversation: conversationId, tenant: ctx.tenantId, mode: ctx.mode, nonce, exp }
  return { ticket: await sign(claims, secretOf(ctx), 'HS256'), expiresInMs: ticketMs }
}

export async function followLive(
  ctx: PlatformCtx,
  conversationId: string,
  after: number,
  request: Request,
): Promise<Response> {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
    throw new AppError(
      'bad_request',
      'This address speaks WebSocket. Open it with the subprotocols "foyer.v1" and "ticket.…".',
    )
  }
  const offered = (request.headers.get('sec-websocket-protocol') ?? '').split(',').map((part) => part.trim())
  const ticket = offered.find((part) => part.startsWith('ticket.'))?.slice('ticket.'.length) ?? ''
  const claims = await verify(ticket, secretOf(ctx), { alg: 'HS256', exp: false }).catch(() => null)
  const inTime = typeof claims?.exp === 'number' && claims.exp * 1000 > ctx.now().getTime()
  if (claims === null || claims['aud'] !== 'live' || claims['conversation'] !== conversationId || !inTime) {
    throw new AppError('unauthenticated', 'The ticket is missing, used, or has run out. Ask for a new one.')
  }
  const known = claims as unknown as { tenant: string; mode: 'test' | 'live'; nonce: string }
  const target = ctx.enter(known.tenant, known.mode).objects.conversation(conversationId)
  return target.follow(request, conversationId, known.nonce, after)
}

const secretOf = (ctx: { config: Ctx['config'] }) => `live:${ctx.config.FOYER_SECRET.reveal()}`
