import type { z } from '@hono/zod-openapi'
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { toPage } from '../../web/page.ts'
import { leads } from '../leads/table.ts'
import { assistants } from '../tenants/index.ts'
import { insertVisitor } from '../visitors/store.ts'
import { findConversation, ownConversations, selectConversation } from './access.ts'
import { presentConversation, presentMessage } from './present.ts'
import type { NewConversation, NewRating } from './schema.ts'
import { conversations, messages, ratings, turns } from './table.ts'

export { eventsSince, followLive, issueTicket } from './live.ts'

type PageInput = { after: string; limit: number }

export async function startConversation(ctx: Ctx, input: z.output<typeof NewConversation>) {
  requireScope(ctx, 'visitor:talk')
  const visitor = ctx.principal.kind === 'visitor' ? ctx.principal.visitorId : null
  const wanted = visitor === null ? (input.assistantId ?? ctx.door.assistantId) : ctx.door.assistantId
  const [[assistant]] = await withTenant(ctx).batch(
    query
      .select()
      .from(assistants)
      .where(wanted === null ? undefined : eq(assistants.id, wanted))
      .orderBy(asc(assistants.id))
      .limit(1),
  )
  if (assistant === undefined) throw notFound('assistant')
  const visitorId = visitor ?? newId('visitor')
  const insert = query
    .insert(conversations)
    .values({
      id: newId('conversation'),
      assistantId: assistant.id,
      visitorId,
      channel: visitor === null ? 'api' : 'chat',
      context: input.context,
    })
    .returning()
  const [rows] =
    visitor === null
      ? (
          await withTenant(ctx).batch(insertVisitor({ id: visitorId, subject: null, name: '', email: '' }), insert)
        ).slice(1)
      : await withTenant(ctx).batch(insert)
  const row = (rows as (typeof conversations.$inferSelect)[] | undefined)?.[0]
  if (row === undefined) throw new Error('a conversation that was just begun cannot be read')
  return presentConversation(row)
}

export async function listConversations(ctx: Ctx, page: PageInput) {
  requireScope(ctx, 'conversation:read')
  const before = page.after === '' ? undefined : lt(conversations.id, page.after)
  const [rows] = await withTenant(ctx).batch(
    query
      .select()
      .from(conversations)
      .where(and(before, ownConversations(ctx)))
      .orderBy(desc(conversations.id))
      .limit(page.limit + 1),
  )
  return toPage(rows, page.limit, presentConversation)
}

export async function getConversation(ctx: Ctx, conversationId: string) {
  requireScope(ctx, 'conversation:read')
  return presentConversation(await findConversation(ctx, conversationId))
}

export async function listMessages(ctx: Ctx, conversationId: string, page: PageInput) {
  requireScope(ctx, 'conversation:read')
  const after = Number(page.after === '' ? 0 : page.after)
  if (!Number.isSafeInteger(after))
    throw new AppError('bad_request', 'The cursor "after" is not one of ours. Leave it out to begin at the start.')
  const [[conversation], rows] = await withTenant(ctx).batch(
    selectConversation(ctx, conversationId),
    query
      .select()
      .from(messages)
      .where(and(eq(messages.conversationId, conversationId), gt(messages.position, after)))
      .orderBy(asc(messages.position))
      .limit(page.limit + 1),
  )
  if (conversation === undefined) throw notFound('conversation')
  const items = rows.slice(0, page.limit)
  return {
    items: items.map(presentMessage),
    next: rows.length > page.limit ? String(items.at(-1)?.position ?? '') : '',
  }
}

export async function rate(ctx: Ctx, conversationId: string, rating: z.output<typeof NewRating>): Promise<void> {
  requireScope(ctx, 'visitor:talk')
  const [[conversation], [turn]] = await withTenant(ctx).batch(
    selectConversation(ctx, conversationId),
    query
      .select({ id: turns.id })
      .from(turns)
      .where(and(eq(turns.conversationId, conversationId), eq(turns.id, rating.turnId))),
  )
  if (conversation === undefined || (rating.turnId !== '' && turn === undefined)) throw notFound('turn')
  const { thumb, reason, turnId } = rating
  const score = rating.score ?? null
  await withTenant(ctx).batch(
    query
      .insert(ratings)
      .values({ id: newId('rating'), conversationId, turnId, thumb, reason, score })
      .onConflictDoUpdate({
        target: [ratings.tenantId, ratings.mode, ratings.conversationId, ratings.turnId],
        set: { thumb, reason, score },
      }),
  )
}

export async function endConversation(ctx: Ctx, conversationId: string) {
  requireScope(ctx, 'visitor:talk')
  const before = await findConversation(ctx, conversationId)
  if (before.state === 'ended') return presentConversation(before)
  const [[row]] = await withTenant(ctx).batch(
    query
      .update(conversations)
      .set({ state: 'ended', endedAt: ctx.now() })
      .where(and(eq(conversations.id, conversationId), ownConversations(ctx)))
      .returning(),
  )
  if (row === undefined) throw notFound('conversation')
  await ctx.objects.conversation(conversationId).announce(conversationId, { type: 'conversation.ended' })
  return presentConversation(row)
}

export async function exportConversation(ctx: Ctx, conversationId: string) {
  requireScope(ctx, 'conversation:read')
  const of = { conversationId }
  const [[conversation], said, taken, left, rated] = await withTenant(ctx).batch(
    selectConversation(ctx, conversationId),
    query.select().from(messages).where(eq(messages.conversationId, of.conversationId)).orderBy(asc(messages.position)),
    query.select().from(turns).where(eq(turns.conversationId, of.conversationId)).orderBy(asc(turns.id)),
    query.select().from(leads).where(eq(leads.conversationId, of.conversationId)).orderBy(asc(leads.id)),
    query.select().from(ratings).where(eq(ratings.conversationId, of.conversationId)),
  )
  if (conversation === undefined) throw notFound('conversation')
  const outward = ({ tenantId: _, ...row }: { tenantId: string }) =>
    JSON.parse(JSON.stringify(row)) as Record<string, unknown>
  return {
    conversation: presentConversation(conversation),
    messages: said.map(presentMessage),
    turns: taken.map(outward),
    leads: left.map((row) => ({
      ...outward(row),
      answers: row.answers.map(({ sealed, ...answer }) => ({ ...answer, sensitive: sealed !== '' })),
    })),
    ratings: rated.map(outward),
  }
}
