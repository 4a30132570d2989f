import type { z } from '@hono/zod-openapi'
import type { Lead } from './schema.ts'
import type { leads } from './table.ts'

export function presentLead(row: typeof leads.$inferSelect): z.infer<typeof Lead> {
  const { id, conversationId, name, phone, email, text, reason } = row
  return { id, conversationId, name, phone, email, text, reason, createdAt: row.createdAt.toISOString() }
}
