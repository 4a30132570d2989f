import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Ctx } from '../core/ctx.ts'
import type { DomainEvent } from '../core/events.ts'
import { events } from '../core/tables.ts'
import { query, withTenant } from '../db/tenant.ts'
import { remindOf } from '../features/callbacks/index.ts'
import { mailAnswering, mailLateWords, mailMissed, settleCall } from '../features/calls/index.ts'
import { mailLead } from '../features/leads/index.ts'
import { finishErasure } from '../features/life/index.ts'
import { finishNumber } from '../features/phone/index.ts'
import { log } from '../shared/log.ts'

const perRun = 50
const timeoutMs = 15_000
const mostAttempts = 12

/** Does what waiting events ask for: each at least once, failures again with growing pauses and jitter, then given up in the log. */
export async function drainEvents(ctx: Ctx, random: () => number = Math.random): Promise<void> {
  const [waiting] = await withTenant(ctx).batch(
    query
      .select()
      .from(events)
      .where(and(isNull(events.doneAt), lte(events.dueAt, ctx.now())))
      .orderBy(asc(events.id))
      .limit(perRun),
  )
  for (const event of waiting) {
    try {
      await handle(ctx, event.payload as DomainEvent)
      await withTenant(ctx).batch(query.update(events).set({ doneAt: ctx.now() }).where(eq(events.id, event.id)))
    } catch (error) {
      await putOff(ctx, event, error, random)
    }
  }
}

async function handle(ctx: Ctx, event: DomainEvent): Promise<void> {
  switch (event.kind) {
    case 'lead.left':
    case 'handoff.requested':
      return mailLead(ctx, event.leadId, AbortSignal.timeout(timeoutMs))
    case 'visitor.erased':
      return finishErasure(ctx, event.visitorId)
    case 'callback.due':
      return remindOf(ctx, event.callbackId, AbortSignal.timeout(timeoutMs))
    case 'call.ended':
      return settleCall(ctx, event.callId)
    case 'call.missed':
      return mailMissed(ctx, event.callId, AbortSignal.timeout(timeoutMs))
    case 'call.understood':
      return mailLateWords(ctx, event.callId, AbortSignal.timeout(timeoutMs))
    case 'number.answering':
      return mailAnswering(ctx, event, AbortSignal.timeout(timeoutMs))
    case 'number.unfinished':
      return finishNumber(ctx, event.numberId)
    default:
      return event satisfies never
  }
}

async function putOff(
  ctx: Ctx,
  event: typeof events.$inferSelect,
  error: unknown,
  random: () => number,
): Promise<void> {
  const attempts = event.attempts + 1
  const givenUp = attempts >= mostAttempts
  const pauseS = Math.min(3600, 5 * 2 ** attempts) * (0.5 + random())
  log(givenUp ? 'error' : 'warn', givenUp ? 'event.given-up' : 'event.put-off', {
    tenantId: ctx.tenantId,
    eventId: event.id,
    kind: event.kind,
    attempts,
    pii: { reason: error instanceof Error ? error.message : String(error) },
  })
  await withTenant(ctx).batch(
    query
      .update(events)
      .set({
        attempts,
        dueAt: sql`now() + make_interval(secs => ${pauseS})`,
        ...(givenUp ? { doneAt: ctx.now() } : {}),
      })
      .where(eq(events.id, event.id)),
  )
}
