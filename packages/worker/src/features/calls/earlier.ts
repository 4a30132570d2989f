import { and, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { conversations } from '../conversations/table.ts'
import { calls } from './table.ts'

/** A number is remembered for so many days, or as many as the tenant keeps conversations, if these are fewer. */
const rememberedDays = 90

interface Call {
  /** E.164; '' finds nothing. */
  caller: string
  dialled: string
  assistantId: string
  createdAt: Date
}

/**
 * The last call before this one of the same number to the same number and assistant, in which something was said. It is
 * read where it stands and copied nowhere, so that it is forgotten with its conversation. Somebody else may have made it.
 */
export const selectEarlier = ({ caller, dialled, assistantId, createdAt }: Call) =>
  query
    .select({
      createdAt: calls.createdAt,
      /** Spoken in most of its turns: a name alone may sound of another one. */
      lang: sql<string | null>`(
        select mode() within group (order by t.lang) from turns t
         where t.conversation_id = ${calls.conversationId} and t.lang <> '')`,
      outcome: sql<(typeof calls.$inferSelect)['outcome']>`coalesce(${calls.correctedOutcome}, ${calls.outcome})`,
      summary: calls.summary,
      timeZone: sql<string | null>`(
        select l.time_zone from phone_numbers n join locations l on l.id = n.location_id where n.number = ${calls.dialled})`,
    })
    .from(calls)
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, calls.tenantId), eq(conversations.id, calls.conversationId)),
    )
    .where(
      and(
        eq(calls.caller, caller),
        sql`${caller}::text <> ''`,
        eq(calls.dialled, dialled),
        eq(conversations.assistantId, assistantId),
        eq(calls.state, 'ended'),
        isNotNull(calls.greetedAt),
        lt(calls.createdAt, createdAt),
        gte(
          calls.createdAt,
          sql`${createdAt.toISOString()}::timestamptz - make_interval(days => (
            select least(${rememberedDays}::int, (t.retention->>'conversationDays')::int) from tenants t where t.id = ${calls.tenantId}))`,
        ),
        sql`coalesce(${calls.correctedOutcome}, ${calls.outcome}, '') <> 'spam'`,
        sql`exists (select from messages m where m.conversation_id = ${calls.conversationId} and m.author = 'visitor')`,
      ),
    )
    .orderBy(desc(calls.createdAt))
    .limit(1)
