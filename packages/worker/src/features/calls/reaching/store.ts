import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { query } from '../../../db/tenant.ts'
import { callLegs, calls } from '../table.ts'
import type { Leg, Purpose } from './standing.ts'

export const selectLegs = (callId: string) =>
  query
    .select()
    .from(callLegs)
    .where(eq(callLegs.callId, callId))
    .orderBy(asc(callLegs.createdAt), asc(callLegs.wave), asc(callLegs.id))

export const insertLegs = (rows: (typeof callLegs.$inferInsert)[]) => query.insert(callLegs).values(rows).returning()

/** From one state into the next, once, whoever comes first. */
export const moveLeg = (legId: string, from: readonly Leg['state'][], set: Partial<typeof callLegs.$inferInsert>) =>
  query
    .update(callLegs)
    .set(set)
    .where(and(eq(callLegs.id, legId), inArray(callLegs.state, [...from])))
    .returning()

/** Those who were to be rung after, and are not needed. */
export const dropWaiting = (callId: string, purpose: Purpose, endedAt: Date) =>
  query
    .update(callLegs)
    .set({ state: 'over', result: 'not_needed', endedAt })
    .where(and(eq(callLegs.callId, callId), eq(callLegs.purpose, purpose), eq(callLegs.state, 'waiting')))

/** The caller is gone: nobody is rung or spoken to any more. Who was connected stays written down so. */
export const endLegs = (callId: string, endedAt: Date) =>
  query
    .update(callLegs)
    .set({ state: 'over', result: 'caller_left', endedAt })
    .where(and(eq(callLegs.callId, callId), inArray(callLegs.state, ['waiting', 'ringing', 'whispering'])))

export const closeConnected = (callId: string, endedAt: Date) =>
  query
    .update(callLegs)
    .set({ state: 'over', result: 'connected', endedAt })
    .where(and(eq(callLegs.callId, callId), eq(callLegs.state, 'connected')))

/** Where the call stands while somebody is fetched. */
export const moveCall = (callId: string, state: (typeof calls.$inferSelect)['state']) =>
  query
    .update(calls)
    .set({ state })
    .where(and(eq(calls.id, callId), ne(calls.state, 'ended'), ne(calls.state, state)))
    .returning()
