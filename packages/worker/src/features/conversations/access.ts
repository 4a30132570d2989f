import { and, eq, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { conversations } from './table.ts'

/** A visitor's queries see their own conversations only, a call's agent sees the call's; a key's see the tenant's. */
export function ownConversations(ctx: Ctx): SQL | undefined {
  const { principal } = ctx
  if (principal.kind === 'visitor') return eq(conversations.visitorId, principal.visitorId)
  return principal.kind === 'callAgent' ? eq(conversations.id, principal.conversationId) : undefined
}

export const selectConversation = (ctx: Ctx, conversationId: string) =>
  query
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), ownConversations(ctx)))

/** @throws AppError not_found, also for another visitor's and another tenant's: they do not exist here */
export async function findConversation(ctx: Ctx, conversationId: string): Promise<typeof conversations.$inferSelect> {
  const [[row]] = await withTenant(ctx).batch(selectConversation(ctx, conversationId))
  if (row === undefined) throw notFound('conversation')
  return row
}
