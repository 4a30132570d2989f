import { sql } from 'drizzle-orm'
import { bigint, foreignKey, integer, jsonb, pgPolicy, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { appRole, born, instant, owned, ownTenantOnly } from '../../db/table.ts'

const ownRow = sql`id = current_setting('app.tenant_id', true)`

export interface Retention {
  conversationDays: number
  traceDays: number
  auditDays: number
  /** Absent in tenants of before there were recordings. */
  recordingDays?: number
}

export const defaultRetention = { conversationDays: 365, traceDays: 90, auditDays: 730, recordingDays: 30 }

/** The one table whose id *is* the tenant. */
export const tenants = pgTable(
  'tenants',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    /** Whose members are the tenant's; made in the same transaction as the tenant. */
    organizationId: text('organization_id').unique(),
    name: text('name').notNull(),
    country: text('country').notNull(),
    region: text('region').notNull().default('auto'),
    mode: text('mode', { enum: ['test', 'live'] }).notNull(),
    retention: jsonb('retention').$type<Retention>().notNull(),
    /** Model spend allowed per calendar month, in millionths of a US dollar. */
    spendCapMicros: bigint('spend_cap_micros', { mode: 'number' }).notNull().default(1_000_000),
    /** Where messages to the owner go. */
    notifyEmail: text('notify_email').notNull().default(''),
    /** The newest complete state of what the tenant has taught; 0 before the first. */
    knowledgeRevision: integer('knowledge_revision').notNull().default(0),
    /** When everything is deleted; null unless an owner asked for it. */
    deleteAfter: instant('delete_after'),
    createdAt: born(),
  },
  () => [pgPolicy('own_tenant_only', { for: 'all', to: appRole, using: ownRow, withCheck: ownRow })],
)

export const locations = pgTable(
  'locations',
  {
    ...owned(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    country: text('country').notNull(),
    /** ISO 3166-2 without the country, such as "NM"; '' when it was not given. */
    region: text('region').notNull().default(''),
    createdAt: born(),
  },
  ownTenantOnly,
)

export const origins = pgTable(
  'origins',
  { ...owned(), origin: text('origin').notNull(), createdAt: born() },
  (table) => [...ownTenantOnly(table), unique('origins_once').on(table.tenantId, table.origin)],
)

export const assistants = pgTable(
  'assistants',
  {
    ...owned(),
    name: text('name').notNull(),
    locationId: text('location_id').notNull(),
    /** The draft as it was put; empty object before the first. */
    draft: jsonb('draft').notNull().default({}),
    draftRevision: integer('draft_revision').notNull().default(0),
    publishedVersionId: text('published_version_id'),
    /** How the widget looks; empty object before anything was chosen. */
    look: jsonb('look').notNull().default({}),
    lookRevision: integer('look_revision').notNull().default(0),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    foreignKey({ columns: [table.tenantId, table.locationId], foreignColumns: [locations.tenantId, locations.id] }),
  ],
)
