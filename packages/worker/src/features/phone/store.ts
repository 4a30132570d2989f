import { and, asc, desc, eq, gte, inArray, ne, sql, type SQLWrapper } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { calls } from '../calls/table.ts'
import { messages } from '../conversations/table.ts'
import { leads } from '../leads/table.ts'
import { playbookVersions } from '../playbook/table.ts'
import { assistants, tenants } from '../tenants/index.ts'
import { locations } from '../tenants/table.ts'
import type { Dialled } from './heard.ts'
import { people, phoneNumbers, ringGroups, trunks } from './table.ts'

export type TrunkRow = typeof trunks.$inferSelect
export type NumberRow = typeof phoneNumbers.$inferSelect

export const mostTrunks = 20
export const mostNumbers = 200
export const mostPeople = 200
export const mostGroups = 50

export const selectTrunks = () => query.select().from(trunks).orderBy(asc(trunks.id))
export const selectTrunk = (id: string) => query.select().from(trunks).where(eq(trunks.id, id))
export const insertTrunk = (row: typeof trunks.$inferInsert) => query.insert(trunks).values(row).returning()
export const deleteTrunk = (id: string) => query.delete(trunks).where(eq(trunks.id, id)).returning({ id: trunks.id })
export const noteGateway = (id: string, gatewayId: string, outGatewayId: string) =>
  query.update(trunks).set({ gatewayId, outGatewayId }).where(eq(trunks.id, id))
export const setWayOut = (id: string, outAddress: string, countries: string[]) =>
  query.update(trunks).set({ outAddress, countries }).where(eq(trunks.id, id)).returning()

export const selectPeople = () => query.select().from(people).orderBy(asc(people.id))
export const insertPerson = (row: typeof people.$inferInsert) => query.insert(people).values(row).returning()
export const changePerson = (id: string, change: Partial<typeof people.$inferInsert>) =>
  query
    .update(people)
    .set({ ...change, id: sql`id` })
    .where(eq(people.id, id))
    .returning()
export const deletePerson = (id: string) => query.delete(people).where(eq(people.id, id)).returning({ id: people.id })

export const selectGroups = () => query.select().from(ringGroups).orderBy(asc(ringGroups.id))
export const insertGroup = (row: typeof ringGroups.$inferInsert) => query.insert(ringGroups).values(row).returning()
export const changeGroup = (id: string, change: Partial<typeof ringGroups.$inferInsert>) =>
  query
    .update(ringGroups)
    .set({ ...change, id: sql`id` })
    .where(eq(ringGroups.id, id))
    .returning()
export const deleteGroup = (id: string) =>
  query.delete(ringGroups).where(eq(ringGroups.id, id)).returning({ id: ringGroups.id })
/** The next one's turn; each call takes one. */
export const takeTurn = (id: string) =>
  query
    .update(ringGroups)
    .set({ turn: sql`(${ringGroups.turn} + 1) % 1000000` })
    .where(eq(ringGroups.id, id))

export const selectNumbers = () => query.select().from(phoneNumbers).orderBy(asc(phoneNumbers.id))
export const selectNumber = (id: string) => query.select().from(phoneNumbers).where(eq(phoneNumbers.id, id))
export const selectNumbersOf = (trunkId: string) =>
  query
    .select({ number: phoneNumbers.number })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.trunkId, trunkId))
    .orderBy(asc(phoneNumbers.number))
export const selectCarrierTrunk = () => query.select().from(trunks).where(eq(trunks.forCarrier, true))
/** Of two at once, one is made. */
export const insertCarrierTrunk = (row: typeof trunks.$inferInsert) =>
  query.insert(trunks).values(row).onConflictDoNothing()

/** Whoever gets the row is alone at it until then. */
export const takeCarrierStep = (id: string, now: Date, until: Date) =>
  query
    .update(phoneNumbers)
    .set({ carrierBusyUntil: until })
    .where(
      and(
        eq(phoneNumbers.id, id),
        sql`coalesce(${phoneNumbers.carrierBusyUntil}, '-infinity') <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .returning()
export const leaveCarrierStep = (id: string) =>
  query.update(phoneNumbers).set({ carrierBusyUntil: null }).where(eq(phoneNumbers.id, id))
/** From one step to the next; nothing changes when it is not there any more. */
export const noteCarrierStep = (
  id: string,
  from: NumberRow['carrier'],
  change: Partial<typeof phoneNumbers.$inferInsert>,
) =>
  query
    .update(phoneNumbers)
    .set({ ...change, id: sql`id` })
    .where(and(eq(phoneNumbers.id, id), eq(phoneNumbers.carrier, from)))
    .returning()

export const insertNumber = (row: typeof phoneNumbers.$inferInsert) =>
  query.insert(phoneNumbers).values(row).returning()
export const changeNumber = (id: string, change: Partial<typeof phoneNumbers.$inferInsert>) =>
  query
    .update(phoneNumbers)
    .set({ ...change, id: sql`id` })
    .where(eq(phoneNumbers.id, id))
    .returning()
/** Those at the carrier, whose former setting is to come back. */
export const selectCarrierNumbers = () => query.select().from(phoneNumbers).where(ne(phoneNumbers.carrier, 'own'))
export const selectByNumber = (number: string) =>
  query.select().from(phoneNumbers).where(eq(phoneNumbers.number, number))
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

/** What a caller hears first comes from these. */
export const selectGreeting = (assistantId: string) =>
  query
    .select({ business: tenants.name, document: playbookVersions.document })
    .from(assistants)
    .innerJoin(tenants, eq(tenants.id, assistants.tenantId))
    .leftJoin(playbookVersions, eq(playbookVersions.id, assistants.publishedVersionId))
    .where(eq(assistants.id, assistantId))

export const selectRevision = () =>
  query
    .select({ revision: tenants.knowledgeRevision })
    .from(tenants)
    .where(eq(tenants.id, sql`current_setting('app.tenant_id')`))

/** Which playbook each assistant speaks by. */
export const selectPublished = () =>
  query.select({ id: assistants.id, publishedVersionId: assistants.publishedVersionId }).from(assistants)

/** Somebody who left this number with a message. */
export const selectKnown = (phone: string) =>
  query.select({ id: leads.id }).from(leads).where(eq(leads.phone, phone)).limit(1)

/** Of the conversation's running call: the rules of the number it came by, and what they ask of its caller. */
export const dialledIn = (conversationId: SQLWrapper) => sql<Dialled | null>`(
  select jsonb_build_object('rules', n.rules, 'assistantId', n.assistant_id, 'timeZone', l.time_zone,
           'known', c.caller <> '' and exists (select from leads where leads.phone = c.caller))
    from calls c
    join phone_numbers n on n.number = c.dialled
    join locations l on l.id = n.location_id
   where c.conversation_id = ${conversationId} and c.state <> 'ended' limit 1)`

/** The last that somebody said to us in a conversation. */
export const selectSaid = (conversationId: string) =>
  query
    .select({ text: messages.text, via: messages.via, turnId: messages.turnId })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.author, 'visitor')))
    .orderBy(desc(messages.position))
    .limit(20)

/** The number is one of the tenant's: of its people, its lines, or its own phones. */
export const selectOwn = (number: string) =>
  query.execute(sql`
    select from people where number = ${number}
    union all select from emergency_contacts where phone = ${number}
    union all select from phone_numbers where ${number} in (number, own_phone)`)

/** A call of theirs that came to spam, by a member's word or ours; one that was turned away for it is no further one. */
export const selectSpam = (caller: string, since: Date) =>
  query
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.caller, caller),
        gte(calls.createdAt, since),
        sql`coalesce(${calls.correctedOutcome}, case when ${calls.endReason} <> 'blocked' then ${calls.outcome} end) = 'spam'`,
      ),
    )
    .limit(1)

export const selectLocationOf = (numberId: string) =>
  query
    .select({ timeZone: locations.timeZone, country: locations.country, region: locations.region })
    .from(phoneNumbers)
    .innerJoin(locations, and(eq(locations.tenantId, phoneNumbers.tenantId), eq(locations.id, phoneNumbers.locationId)))
    .where(eq(phoneNumbers.id, numberId))

/** The number that was dialled; for a call by the web, the first one of its assistant that rings somebody. */
export const selectNumberFor = ({ dialled, assistantId }: { dialled: string; assistantId: string }) =>
  query
    .select()
    .from(phoneNumbers)
    .where(
      dialled === ''
        ? and(eq(phoneNumbers.assistantId, assistantId), sql`${phoneNumbers.reach} <> ''`)
        : eq(phoneNumbers.number, dialled),
    )
    .orderBy(asc(phoneNumbers.id))
    .limit(1)

/** By what calls go out: the trunk of this number before the others. */
export const selectWaysOut = (dialled: string) =>
  query
    .select({ gatewayId: trunks.outGatewayId, countries: trunks.countries, from: phoneNumbers.number })
    .from(trunks)
    .innerJoin(phoneNumbers, and(eq(phoneNumbers.tenantId, trunks.tenantId), eq(phoneNumbers.trunkId, trunks.id)))
    .where(sql`${trunks.outGatewayId} <> ''`)
    .orderBy(sql`${phoneNumbers.number} = ${dialled} desc`, asc(phoneNumbers.id))
    .limit(1)

export const selectPlace = () =>
  query
    .select({ timeZone: locations.timeZone, country: tenants.country })
    .from(locations)
    .innerJoin(tenants, eq(tenants.id, locations.tenantId))
    .orderBy(asc(locations.id))
    .limit(1)
