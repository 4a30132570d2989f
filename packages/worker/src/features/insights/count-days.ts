import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { dayMs } from '../../shared/time.ts'
import * as counts from './counts-store.ts'
import { tally } from './tally.ts'

export type Counts = Awaited<ReturnType<typeof countsOf>>
export type Counted = ReturnType<typeof tally>

/** The rows behind the numbers, counted; from the tables themselves. */
export async function countsOf(ctx: Ctx, span: counts.Span) {
  const [turns, times, conversations, ratings, leads] = await withTenant(ctx).batch(
    counts.selectTurnCounts(span),
    counts.selectResponseTimes(span),
    counts.selectConversationCounts(span),
    counts.selectRatingCounts(span),
    counts.selectLeadCounts(span),
  )
  return {
    turns: turns.rows,
    times: times.rows,
    conversations: conversations.rows,
    ratings: ratings.rows,
    leads: leads.rows,
  }
}

/** Each day from one to another, both included. */
export async function countDays(
  ctx: Ctx,
  from: string,
  to: string,
  timeZone: string,
): Promise<{ day: string; counted: Counted }[]> {
  const rows = await countsOf(ctx, counts.daysOf(from, to, timeZone))
  return daysFrom(from, to).map((day) => ({ day, counted: tally(rows, day) }))
}

export function daysFrom(from: string, to: string): string[] {
  const length = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1)
  return Array.from({ length }, (_, index) => nextDay(from, index))
}

/** So many days later, as a date. */
export const nextDay = (date: string, later: number): string =>
  new Date(Date.parse(date) + later * dayMs).toISOString().slice(0, 10)
