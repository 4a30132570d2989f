import { sql } from 'drizzle-orm'
import { foreignKey, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'
import { assistants, locations } from '../tenants/table.ts'
import type { RouteRule } from './route.ts'

const texts = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'`)

/** A way in from the tenant's own carrier. */
export const trunks = pgTable(
  'trunks',
  {
    ...ownedWithMode(),
    name: text('name').notNull(),
    username: text('username').notNull(),
    /** Sealed; '' when its addresses alone let the carrier in. */
    passwordSealed: text('password_sealed').notNull(),
    addresses: texts('addresses'),
    /** As the gateway names it; '' while it has no number. */
    gatewayId: text('gateway_id').notNull().default(''),
    createdAt: born(),
  },
  ownTenantAndMode,
)

/** A number people call: who answers it, and when. */
export const phoneNumbers = pgTable(
  'phone_numbers',
  {
    ...ownedWithMode(),
    /** E.164. Of all tenants only one has it: where else should it ring? */
    number: text('number').notNull(),
    trunkId: text('trunk_id').notNull(),
    assistantId: text('assistant_id').notNull(),
    /** Whose hours count. */
    locationId: text('location_id').notNull(),
    /** Offered in the menu, the first one speaks first; empty: all of the playbook's. */
    languages: texts('languages'),
    answers: text('answers', { enum: ['always', 'after_hours', 'unknown_callers', 'off'] }).notNull(),
    anonymous: text('anonymous', { enum: ['answer', 'message', 'refuse'] }).notNull(),
    /** E.164, or the beginning of one and "*". */
    blocked: texts('blocked'),
    rules: jsonb('rules').$type<RouteRule[]>().notNull().default([]),
    /** Where people find this number: what brought a call. */
    source: text('source').notNull().default(''),
    spam: text('spam', { enum: ['note', 'block'] })
      .notNull()
      .default('note'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('phone_numbers_one_owner').on(table.mode, table.number),
    foreignKey({ columns: [table.tenantId, table.trunkId], foreignColumns: [trunks.tenantId, trunks.id] }),
    foreignKey({ columns: [table.tenantId, table.assistantId], foreignColumns: [assistants.tenantId, assistants.id] }),
    foreignKey({ columns: [table.tenantId, table.locationId], foreignColumns: [locations.tenantId, locations.id] }),
  ],
)
