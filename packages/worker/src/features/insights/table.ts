import { date, jsonb, pgTable, unique } from 'drizzle-orm/pg-core'
import { born, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'

/** What was counted of one day, once it was over for a whole day: so that a chart of months reads a row a day. */
export const insightDays = pgTable(
  'insight_days',
  {
    ...ownedWithMode(),
    /** At the first location, where it then was. */
    day: date('day').notNull(),
    counted: jsonb('counted').notNull(),
    createdAt: born(),
  },
  (table) => [...ownTenantAndMode(table), unique('insight_days_once').on(table.tenantId, table.mode, table.day)],
)
