import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { log } from '../../shared/log.ts'
import { type CallRow, presentCall } from './present.ts'
import { closeConnected, endLegs } from './reaching/store.ts'
import * as store from './store.ts'
import type { endReasons } from './table.ts'

type EndReason = (typeof endReasons)[number]

/** Closes the books of a call, once; null when they were closed before. The room goes in any case. */
export async function closeBooks(
  ctx: Ctx,
  call: Pick<CallRow, 'id' | 'room' | 'conversationId'>,
  reason: EndReason,
): Promise<CallRow | null> {
  const { id: callId, conversationId } = call
  const now = ctx.now()
  const [, [ended]] = await withTenant(ctx).batch(
    store.tellEnded(callId, { kind: 'call.ended', callId, conversationId }),
    store.endCall(callId, reason, now),
    endLegs(callId, now),
    closeConnected(callId, now),
  )
  const settled = await Promise.allSettled([
    ctx.ports.media?.rooms.close(call.room),
    ctx.objects.tenant().freeLine(call.id),
    ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode }),
  ])
  for (const each of settled) {
    // An agent whose beat is refused leaves, and an empty room ends by itself.
    if (each.status === 'rejected')
      log('warn', 'call.room-left-open', {
        tenantId: ctx.tenantId,
        callId: call.id,
        pii: { reason: String(each.reason) },
      })
  }
  if (ended === undefined) return null
  log('info', 'call.ended', { tenantId: ctx.tenantId, callId: call.id, reason })
  return ended
}

/** The same from outside the conversation's object, which then watches no longer and tells its listeners. */
export async function endTheCall(ctx: Ctx, call: CallRow, reason: EndReason): Promise<CallRow> {
  const ended = await closeBooks(ctx, call, reason)
  const conversation = ctx.objects.conversation(call.conversationId)
  await conversation.forgetCall(call.id)
  if (ended !== null)
    await conversation.announce(call.conversationId, { type: 'call.changed', call: presentCall(ended) })
  return ended ?? call
}
