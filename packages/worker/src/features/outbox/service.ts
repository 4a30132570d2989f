import type { z } from '@hono/zod-openapi'
import { desc, lt } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { outbox } from '../../core/tables.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { toPage } from '../../web/page.ts'
import type { OutboxItem } from './schema.ts'

export async function listOutbox(ctx: Ctx, page: { after: string; limit: number }) {
  requireScope(ctx, 'outbox:read')
  const before = page.after === '' ? undefined : lt(outbox.id, page.after)
  const [rows] = await withTenant(ctx).batch(
    query
      .select()
      .from(outbox)
      .where(before)
      .orderBy(desc(outbox.id))
      .limit(page.limit + 1),
  )
  return toPage(rows, page.limit, present)
}

function present(row: typeof outbox.$inferSelect): z.infer<typeof OutboxItem> {
  const { id, kind, recipient, subject } = row
  return {
    id,
    kind,
    recipient,
    subject,
    body: row.body as { text: string; replyTo: string },
    createdAt: row.createdAt.toISOString(),
  }
}
