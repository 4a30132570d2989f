import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { selectConversation } from '../conversations/access.ts'
import { notePlayed } from '../turns/index.ts'
import { callEnded } from './access.ts'
import { endTheCall } from './end.ts'
import { ticket, unavailable } from './open.ts'
import { presentCall } from './present.ts'
import type { HeardTurn } from './schema.ts'
import * as store from './store.ts'

export async function getOwnCall(ctx: Ctx, conversationId: string, callId: string) {
  requireScope(ctx, 'visitor:talk')
  return presentCall((await findOwn(ctx, conversationId, callId)).call)
}

export async function joinCall(ctx: Ctx, conversationId: string, callId: string) {
  requireScope(ctx, 'visitor:talk')
  const { call, conversation } = await findOwn(ctx, conversationId, callId)
  if (call.state === 'ended') throw callEnded()
  const { media } = ctx.ports
  if (media === undefined) throw unavailable('No media server is set up.')
  return { call: presentCall(call), join: await ticket(ctx, media, call.room, conversation.visitorId) }
}

export async function endCall(ctx: Ctx, conversationId: string, callId: string) {
  requireScope(ctx, 'visitor:talk')
  const { call } = await findOwn(ctx, conversationId, callId)
  return presentCall(call.state === 'ended' ? call : await endTheCall(ctx, call, 'visitor_hung_up'))
}

export async function reportHeard(ctx: Ctx, conversationId: string, callId: string, heard: z.output<typeof HeardTurn>) {
  requireScope(ctx, 'visitor:talk')
  await findOwn(ctx, conversationId, callId)
  await notePlayed(ctx, conversationId, heard.turnId, heard.playedAt)
}

async function findOwn(ctx: Ctx, conversationId: string, callId: string) {
  const [[conversation], [call]] = await withTenant(ctx).batch(
    selectConversation(ctx, conversationId),
    store.selectCall(callId),
  )
  if (conversation === undefined) throw notFound('conversation')
  if (call?.conversationId !== conversationId) throw notFound('call')
  return { conversation, call }
}
