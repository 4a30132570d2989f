import { and, asc, desc, eq, inArray, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { DomainEvent } from '../../core/events.ts'
import { query } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { conversations } from '../conversations/table.ts'
import type { Outcome } from './after/outcome.ts'
import { calls, consents, type endReasons } from './table.ts'

type State = (typeof calls.$inferSelect)['state']

export const insertCall = (row: typeof calls.$inferInsert) => query.insert(calls).values(row).returning()

export const insertConversation = (row: typeof conversations.$inferInsert) =>
  query.insert(conversations).values(row).returning()

/** What is said next is understood in it. */
export const speakIn = (conversationId: string, lang: string) =>
  query.update(conversations).set({ lang }).where(eq(conversations.id, conversationId))

/** Another one goes on with it. */
export const assign = (conversationId: string, assistantId: string) =>
  query.update(conversations).set({ assistantId }).where(eq(conversations.id, conversationId))

export const selectCall = (callId: string) => query.select().from(calls).where(eq(calls.id, callId))

export const selectRunning = (conversationId: string) =>
  query
    .select()
    .from(calls)
    .where(and(eq(calls.conversationId, conversationId), ne(calls.state, 'ended')))

interface Wanted {
  after: string
  limit: number
  outcome?: 'running' | Outcome | undefined
  reason?: (typeof endReasons)[number] | undefined
  q?: string | undefined
  lang?: string | undefined
  caller?: string | undefined
  conversationId?: string | undefined
}

export const selectCalls = ({ after, limit, outcome, reason, q, lang, caller, conversationId }: Wanted) =>
  query
    .select()
    .from(calls)
    .where(
      and(
        after === '' ? undefined : lt(calls.id, after),
        lang === undefined ? undefined : eq(calls.lang, lang),
        caller === undefined ? undefined : eq(calls.caller, caller),
        conversationId === undefined ? undefined : eq(calls.conversationId, conversationId),
        outcome === undefined
          ? undefined
          : outcome === 'running'
            ? ne(calls.state, 'ended')
            : eq(sql`coalesce(${calls.correctedOutcome}, ${calls.outcome})`, outcome),
        reason === undefined ? undefined : eq(calls.endReason, reason),
        q === undefined ? undefined : contains(q),
      ),
    )
    .orderBy(desc(calls.id))
    .limit(limit + 1)

/** Digits are sought in numbers however they are written, words in what the call was about. */
function contains(q: string) {
  const digits = q.replace(/\D/g, '')
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const inNumbers = sql`${calls.caller} like ${`%${digits}%`} or ${calls.dialled} like ${`%${digits}%`} or ${calls.summary}->>'number' like ${`%${digits}%`}`
  return sql`(${digits.length < 3 ? sql`false` : inNumbers} or ${calls.summary}->>'name' ilike ${words} or ${calls.summary}->>'reason' ilike ${words})`
}

export const insertConsent = (row: typeof consents.$inferInsert) => query.insert(consents).values(row).returning()

export const selectConsents = (callId: string) =>
  query.select().from(consents).where(eq(consents.callId, callId)).orderBy(asc(consents.id))

const change = (callId: string, set: Partial<typeof calls.$inferInsert> | Record<string, SQL>, when?: SQL) =>
  query
    .update(calls)
    .set(set)
    .where(and(eq(calls.id, callId), ne(calls.state, 'ended'), when))
    .returning()

/** By a later generation than the one that holds it, and once by each; the same job may ask again, when the answer was lost. */
export const claimCall = (
  callId: string,
  by: { generation: number; jobId: string; dispatchId: string },
  claimedAt: Date,
) =>
  query
    .update(calls)
    .set({
      state: sql`case ${calls.state} when 'opened' then 'claimed' else ${calls.state} end`,
      generation: by.generation,
      jobId: by.jobId,
      dispatchId: by.dispatchId,
      claimedAt,
    })
    .where(
      and(
        eq(calls.id, callId),
        ne(calls.state, 'ended'),
        or(
          lt(calls.generation, by.generation),
          and(eq(calls.generation, by.generation), inArray(calls.jobId, ['', by.jobId])),
        ),
      ),
    )
    .returning()

/** Into a state from one that may lead there, by the job that still holds the call. */
export const changeState = (
  callId: string,
  generation: number,
  from: readonly State[],
  set: Partial<typeof calls.$inferInsert>,
) => change(callId, set, and(eq(calls.generation, generation), inArray(calls.state, [...from])))

export const endCall = (callId: string, endReason: (typeof endReasons)[number], endedAt: Date) =>
  change(callId, { state: 'ended', endReason, endedAt })

/** Before the call is ended: an event only for the first who ends it. */
export const tellEnded = (callId: string, event: DomainEvent) =>
  query.execute(sql`insert into events (id, kind, payload)
    select ${newId('event')}, ${event.kind}, ${JSON.stringify(event)}::jsonb from calls where id = ${callId} and state <> 'ended'`)

export const noteJoined = (callId: string, joinedAt: Date) =>
  change(callId, { joinedAt: sql`coalesce(${calls.joinedAt}, ${joinedAt.toISOString()}::timestamptz)` })

/** Another agent is asked for. Whom the caller waits for or talks to goes on meanwhile, and is taken up by who comes. */
export const awaitAgent = (callId: string, holder: number) =>
  change(
    callId,
    { state: sql`case when ${calls.greetedAt} is null then 'opened' else 'reconnecting' end` },
    and(
      lte(calls.generation, Math.max(holder, 1)),
      inArray(calls.state, ['claimed', 'greeted', 'consent', 'in_conversation']),
    ),
  )

/** Its holder was not lost after all. */
export const goOn = (callId: string, generation: number) =>
  change(
    callId,
    { state: sql`case when ${calls.greetedAt} is null then 'claimed' else 'in_conversation' end` },
    and(eq(calls.generation, generation), inArray(calls.state, ['opened', 'reconnecting'])),
  )

/** A part counts once, and only when it is the next one. */
export const countPart = (callId: string, part: number, bytes: number) =>
  query
    .update(calls)
    .set({ recordingSizes: sql`array_append(${calls.recordingSizes}, ${bytes}::int)` })
    .where(and(eq(calls.id, callId), sql`cardinality(${calls.recordingSizes}) = ${part}`, eq(calls.recording, 'on')))
    .returning()

export const stopRecording = (callId: string) =>
  query.update(calls).set({ recording: 'off' }).where(eq(calls.id, callId)).returning()

/** Not more than a night can do; the rest goes tomorrow. */
const aNight = 1000

/** Recorded before, or in a conversation that nobody has talked in since. */
export const selectRecordedBefore = (recorded: Date, talked: Date) =>
  query
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        sql`cardinality(${calls.recordingSizes}) > 0`,
        or(
          lt(calls.createdAt, recorded),
          sql`not exists (select from messages m where m.conversation_id = ${calls.conversationId} and m.created_at >= ${talked.toISOString()}::timestamptz)
            and exists (select from conversations c where c.id = ${calls.conversationId} and c.created_at < ${talked.toISOString()}::timestamptz)`,
        ),
      ),
    )
    .limit(aNight)

export const selectCallsOf = (visitorId: string) =>
  query
    .select()
    .from(calls)
    .where(sql`${calls.conversationId} in (select id from conversations where visitor_id = ${visitorId})`)

export const forgetRecording = (callId: string) =>
  query
    .update(calls)
    .set({ recordingSizes: sql`'{}'` })
    .where(eq(calls.id, callId))
    .returning({ id: calls.id })
