import { sql } from 'drizzle-orm'
import { boolean, foreignKey, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { born, instant, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'
import type { CarrierSetting } from '../../ports/carrier.ts'
import { assistants, locations } from '../tenants/table.ts'
import type { RouteRule } from './route.ts'
import type { Shift } from './reach.ts'

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
    /** Where the carrier takes calls; '' when none go out. */
    outAddress: text('out_address').notNull().default(''),
    outGatewayId: text('out_gateway_id').notNull().default(''),
    /** ISO 3166-1 alpha-2 of whom may be rung; empty: the tenant's own. */
    countries: texts('countries'),
    /** Whether numbers that the carrier sells come by it; a tenant has one such trunk. */
    forCarrier: boolean('for_carrier').notNull().default(false),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    uniqueIndex('trunks_one_for_carrier')
      .on(table.tenantId, table.mode)
      .where(sql`for_carrier`),
  ],
)

/**
 * How far a number of the carrier's is: written before each step, so that whoever comes anew goes on from there. `own`:
 * on the tenant's own trunk, no carrier is asked. `buying`: nobody knows yet whether it was sold.
 */
export const carrierSteps = ['own', 'buying', 'held', 'pointed', 'restoring', 'giving_back'] as const

/** Somebody of the tenant's who can be rung: no other number ever is. */
export const people = pgTable(
  'people',
  {
    ...ownedWithMode(),
    name: text('name').notNull(),
    /** E.164. */
    number: text('number').notNull(),
    languages: texts('languages'),
    /** When they can be rung, in the location's wall time; empty: always. */
    hours: jsonb('hours').$type<Shift[]>().notNull().default([]),
    createdAt: born(),
  },
  ownTenantAndMode,
)

/** People who are rung together or one after another. */
export const ringGroups = pgTable(
  'ring_groups',
  {
    ...ownedWithMode(),
    name: text('name').notNull(),
    order: text('order', { enum: ['in_order', 'all_at_once', 'round_robin'] }).notNull(),
    /** Ids, in order. */
    people: texts('people'),
    ringMs: integer('ring_ms').notNull(),
    /** The tenant's own endpoint that says who is on duty; '' when the order and their hours do. */
    schedule: text('schedule').notNull().default(''),
    /** Whose turn it is to be rung first. */
    turn: integer('turn').notNull().default(0),
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
    answers: text('answers', { enum: ['always', 'staff_first', 'after_hours', 'unknown_callers', 'off'] }).notNull(),
    anonymous: text('anonymous', { enum: ['answer', 'message', 'refuse'] }).notNull(),
    /** E.164, or the beginning of one and "*". */
    blocked: texts('blocked'),
    rules: jsonb('rules').$type<RouteRule[]>().notNull().default([]),
    /** Where people find this number: what brought a call. */
    source: text('source').notNull().default(''),
    spam: text('spam', { enum: ['note', 'block'] })
      .notNull()
      .default('note'),
    /** `recognise`: who calls again from the same number is known to have called before. */
    repeatCallers: text('repeat_callers', { enum: ['ignore', 'recognise'] })
      .notNull()
      .default('ignore'),
    /** Who is fetched when a caller asks for a person: a person's id or a ring group's; '' when nobody is. */
    reach: text('reach').notNull().default(''),
    /** `cold` hands the caller over unannounced, and out of our hands. */
    transfers: text('transfers', { enum: ['warm', 'cold'] })
      .notNull()
      .default('warm'),
    /** How long staff is rung before the assistant answers. */
    staffFirstMs: integer('staff_first_ms').notNull().default(15_000),
    /** What becomes of calls over the tenant's lines. */
    whenBusy: text('when_busy', { enum: ['message', 'passed_on'] })
      .notNull()
      .default('message'),
    /** The owner's own phone, E.164: a call that no agent can be had for goes there. '' when there is none. */
    ownPhone: text('own_phone').notNull().default(''),
    carrier: text('carrier', { enum: carrierSteps }).notNull().default('own'),
    /** How the carrier had it before; null until that was looked up. */
    carrierFormer: jsonb('carrier_former').$type<CarrierSetting>(),
    /** Until when somebody is at it. */
    carrierBusyUntil: instant('carrier_busy_until'),
    /** Since when too few of its calls are answered; null while enough are. */
    lowSince: instant('low_since'),
    /** Calls before that do not count for it; null: all of the last day do. */
    countedFrom: instant('counted_from'),
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
