import { and, between, desc, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { insightDays } from './table.ts'

export const selectDays = (from: string, to: string) =>
  query
    .select({ day: insightDays.day, counted: insightDays.counted })
    .from(insightDays)
    .where(and(between(insightDays.day, from, to)))

/** Every day from the first to this one has its row. */
export const selectNewestDay = () =>
  query.select({ day: insightDays.day }).from(insightDays).orderBy(desc(insightDays.day)).limit(1)

export const selectFirstDay = (timeZone: string) =>
  query.execute<{ day: string | null }>(
    sql`select to_char(min(created_at) at time zone ${timeZone}, 'YYYY-MM-DD') as day from conversations`,
  )

/** A day that is kept already stays as it is. */
export const insertDays = (days: readonly { day: string; counted: unknown }[]) =>
  query
    .insert(insightDays)
    .values(days.map((row) => ({ id: newId('insightDay'), ...row })))
    .onConflictDoNothing()
