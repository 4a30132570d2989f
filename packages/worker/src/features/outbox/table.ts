import { jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'

/** What test mode would have sent, rung or charged, for the owner to look at. */
export const outbox = pgTable(
  'outbox',
  {
    ...ownedWithMode(),
    kind: text('kind', { enum: ['email'] }).notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: jsonb('body').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('outbox_once').on(table.tenantId, table.mode, table.idempotencyKey),
  ],
)
