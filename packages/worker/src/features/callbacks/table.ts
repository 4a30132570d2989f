import { foreignKey, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, instant, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'
import { leads } from '../leads/table.ts'
import { locations } from '../tenants/table.ts'

/** Somebody waits to be called back: about which message, and when. */
export const callbacks = pgTable(
  'callbacks',
  {
    ...ownedWithMode(),
    leadId: text('lead_id').notNull(),
    locationId: text('location_id').notNull(),
    /** Wall time at the location, `YYYY-MM-DD` and `HH:MM`, as the caller heard it. */
    day: text('day').notNull(),
    from: text('from_time').notNull(),
    to: text('to_time').notNull(),
    timeZone: text('time_zone').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    state: text('state', { enum: ['open', 'done'] })
      .notNull()
      .default('open'),
    doneBy: text('done_by').notNull().default(''),
    doneAt: instant('done_at'),
    /** Mails that were sent after its time had passed. */
    reminders: integer('reminders').notNull().default(0),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('callbacks_one_a_message').on(table.tenantId, table.mode, table.leadId),
    index('callbacks_open').on(table.tenantId, table.mode, table.state, table.fromAt),
    foreignKey({ columns: [table.tenantId, table.leadId], foreignColumns: [leads.tenantId, leads.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [table.tenantId, table.locationId], foreignColumns: [locations.tenantId, locations.id] }),
  ],
)
