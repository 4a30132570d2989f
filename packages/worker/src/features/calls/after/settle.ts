import { eventRow } from '../../../core/audit.ts'
import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { detectBuiltIn } from '../../../engine/intents/index.ts'
import { dayMs } from '../../../shared/time.ts'
import { watchAnswers } from './answer-alarm.ts'
import { outcomeOf } from './outcome.ts'
import { presentCall } from '../present.ts'
import * as settling from './settle-store.ts'
import { selectCall } from '../store.ts'
import { isFound } from '../reaching/standing.ts'
import { selectLegs } from '../reaching/store.ts'
import { summaryOf } from './summary.ts'

/** The turn that ran when they hung up is over by then, or counts as unanswered. */
const waitMs = 15_000

/**
 * After the call: what came of it and what it was about, found once and kept. Follows from the event that its end wrote, so
 * it happens whoever ended it. @throws while a turn of it still runs: it is tried again in some seconds
 */
export async function settleCall(ctx: Ctx, callId: string): Promise<void> {
  const [[call], said, left, agreed, legs] = await withTenant(ctx).batch(
    selectCall(callId),
    settling.selectSaid(callId),
    settling.selectLeft(callId),
    settling.selectConsented(callId),
    selectLegs(callId),
  )
  if (call === undefined || call.endedAt === null || call.outcome !== null || call.endReason === null) return
  const sinceMs = ctx.now().getTime() - call.endedAt.getTime()
  if (sinceMs < waitMs && said.some(({ state }) => state === 'running'))
    throw new Error('a turn of this call still runs')
  const before =
    call.caller === ''
      ? []
      : (
          await withTenant(ctx).batch(
            settling.selectEmptyBefore(call.caller, callId, new Date(call.createdAt.getTime() - dayMs)),
          )
        )[0]
  const outcome = outcomeOf({
    reason: call.endReason,
    purpose: call.purpose,
    talkedMs: call.greetedAt === null ? null : call.endedAt.getTime() - call.greetedAt.getTime(),
    said,
    consented: agreed.length > 0,
    left: left.flatMap(({ reason, callbackId }) => (callbackId === null ? [reason] : [reason, 'callback' as const])),
    transferred: legs.some(({ purpose, result }) => purpose !== 'danger' && result !== null && isFound({ result })),
    optedOut: said.some(({ text }) => detectBuiltIn(text, call.lang)?.intent === 'opt-out'),
    emptyBefore: before.length,
  })
  const summary = summaryOf({ said, left, caller: call.caller })
  const isMissed = outcome === 'missed' && call.channel === 'phone'
  const [[settled]] = await withTenant(ctx).batch(
    settling.settle(callId, outcome, summary),
    ...(isMissed ? [eventRow({ kind: 'call.missed', callId, conversationId: call.conversationId })] : []),
  )
  if (isMissed) await ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode })
  if (settled === undefined) return
  if (call.channel === 'phone') await watchAnswers(ctx, call.dialled)
  await ctx.objects
    .conversation(call.conversationId)
    .announce(call.conversationId, { type: 'call.changed', call: presentCall(settled) })
}
