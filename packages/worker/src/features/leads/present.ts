import type { z } from '@hono/zod-openapi'
import type { Lead } from './schema.ts'
import type { LeadAnswer, leads } from './table.ts'

export function presentLead(row: typeof leads.$inferSelect): z.infer<typeof Lead> {
  const { id, conversationId, name, phone, email, text, reason } = row
  const answers = row.answers.map(presentAnswer)
  return { id, conversationId, name, phone, email, text, answers, reason, createdAt: row.createdAt.toISOString() }
}

export const presentAnswer = ({ question, text, sealed }: LeadAnswer) => ({ question, text, sensitive: sealed !== '' })
