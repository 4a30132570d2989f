import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError } from '../../shared/errors.ts'
import { firstIdAt } from '../../shared/ids.ts'
import { dayMs, localDay } from '../../shared/time.ts'
import { toPage } from '../../web/page.ts'
import { selectLocations } from '../tenants/index.ts'
import { countDays, type Counted, countsOf, daysFrom, nextDay } from './count-days.ts'
import * as counts from './counts-store.ts'
import { selectDays, selectNewestDay } from './days-store.ts'
import { tally } from './tally.ts'
import type { ConversationSummary, InsightsQuery, SummaryQuery } from './schema.ts'
import { selectSummaries, type SummaryRow } from './summaries-store.ts'

const mostDays = 92

/** Days that were settled read from their rows, the others from the tables. */
export async function insightsByDay(ctx: Ctx, query: z.output<typeof InsightsQuery>) {
  requireScope(ctx, 'conversations:read')
  const { timeZone, from, to } = await rangeOf(ctx, query)
  const [settled, [newest]] = await withTenant(ctx).batch(selectDays(from, to), selectNewestDay())
  const open = newest === undefined || newest.day < from ? from : nextDay(newest.day, 1)
  const counted = new Map<string, Counted>([
    ...settled.map((row) => [row.day, row.counted as Counted] as const),
    ...(open > to ? [] : (await countDays(ctx, open, to, timeZone)).map((row) => [row.day, row.counted] as const)),
  ])
  const days = daysFrom(from, to).map((day) => {
    const { languages, ...of } = counted.get(day) ?? nothing
    return { day, languages, ...of }
  })
  const languages = new Map<string, number>()
  for (const day of days)
    for (const [lang, n] of Object.entries(day.languages)) languages.set(lang, (languages.get(lang) ?? 0) + n)
  return {
    timeZone,
    days: days.map(({ languages: _, ...day }) => day),
    languages: [...languages].map(([lang, turns]) => ({ lang, turns })).toSorted((a, b) => b.turns - a.turns),
  }
}

/** A day before the first conversation. */
const nothing: Counted = tally({ turns: [], times: [], conversations: [], ratings: [], leads: [] }, '')

export async function insightsNow(ctx: Ctx) {
  requireScope(ctx, 'conversations:read')
  const now = ctx.now()
  const since = new Date(now.getTime() - dayMs)
  const rows = await countsOf(ctx, counts.spanOf(since, new Date(now.getTime() + dayMs)))
  const { languages: _, ...counted } = tally(rows, '')
  return { since: since.toISOString(), ...counted }
}

export async function listSummaries(ctx: Ctx, { after, limit, from, to, ...filter }: z.output<typeof SummaryQuery>) {
  requireScope(ctx, 'conversations:read')
  const ofTime = from !== undefined || to !== undefined || filter.outcome !== undefined || filter.tier !== undefined
  const range = ofTime || filter.lang !== undefined ? await rangeOf(ctx, { from, to }) : null
  const [{ rows }] = await withTenant(ctx).batch(selectSummaries({ after, limit: limit + 1, range, ...filter }))
  return toPage(rows, limit, presentSummary)
}

/** Whole days in the zone of the first location. @throws AppError bad_request for a range that is empty or too long */
async function rangeOf(ctx: Ctx, query: z.output<typeof InsightsQuery>) {
  const [locations] = await withTenant(ctx).batch(selectLocations())
  const timeZone = locations[0]?.timeZone ?? 'UTC'
  const to = query.to ?? localDay(ctx.now(), timeZone)
  const from = query.from ?? new Date(Date.parse(to) - 29 * dayMs).toISOString().slice(0, 10)
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
  if (length < 1 || length > mostDays)
    throw new AppError('bad_request', `From ${from} to ${to} is ${length} days. Ask for 1 to ${mostDays} days.`)
  // A zone is at most 14 hours from UTC; ids bound the search, the span decides.
  const around = (date: string, later: number) => firstIdAt('conversation', new Date(Date.parse(date) + later * dayMs))
  return {
    timeZone,
    from,
    to,
    span: counts.daysOf(from, to, timeZone),
    ids: { from: around(from, -1), to: around(to, 2) },
  }
}

function presentSummary(row: SummaryRow): z.input<typeof ConversationSummary> {
  const instant = (value: string) => new Date(value).toISOString()
  return {
    id: row.id,
    mode: row.mode,
    assistantId: row.assistant_id,
    visitorId: row.visitor_id,
    channel: row.channel,
    lang: row.lang,
    state: row.state,
    createdAt: instant(row.created_at),
    endedAt: row.ended_at === null ? null : instant(row.ended_at),
    opening: row.opening ?? '',
    turns: Number(row.turns),
    kinds: row.kinds ?? [],
    up: Number(row.up),
    down: Number(row.down),
    messages: Number(row.messages),
    lastAt: instant(row.last_at ?? row.created_at),
  }
}
