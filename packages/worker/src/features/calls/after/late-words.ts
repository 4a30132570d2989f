import type { z } from '@hono/zod-openapi'
import { eventRow } from '../../../core/audit.ts'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { newId } from '../../../shared/ids.ts'
import { holderOf, requireHeld } from '../access.ts'
import { presentCall } from '../present.ts'
import { requireRecorded } from '../recording/recording.ts'
import type { LateWords } from '../schema.ts'
import { selectCall } from '../store.ts'
import * as settling from './settle-store.ts'
import { summaryOf } from './summary.ts'

/**
 * What no recogniser understood at once and one did later: it stands in the transcript with the time at which it was said,
 * and no turn answers it. What the call was about is found anew, what came of it stays, and the owner gets a letter.
 */
export async function addLateWords(ctx: Ctx, callId: string, words: z.output<typeof LateWords>): Promise<void> {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  const [[found]] = await withTenant(ctx).batch(selectCall(callId))
  const call = requireRecorded(requireHeld(found, holder))
  const [, said, left] = await withTenant(ctx).batch(
    settling.insertLateWords(callId, { id: newId('message'), ...words }),
    settling.selectSaid(callId),
    settling.selectLeft(callId),
    eventRow({ kind: 'call.understood', callId, conversationId: call.conversationId }),
  )
  await ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode })
  const [[changed]] = await withTenant(ctx).batch(
    settling.summarise(callId, summaryOf({ said, left, caller: call.caller })),
  )
  if (changed === undefined) return
  const event = { type: 'call.changed', call: presentCall(changed) }
  await ctx.objects.conversation(call.conversationId).announce(call.conversationId, event)
}
