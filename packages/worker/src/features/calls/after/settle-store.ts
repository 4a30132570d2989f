import { and, asc, desc, eq, gte, isNull, lt, lte, sql } from 'drizzle-orm'
import { query } from '../../../db/tenant.ts'
import { callbacks } from '../../callbacks/table.ts'
import { messages, turns } from '../../conversations/index.ts'
import { leads } from '../../leads/table.ts'
import type { Outcome } from './outcome.ts'
import type { Summary } from './summary.ts'
import { calls, consents } from '../table.ts'

/** The span of a call: a conversation may have been typed in before it, and after. */
const during = (at: typeof messages.createdAt | typeof leads.createdAt, callId: string) =>
  and(
    gte(at, sql`(select c.created_at from calls c where c.id = ${callId})`),
    lte(at, sql`(select coalesce(c.ended_at, now()) from calls c where c.id = ${callId})`),
  )

const ofCall = (callId: string) => sql`(select c.conversation_id from calls c where c.id = ${callId})`

/** What was said to us in a call, in order, and how each turn was answered. */
export const selectSaid = (callId: string) =>
  query
    .select({ text: messages.text, kind: turns.kind, state: turns.state })
    .from(messages)
    .leftJoin(turns, and(eq(turns.tenantId, messages.tenantId), eq(turns.id, messages.turnId)))
    .where(
      and(
        eq(messages.conversationId, ofCall(callId)),
        eq(messages.author, 'visitor'),
        during(messages.createdAt, callId),
      ),
    )
    .orderBy(asc(messages.position))

/** What was understood when the call was over, in the order in which it was said. */
export const selectLate = (callId: string) =>
  query
    .select({ text: messages.text })
    .from(messages)
    .where(
      and(eq(messages.conversationId, ofCall(callId)), eq(messages.via, 'late'), during(messages.createdAt, callId)),
    )
    .orderBy(asc(messages.createdAt))

/** A message may still be stored by the turn that ran when they hung up. */
export const selectLeft = (callId: string) =>
  query
    .select({
      name: leads.name,
      phone: leads.phone,
      text: leads.text,
      reason: leads.reason,
      callbackId: callbacks.id,
    })
    .from(leads)
    .leftJoin(callbacks, and(eq(callbacks.tenantId, leads.tenantId), eq(callbacks.leadId, leads.id)))
    .where(
      and(
        eq(leads.conversationId, ofCall(callId)),
        gte(leads.createdAt, sql`(select c.created_at from calls c where c.id = ${callId})`),
        lte(
          leads.createdAt,
          sql`(select coalesce(c.ended_at, now()) + interval '10 seconds' from calls c where c.id = ${callId})`,
        ),
      ),
    )
    .orderBy(asc(leads.id))

/** Calls of a number within a day before this one that came to nothing: see `isEmpty`. */
export const selectEmptyBefore = (caller: string, callId: string, since: Date) =>
  query
    .select({ id: calls.id, greetedAt: calls.greetedAt, endedAt: calls.endedAt })
    .from(calls)
    .where(
      and(
        eq(calls.caller, caller),
        lt(calls.id, callId),
        gte(calls.createdAt, since),
        eq(calls.state, 'ended'),
        sql`${calls.endReason} <> 'passed_on'`,
        sql`not exists (select from messages m where m.conversation_id = ${calls.conversationId} and m.author = 'visitor')`,
      ),
    )
    .limit(10)

/** Whoever hangs up sooner has not waited for anybody: longer than it takes us to answer. */
const waitedMs = 8000

/**
 * Calls to a number that were there to be answered, newest first: not those that somebody ended before we could, that were
 * turned away, or that the owner wanted to be left to the carrier.
 */
export const selectRung = (dialled: string, since: Date, limit: number) =>
  query
    .select({ answered: sql<boolean>`${calls.greetedAt} is not null` })
    .from(calls)
    .where(
      and(
        eq(calls.channel, 'phone'),
        eq(calls.dialled, dialled),
        gte(calls.createdAt, since),
        eq(calls.state, 'ended'),
        sql`${calls.endReason} not in ('passed_on', 'blocked', 'anonymous') and coalesce(${calls.outcome}, '') <> 'spam'`,
        sql`(${calls.greetedAt} is not null or ${calls.endReason} <> 'visitor_hung_up'
          or ${calls.endedAt} - ${calls.createdAt} >= make_interval(secs => ${waitedMs / 1000}::float8))`,
      ),
    )
    .orderBy(desc(calls.createdAt), desc(calls.id))
    .limit(limit)

export const selectConsented = (callId: string) =>
  query
    .select({ id: consents.id })
    .from(consents)
    .where(and(eq(consents.callId, callId), eq(consents.answer, 'agreed')))

/** Found once: what was found stays, whatever comes after. */
export const settle = (callId: string, outcome: Outcome, summary: Summary) =>
  query
    .update(calls)
    .set({ outcome, summary })
    .where(and(eq(calls.id, callId), isNull(calls.outcome)))
    .returning()

/** Of a call that was settled before more was known of it. */
export const summarise = (callId: string, summary: Summary) =>
  query
    .update(calls)
    .set({ summary })
    .where(and(eq(calls.id, callId), sql`${calls.outcome} is not null`))
    .returning()

/** Within the call, whatever clock the agent has; told twice, it is there once; a conversation that is over or erased takes none. */
export const insertLateWords = (
  callId: string,
  { id, messageId, text, saidAt }: { id: string; messageId: string; text: string; saidAt: string },
) =>
  query.execute(sql`
    insert into messages (id, conversation_id, client_id, author, text, via, created_at)
    select ${id}, c.conversation_id, ${messageId}, 'visitor', ${text}, 'late',
           greatest(c.created_at, least(${saidAt}::timestamptz, coalesce(c.ended_at, now())))
      from calls c join conversations v on v.tenant_id = c.tenant_id and v.id = c.conversation_id and v.state = 'open'
     where c.id = ${callId}
    on conflict (tenant_id, mode, conversation_id, client_id) do nothing`)

export const correct = (callId: string, correctedOutcome: Outcome | null, correctedBy: string, at: Date) =>
  query
    .update(calls)
    .set({ correctedOutcome, correctedBy, correctedAt: correctedOutcome === null ? null : at })
    .where(eq(calls.id, callId))
    .returning()
