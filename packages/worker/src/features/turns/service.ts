import type { z } from '@hono/zod-openapi'
import { sign } from 'hono/jwt'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { memberKey } from '../../web/authenticate.ts'
import { selectConversation } from '../conversations/index.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import type { NewTurn } from './schema.ts'
import { presentTrace } from './present-trace.ts'
import * as store from './store.ts'
import type { TraceRecord } from './trace.ts'

const ticketMs = 15 * 60_000

/** Limits first, then the conversation's own object runs the turn, so that a visitor who leaves does not end it. */
export async function takeTurn(ctx: Ctx, conversationId: string, turn: z.output<typeof NewTurn>): Promise<Response> {
  requireScope(ctx, 'turn:take')
  const { principal } = ctx
  if (principal.kind === 'callAgent' && principal.conversationId !== conversationId) throw notFound('conversation')
  if (turn.via !== undefined && principal.kind !== 'callAgent')
    throw new AppError('forbidden', 'Only the agent of a call may set "via". Leave it out.')
  const mayPretend = principal.kind === 'apiKey' || ('keyId' in principal && principal.keyId.startsWith(memberKey))
  if (turn.now !== undefined && (ctx.mode !== 'test' || !mayPretend))
    throw new AppError(
      'forbidden',
      'Only a secret test key, or a member in the playground, may set "now". Leave it out.',
    )
  const who = 'visitorId' in principal ? principal.visitorId : conversationId
  const allowance = await ctx.objects.tenant().takeTurn(who)
  const resetS = Math.ceil(allowance.resetMs / 1000)
  if (allowance.kind === 'refused') {
    const headers = {
      'retry-after': String(resetS),
      'ratelimit-policy': `"turns";q=${allowance.limit};w=60`,
      ratelimit: `"turns";r=0;t=${resetS}`,
    }
    throw new AppError(
      'rate_limited',
      `That was a lot at once. Wait ${resetS} s and go on; nothing you said is lost.`,
      { headers },
    )
  }
  const { messageId, text } = turn
  const { tenantId, mode, requestId } = ctx
  const reply = await ctx.objects.conversation(conversationId).takeTurn(
    { tenantId, mode, principal, requestId },
    {
      conversationId,
      messageId,
      text,
      turnsToday: allowance.usedToday,
      ...(turn.lang === undefined ? {} : { lang: turn.lang }),
      ...(turn.via === undefined ? {} : { via: turn.via }),
      ...(turn.now === undefined ? {} : { now: turn.now }),
    },
  )
  const headers = new Headers(reply.headers)
  headers.set('ratelimit-policy', `"turns";q=${allowance.limit};w=60`)
  headers.set('ratelimit', `"turns";r=${allowance.remaining};t=${resetS}`)
  return new Response(reply.body, { status: reply.status, headers })
}

export async function getTrace(ctx: Ctx, turnId: string) {
  requireScope(ctx, 'trace:read')
  const { turn, messages } = await findTurn(ctx, turnId)
  const record = turn.trace as TraceRecord | null
  const knowledge = await loadKnowledge(ctx, record?.revision ?? 0)
  return presentTrace(turn, messages, record, knowledge.index)
}

/** A link that opens the trace page: the ticket stands in the fragment, so it reaches no log. */
export async function traceTicket(ctx: Ctx, turnId: string) {
  requireScope(ctx, 'trace:read')
  await findTurn(ctx, turnId)
  const exp = Math.floor((ctx.now().getTime() + ticketMs) / 1000)
  const claims = { aud: 'trace', turn: turnId, tenant: ctx.tenantId, mode: ctx.mode, exp }
  const ticket = await sign(claims, `trace:${ctx.config.FOYER_SECRET.reveal()}`, 'HS256')
  return { ticket, url: `${ctx.config.PUBLIC_URL}/trace#turn=${turnId}&ticket=${ticket}` }
}

async function findTurn(ctx: Ctx, turnId: string) {
  if (ctx.principal.kind === 'visitor' && ctx.mode !== 'test')
    throw new AppError('forbidden', 'Traces are for the business, not for its visitors.')
  if (ctx.principal.kind === 'traceReader' && ctx.principal.turnId !== turnId) throw notFound('turn')
  const [[turn], messages] = await withTenant(ctx).batch(store.selectTurn(turnId), store.selectMessagesOfTurn(turnId))
  if (turn === undefined) throw notFound('turn')
  if (ctx.principal.kind === 'visitor') {
    const [[own]] = await withTenant(ctx).batch(selectConversation(ctx, turn.conversationId))
    if (own === undefined) throw notFound('turn')
  }
  return { turn, messages }
}
