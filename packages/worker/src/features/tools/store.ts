import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { toolCalls, tools } from './table.ts'

export type ToolRow = typeof tools.$inferSelect
export type ToolCallRow = typeof toolCalls.$inferSelect

const held = isNull(tools.removedAt)

export const insertTool = (row: typeof tools.$inferInsert) => query.insert(tools).values(row).returning()

export const changeTool = (id: string, change: Partial<typeof tools.$inferInsert>) =>
  query
    .update(tools)
    .set(change)
    .where(and(held, eq(tools.id, id)))
    .returning()

export const selectTool = (id: string) =>
  query
    .select()
    .from(tools)
    .where(and(held, eq(tools.id, id)))

/** Read with each turn's setting, so there are few. */
export const mostTools = 20
export const selectTools = () => query.select().from(tools).where(held).orderBy(asc(tools.id)).limit(mostTools)

export const selectCalls = (before: string, limit: number) =>
  query
    .select()
    .from(toolCalls)
    .where(before === '' ? undefined : lt(toolCalls.id, before))
    .orderBy(desc(toolCalls.id))
    .limit(limit)

/** The question that waits for the visitor's yes; also one that died while it was carried out. */
export const selectPending = (conversationId: string) =>
  query
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.conversationId, conversationId), inArray(toolCalls.state, ['asked', 'running'])))
    .orderBy(desc(toolCalls.id))
    .limit(1)

export const insertCall = (row: typeof toolCalls.$inferInsert) =>
  query.insert(toolCalls).values(row).onConflictDoNothing()

/** Nothing is returned when it was answered meanwhile. */
export const changeCall = (id: string, from: ToolCallRow['state'][], change: Partial<typeof toolCalls.$inferInsert>) =>
  query
    .update(toolCalls)
    .set(change)
    .where(and(eq(toolCalls.id, id), inArray(toolCalls.state, from)))
    .returning()
