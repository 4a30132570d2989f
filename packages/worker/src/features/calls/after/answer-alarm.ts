import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { auditRow, eventRow } from '../../../core/audit.ts'
import type { Ctx } from '../../../core/ctx.ts'
import type { DomainEvent } from '../../../core/events.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { expectWritten } from '../../../db/expect.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { showPhone } from '../../../shared/phone.ts'
import { dayMs } from '../../../shared/time.ts'
import { canMailOwner, mailOwner } from '../../connections/index.ts'
import { selectByNumber } from '../../phone/store.ts'
import { phoneNumbers } from '../../phone/table.ts'
import { selectTenant } from '../../tenants/index.ts'
import { answering, mostCounted } from './answer-rate.ts'
import { selectRung } from './settle-store.ts'

/**
 * After each call by phone: too few of the last day's were answered, or enough are again. An alarm and its end each are one
 * conditional update with their event, so the owner hears of both once, whatever happens at the same time.
 */
export async function watchAnswers(ctx: Ctx, dialled: string): Promise<void> {
  const [[number]] = await withTenant(ctx).batch(selectByNumber(dialled))
  if (number === undefined) return
  const { id, lowSince, countedFrom } = number
  const from = Math.max(ctx.now().getTime() - dayMs, ...[lowSince, countedFrom].map((at) => at?.getTime() ?? 0))
  const [rung] = await withTenant(ctx).batch(selectRung(dialled, new Date(from), mostCounted))
  const verdict = answering(rung.map(({ answered }) => answered))
  if (verdict !== (lowSince === null ? 'low' : 'normal')) return
  const now = ctx.now()
  const change = lowSince === null ? { lowSince: now } : { lowSince: null, countedFrom: now }
  const isAsBefore = lowSince === null ? isNull(phoneNumbers.lowSince) : isNotNull(phoneNumbers.lowSince)
  const answered = rung.filter((call) => call.answered).length
  const since = (lowSince ?? now).toISOString()
  const event = { kind: 'number.answering', numberId: id, state: verdict, since, answered, of: rung.length } as const
  await withTenant(ctx)
    .batch(
      query
        .update(phoneNumbers)
        .set({ ...change, id: sql`id` })
        .where(and(eq(phoneNumbers.id, id), isAsBefore)),
      expectWritten(phoneNumbers, eq(phoneNumbers.id, id)),
      eventRow(event),
      auditRow(ctx, verdict === 'low' ? 'number.answering-low' : 'number.answering-normal', id, {
        answered,
        of: rung.length,
      }),
    )
    .then(() => ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode }))
    .catch((error: unknown) => {
      if (!isLostRace(error)) throw error
    })
}

type Answering = Extract<DomainEvent, { kind: 'number.answering' }>

export async function mailAnswering(
  ctx: Ctx,
  { numberId, state, since, answered, of }: Answering,
  signal: AbortSignal,
): Promise<void> {
  const [[number], [tenant]] = await withTenant(ctx).batch(
    query.select({ number: phoneNumbers.number }).from(phoneNumbers).where(eq(phoneNumbers.id, numberId)),
    selectTenant(),
  )
  if (number === undefined || tenant === undefined) return
  if (!canMailOwner(ctx, tenant, { numberId })) return
  const shown = showPhone(number.number, tenant.country)
  const words =
    state === 'low'
      ? {
          subject: `Calls to ${shown} are not answered`,
          text: [
            `Of the last ${of} calls to ${shown}, ${of - answered} were not answered.`,
            '',
            'What now: type `foyer doctor` to see what is broken, or call the number yourself.',
            'You hear of it again when calls are answered as they should be.',
          ].join('\n'),
        }
      : { subject: `Calls to ${shown} are answered again`, text: `The last ${of} calls to ${shown} were answered.` }
  await mailOwner(ctx, tenant, { replyTo: '', ...words, idempotencyKey: `${numberId} ${state} ${since}` }, signal)
}
