import type { Ctx, Mode } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { dayMs } from '../../../shared/time.ts'
import { recordingsOf } from './recording.ts'
import { endTheCall } from '../end.ts'
import * as store from '../store.ts'

const modes: readonly Mode[] = ['live', 'test']

/**
 * Nightly: the recordings that are older than the tenant keeps them, and those whose conversation goes tonight. The files
 * first: a row that still names a file which is gone is tried again, a file that no row names stays for ever.
 */
export async function forgetRecordings(
  ctx: Ctx,
  days: { recordingDays: number; conversationDays: number },
): Promise<void> {
  const before = (kept: number) => new Date(ctx.now().getTime() - kept * dayMs)
  const [recorded, talked] = [
    before(Math.min(days.recordingDays, days.conversationDays)),
    before(days.conversationDays),
  ]
  for (const mode of modes) {
    const born = { ...ctx, mode }
    const [old] = await withTenant(born).batch(store.selectRecordedBefore(recorded, talked))
    for (const { id } of old) {
      await ctx.ports.files.removeBelow(recordingsOf(born, id))
      await withTenant(born).batch(store.forgetRecording(id))
    }
  }
}

/** Ends what a visitor has on the line, and lets go of what was recorded of them. */
export async function forgetCallsOf(ctx: Ctx, visitorId: string): Promise<void> {
  const [made] = await withTenant(ctx).batch(store.selectCallsOf(visitorId))
  for (const call of made) {
    if (call.state !== 'ended') await endTheCall(ctx, call, 'conversation_ended')
    await ctx.ports.files.removeBelow(recordingsOf(ctx, call.id))
    await withTenant(ctx).batch(store.forgetRecording(call.id))
  }
}
