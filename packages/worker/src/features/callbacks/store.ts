import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { leads } from '../leads/table.ts'
import { callbacks } from './table.ts'

const whole = () =>
  query
    .select({ callback: callbacks, lead: leads })
    .from(callbacks)
    .innerJoin(leads, and(eq(leads.tenantId, callbacks.tenantId), eq(leads.id, callbacks.leadId)))

export type Whole = Awaited<ReturnType<typeof selectCallback>>[number]

export const selectCallback = (id: string) => whole().where(eq(callbacks.id, id))

interface Wanted {
  after: string
  limit: number
  state?: 'open' | 'done' | undefined
  conversationId?: string | undefined
}

export const selectCallbacks = ({ after, limit, state, conversationId }: Wanted) =>
  whole()
    .where(
      and(
        after === '' ? undefined : lt(callbacks.id, after),
        state === undefined ? undefined : eq(callbacks.state, state),
        conversationId === undefined ? undefined : eq(leads.conversationId, conversationId),
      ),
    )
    .orderBy(desc(callbacks.id))
    .limit(limit + 1)

export const changeState = (id: string, set: Pick<typeof callbacks.$inferInsert, 'state' | 'doneBy' | 'doneAt'>) =>
  query.update(callbacks).set(set).where(eq(callbacks.id, id)).returning({ id: callbacks.id })

export const countReminder = (id: string) =>
  query
    .update(callbacks)
    .set({ reminders: sql`${callbacks.reminders} + 1` })
    .where(eq(callbacks.id, id))
