import { foreignKey, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'
import { conversations } from '../conversations/table.ts'

/** An answer to a question of the business. */
export interface LeadAnswer {
  question: string
  text: string
  /** What stands behind a sensitive one; '' of any other. */
  sealed: string
}

/** A message a visitor left for the business, with a way to reach them. */
export const leads = pgTable(
  'leads',
  {
    ...ownedWithMode(),
    conversationId: text('conversation_id').notNull(),
    clientId: text('client_id').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    text: text('text').notNull(),
    /** What the business asked besides: `{question, text, sealed}` each; of a sensitive one the text is ••••. */
    answers: jsonb('answers').$type<LeadAnswer[]>().notNull().default([]),
    reason: text('reason', { enum: ['message', 'handoff', 'emergency'] }).notNull(),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('leads_client_id').on(table.tenantId, table.mode, table.conversationId, table.clientId),
    index('leads_by_day').on(table.tenantId, table.mode, table.createdAt, table.conversationId),
    foreignKey({
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
  ],
)
