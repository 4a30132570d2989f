import { integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, instant, owned, ownedWithMode, ownTenantAndMode, ownTenantOnly } from '../db/table.ts'

export const audit = pgTable(
  'audit',
  {
    ...owned(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    requestId: text('request_id').notNull(),
    details: jsonb('details').notNull().default({}),
    createdAt: born(),
  },
  ownTenantOnly,
)

/** Facts for the jobs: written with the change, drained afterwards, at least once. */
export const events = pgTable(
  'events',
  {
    ...ownedWithMode(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    attempts: integer('attempts').notNull().default(0),
    dueAt: instant('due_at').notNull().defaultNow(),
    doneAt: instant('done_at'),
    createdAt: born(),
  },
  ownTenantAndMode,
)

/** The answer kept for an Idempotency-Key, for a day. */
export const idempotency = pgTable(
  'idempotency',
  {
    ...ownedWithMode(),
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: integer('status'),
    response: jsonb('response'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('idempotency_once').on(table.tenantId, table.mode, table.actor, table.key),
  ],
)

/** What test mode would have sent, rung or charged, for the owner to look at. */
export const outbox = pgTable(
  'outbox',
  {
    ...ownedWithMode(),
    kind: text('kind', { enum: ['email', 'tool', 'trunk', 'call', 'number'] }).notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: jsonb('body').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    createdAt: born(),
  },
  (table) => [...ownTenantAndMode(table), unique('outbox_once').on(table.tenantId, table.mode, table.idempotencyKey)],
)
