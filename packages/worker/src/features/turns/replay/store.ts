import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { query } from '../../../db/tenant.ts'
import { conversations, messages, turns } from '../../conversations/index.ts'
import { playbookVersions } from '../../playbook/index.ts'
import { remembered } from '../store.ts'

/** What had been said when a turn was answered, newest first; only the visitor's own words are read. */
export const selectSaidUntil = (conversationId: string, position: number) =>
  query
    .select({
      author: messages.author,
      turnId: messages.turnId,
      text: sql<string>`case when ${messages.author} = 'visitor' then ${messages.text} else '' end`,
    })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), lte(messages.position, position)))
    .orderBy(desc(messages.position))
    .limit(remembered)

export const selectAssistantOf = (turnId: string) =>
  query
    .select({ id: conversations.assistantId })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .where(eq(turns.id, turnId))

export const selectVersionNumbered = (assistantId: string, number: number) =>
  query
    .select({ id: playbookVersions.id })
    .from(playbookVersions)
    .where(and(eq(playbookVersions.assistantId, assistantId), eq(playbookVersions.number, number)))

export const selectNewestTurns = (howMany: number, assistantId: string | undefined, most: number) =>
  query
    .select({ turn: turns, reply: { text: messages.text }, assistantId: conversations.assistantId })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .leftJoin(messages, and(eq(messages.turnId, turns.id), eq(messages.author, 'assistant')))
    .where(
      and(
        eq(turns.state, 'answered'),
        sql`${turns.conversationId} in (
          select id from conversations ${assistantId === undefined ? sql`` : sql`where assistant_id = ${assistantId}`}
           order by created_at desc, id desc limit ${howMany})`,
      ),
    )
    .orderBy(desc(turns.id))
    .limit(most)
