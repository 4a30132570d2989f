import { type SQL, sql } from 'drizzle-orm'
import { auditRow, eventRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, type Query, withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { forgetCallsOf } from '../calls/index.ts'
import { selectVisitor } from '../visitors/index.ts'

/**
 * Takes one person out of the books: who they were, what they said, left and sounded like. That there was a conversation
 * stays, so that what was counted stays right. Again is harmless. Calls, files and what listeners may still fetch follow
 * from the event, which outlives whoever asked.
 */
export async function eraseVisitor(ctx: Ctx, visitorId: string): Promise<void> {
  requireScope(ctx, 'tenant:write')
  const [[visitor]] = await withTenant(ctx).batch(selectVisitor(visitorId))
  if (visitor === undefined) throw notFound('visitor')
  await withTenant(ctx).batch(
    ...blanked(visitorId),
    eventRow({ kind: 'visitor.erased', visitorId }),
    auditRow(ctx, 'visitor.erased', visitorId),
  )
  await ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode })
}

/** The rest of it, and once more what a turn may have written that ran meanwhile. Throws while one still runs. */
export async function finishErasure(ctx: Ctx, visitorId: string): Promise<void> {
  await forgetCallsOf(ctx, visitorId)
  const [talked] = await withTenant(ctx).batch(
    query.execute<{ id: string; running: boolean }>(
      sql`select id, coalesce(lease_until > now(), false) as running from conversations where visitor_id = ${visitorId}`,
    ),
  )
  if (talked.rows.some(({ running }) => running)) throw new Error('a turn of this visitor still runs')
  for (const { id } of talked.rows) await ctx.objects.conversation(id).forget()
  await withTenant(ctx).batch(...blanked(visitorId))
}

/** What is kept of a visitor, emptied in one transaction; without its inputs a turn cannot be made again. */
function blanked(visitorId: string): [Query, ...Query[]] {
  const of = sql`conversation_id in (select id from conversations where visitor_id = ${visitorId})`
  const each: SQL[] = [
    sql`delete from outbox where idempotency_key in (select id from leads where ${of} union select id from tool_calls where ${of})`,
    sql`delete from leads where ${of}`,
    sql`update messages set text = '', sealed = '', sentences = '[]', offers = '[]', heard = null where ${of}`,
    sql`update turns set trace = null where ${of}`,
    sql`update ratings set reason = '' where ${of}`,
    sql`update tool_calls set arguments = '{}', result = '', reason = '' where ${of}`,
    sql`update calls set caller = '', summary = null where ${of}`,
    sql`update conversations set context = '{}', state = 'ended', ended_at = coalesce(ended_at, now()) where visitor_id = ${visitorId}`,
    sql`delete from idempotency where actor = ${visitorId}`,
    sql`delete from refresh_tokens where visitor_id = ${visitorId}`,
  ]
  return [
    query.execute(sql`update visitors set subject = null, name = '', email = '' where id = ${visitorId}`),
    ...each.map((one) => query.execute(one)),
  ]
}
