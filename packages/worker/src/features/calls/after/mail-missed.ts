import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { showPhone } from '../../../shared/phone.ts'
import { hourMs } from '../../../shared/time.ts'
import { canMailOwner, mailOwner } from '../../connections/index.ts'
import { locations } from '../../tenants/table.ts'
import { selectTenant } from '../../tenants/index.ts'
import { selectCall } from '../store.ts'
import { calls } from '../table.ts'

/**
 * A missed call, so that somebody calls back; one mail an hour for each number. What was passed on rang the business's own
 * phone, which we cannot see, and is not mailed. The call's id is the idempotency key.
 */
export async function mailMissed(ctx: Ctx, callId: string, signal: AbortSignal): Promise<void> {
  const [[call], [tenant], [place]] = await withTenant(ctx).batch(
    selectCall(callId),
    selectTenant(),
    query.select({ timeZone: locations.timeZone }).from(locations).orderBy(locations.id).limit(1),
  )
  if (call === undefined || tenant === undefined || call.endReason === 'passed_on') return
  const [before] = await withTenant(ctx).batch(missedBefore(call.caller, call.id, call.createdAt))
  if (call.caller !== '' && before.length > 0) return
  if (!canMailOwner(ctx, tenant, { callId })) return
  const from = call.caller === '' ? 'a hidden number' : showPhone(call.caller, tenant.country)
  const at = new Intl.DateTimeFormat('en', {
    timeZone: place?.timeZone ?? 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  await mailOwner(
    ctx,
    tenant,
    {
      replyTo: '',
      subject: `Missed call from ${from}`,
      text: [
        `Somebody called ${showPhone(call.dialled, tenant.country)} from ${from} on ${at.format(call.createdAt)}, and hung up before anybody spoke to them.`,
        '',
        call.caller === '' ? 'They hid their number.' : `Call them back: ${from}`,
      ].join('\n'),
      idempotencyKey: call.id,
    },
    signal,
  )
}

const missedBefore = (caller: string, callId: string, at: Date) =>
  query
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.caller, caller),
        lt(calls.id, callId),
        gte(calls.createdAt, new Date(at.getTime() - hourMs)),
        eq(calls.outcome, 'missed'),
        sql`${calls.endReason} <> 'passed_on'`,
      ),
    )
    .limit(1)
