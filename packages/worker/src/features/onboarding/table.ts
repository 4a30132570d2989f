import { integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, instant, owned, ownTenantOnly } from '../../db/table.ts'

/** How far a tenant's setting-up has come: one row a tenant, made by its first change. */
export const onboarding = pgTable(
  'onboarding',
  {
    ...owned(),
    /** Goes up with every change of it or of the emergency contacts; who has not seen the newest overwrites nothing. */
    revision: integer('revision').notNull(),
    /** What a person said of a step: `done` or `skipped`. The rest is seen from what is there. */
    steps: jsonb('steps').notNull(),
    website: text('website').notNull().default(''),
    sourceId: text('source_id').notNull().default(''),
    trade: text('trade').notNull().default(''),
    /** Read by nobody since the look stands with the assistant; a release that runs beside this one still writes it. */
    accent: text('accent').notNull().default(''),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  ownTenantOnly,
)

/** Whom to fetch in an emergency: the first, then the next. */
export const emergencyContacts = pgTable(
  'emergency_contacts',
  {
    ...owned(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    email: text('email').notNull(),
    createdAt: born(),
  },
  (table) => [...ownTenantOnly(table), unique('emergency_contacts_order').on(table.tenantId, table.position)],
)
