import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { calls } from '../calls/table.ts'
import { leads } from '../leads/table.ts'
import { assistants, tenants } from '../tenants/index.ts'
import { locations } from '../tenants/table.ts'
import { phoneNumbers, trunks } from './table.ts'

export type TrunkRow = typeof trunks.$inferSelect
export type NumberRow = typeof phoneNumbers.$inferSelect

export const mostTrunks = 20
export const mostNumbers = 200

export const selectTrunks = () => query.select().from(trunks).orderBy(asc(trunks.id))
export const selectTrunk = (id: string) => query.select().from(trunks).where(eq(trunks.id, id))
export const insertTrunk = (row: typeof trunks.$inferInsert) => query.insert(trunks).values(row).returning()
export const deleteTrunk = (id: string) => query.delete(trunks).where(eq(trunks.id, id)).returning({ id: trunks.id })
export const noteGateway = (id: string, gatewayId: string) =>
  query.update(trunks).set({ gatewayId }).where(eq(trunks.id, id))

export const selectNumbers = () => query.select().from(phoneNumbers).orderBy(asc(phoneNumbers.id))
export const selectNumber = (id: string) => query.select().from(phoneNumbers).where(eq(phoneNumbers.id, id))
export const selectNumbersOf = (trunkId: string) =>
  query
    .select({ number: phoneNumbers.number })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.trunkId, trunkId))
    .orderBy(asc(phoneNumbers.number))
export const insertNumber = (row: typeof phoneNumbers.$inferInsert) =>
  query.insert(phoneNumbers).values(row).returning()
export const changeNumber = (id: string, change: Partial<typeof phoneNumbers.$inferInsert>) =>
  query
    .update(phoneNumbers)
    .set({ ...change, id: sql`id` })
    .where(eq(phoneNumbers.id, id))
    .returning()
export const deleteNumbers = () => query.delete(phoneNumbers)
export const deleteNumber = (id: string) => query.delete(phoneNumbers).where(eq(phoneNumbers.id, id)).returning()

/** The one that is named, or the first. */
export const selectAssistant = (id: string | undefined) =>
  query
    .select({ id: assistants.id, locationId: assistants.locationId })
    .from(assistants)
    .where(id === undefined ? undefined : eq(assistants.id, id))
    .orderBy(asc(assistants.id))
    .limit(1)

export const selectAssistants = (ids: string[]) =>
  query.select({ id: assistants.id }).from(assistants).where(inArray(assistants.id, ids))

export const selectRevision = () =>
  query
    .select({ revision: tenants.knowledgeRevision })
    .from(tenants)
    .where(eq(tenants.id, sql`current_setting('app.tenant_id')`))

/** Somebody who left this number with a message. */
export const selectKnown = (phone: string) =>
  query.select({ id: leads.id }).from(leads).where(eq(leads.phone, phone)).limit(1)

/** A call of theirs that came to spam, by a member's word or ours. */
export const selectSpam = (caller: string, since: Date) =>
  query
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.caller, caller),
        gte(calls.createdAt, since),
        sql`coalesce(${calls.correctedOutcome}, ${calls.outcome}) = 'spam'`,
      ),
    )
    .limit(1)

export const selectLocationOf = (numberId: string) =>
  query
    .select({ timeZone: locations.timeZone, country: locations.country, region: locations.region })
    .from(phoneNumbers)
    .innerJoin(locations, and(eq(locations.tenantId, phoneNumbers.tenantId), eq(locations.id, phoneNumbers.locationId)))
    .where(eq(phoneNumbers.id, numberId))
