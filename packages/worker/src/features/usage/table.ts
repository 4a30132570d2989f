import { bigint, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'

/** Append-only: what was used, when, by which turn. Sums are always taken from these rows. */
export const usage = pgTable(
  'usage',
  {
    ...ownedWithMode(),
    /** UTC day. */
    day: date('day', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: ['turn', 'model'] }).notNull(),
    tier: text('tier').notNull(),
    turnId: text('turn_id').notNull(),
    tokensIn: integer('tokens_in').notNull().default(0),
    tokensOut: integer('tokens_out').notNull().default(0),
    /** Millionths of a US dollar. */
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull().default(0),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('usage_once').on(table.tenantId, table.mode, table.turnId, table.kind),
    index('usage_by_day').on(table.tenantId, table.mode, table.day),
  ],
)
