import { type SQL, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'

/** From an instant to another, the second excluded; and the name of the day an instant falls on. */
export interface Span {
  from: SQL
  to: SQL
  day: (at: SQL) => SQL
}

/** Whole days of a zone. */
export function daysOf(from: string, to: string, timeZone: string): Span {
  const midnight = (date: string, later: number) =>
    sql`((${date}::date + ${later}::int)::timestamp at time zone ${timeZone})`
  return {
    from: midnight(from, 0),
    to: midnight(to, 1),
    day: (at) => sql`to_char(${at} at time zone ${timeZone}, 'YYYY-MM-DD')`,
  }
}

/** One span without days. */
export function spanOf(from: Date, to: Date): Span {
  return {
    from: sql`${from.toISOString()}::timestamptz`,
    to: sql`${to.toISOString()}::timestamptz`,
    day: () => sql`''`,
  }
}

export const within = ({ from, to }: Span): SQL => sql`created_at >= ${from} and created_at < ${to}`
const dayOf = (span: Span): SQL => span.day(sql`created_at`)

export const selectTurnCounts = (span: Span) =>
  query.execute<{ day: string; kind: string | null; tier: string | null; lang: string; n: string }>(
    sql`select ${dayOf(span)} as day, kind, tier, lang, count(*) as n from turns where ${within(span)} group by 1, 2, 3, 4`,
  )

/** Milliseconds from a question to the end of its answer. */
export const selectResponseTimes = (span: Span) =>
  query.execute<{ day: string; median: number; p95: number }>(
    sql`select day, percentile_cont(0.5) within group (order by ms) as median, percentile_cont(0.95) within group (order by ms) as p95
        from (select ${dayOf(span)} as day, extract(epoch from closed_at - created_at) * 1000 as ms
              from turns where ${within(span)} and kind is not null and closed_at is not null) as answered
        group by day`,
  )

export const selectConversationCounts = (span: Span) =>
  query.execute<{ day: string; n: string }>(
    sql`select ${dayOf(span)} as day, count(*) as n from conversations where ${within(span)} group by 1`,
  )

export const selectRatingCounts = (span: Span) =>
  query.execute<{ day: string; thumb: 'up' | 'down'; n: string }>(
    sql`select ${dayOf(span)} as day, thumb, count(*) as n from ratings where ${within(span)} group by 1, 2`,
  )

export const selectLeadCounts = (span: Span) =>
  query.execute<{ day: string; n: string }>(
    sql`select ${dayOf(span)} as day, count(*) as n from leads where ${within(span)} group by 1`,
  )
