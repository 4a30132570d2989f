import { type SQL, sql } from 'drizzle-orm'
import type { z } from '@hono/zod-openapi'
import { query } from '../../db/tenant.ts'
import { type Span, within } from './counts-store.ts'
import type { Outcome } from './schema.ts'

/** Messages that a search looks at, newest first: a bound on its cost. */
const searched = 20_000

export interface Wanted {
  after: string
  limit: number
  /** Null without a range. An id begins with its time, so `ids` bounds the search and `span` decides. */
  range: { span: Span; ids: { from: string; to: string } } | null
  outcome?: z.infer<typeof Outcome> | undefined
  tier?: string | undefined
  lang?: string | undefined
  q?: string | undefined
}

export interface SummaryRow {
  [column: string]: unknown
  id: string
  mode: 'test' | 'live'
  assistant_id: string
  visitor_id: string
  channel: 'chat' | 'api' | 'phone'
  lang: string
  state: 'open' | 'ended'
  created_at: string
  ended_at: string | null
  opening: string | null
  turns: string
  kinds: string[] | null
  up: string
  down: string
  messages: string
  last_at: string | null
}

/** Chosen first, by indexes that hold all that is asked; what a row shows is looked up for the chosen few. */
export function selectSummaries(wanted: Wanted) {
  const { after, limit, range } = wanted
  const filters = filtersOf(wanted)
  const cursor = after === '' ? sql`true` : sql`id < ${after}`
  const inRange =
    range === null ? sql`true` : sql`id >= ${range.ids.from} and id < ${range.ids.to} and ${within(range.span)}`
  const chosen =
    filters.length === 0
      ? sql`select id from conversations where ${cursor} and ${inRange} order by id desc limit ${limit}`
      : sql`select id from (${sql.join(filters, sql` intersect `)}) as matching where ${cursor} order by id desc limit ${limit}`
  return query.execute<SummaryRow>(sql`
    select c.id, c.mode, c.assistant_id, c.visitor_id, c.channel, c.lang, c.state, c.created_at, c.ended_at,
           opened.opening, said.turns, said.kinds, rated.up, rated.down, left_.messages, said.last_at
      from (${chosen}) as chosen
      join conversations c on c.id = chosen.id
      left join lateral (select left(m.text, 200) as opening from messages m
        where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.author = 'visitor'
        order by m.position limit 1) as opened on true
      cross join lateral (select count(*) as turns, max(t.created_at) as last_at,
          array_agg(distinct t.kind) filter (where t.kind is not null) as kinds
        from turns t where t.tenant_id = c.tenant_id and t.conversation_id = c.id) as said
      cross join lateral (select count(*) filter (where r.thumb = 'up') as up, count(*) filter (where r.thumb = 'down') as down
        from ratings r where r.tenant_id = c.tenant_id and r.mode = c.mode and r.conversation_id = c.id) as rated
      cross join lateral (select count(*) as messages
        from leads l where l.tenant_id = c.tenant_id and l.mode = c.mode and l.conversation_id = c.id) as left_
     order by c.id desc`)
}

/** Each asks for the ids of the conversations it matches. */
function filtersOf({ range, outcome, tier, lang, q }: Wanted): SQL[] {
  const inTime = range === null ? sql`true` : within(range.span)
  const kind =
    outcome === 'unanswered' ? 'unknown' : outcome === 'handoff' || outcome === 'emergency' ? outcome : undefined
  const ofTurn = [
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(tier === undefined ? [] : [sql`tier = ${tier}`]),
    ...(lang === undefined ? [] : [sql`lang = ${lang}`]),
  ]
  return [
    ...(ofTurn.length === 0
      ? []
      : [sql`select conversation_id as id from turns where ${inTime} and ${sql.join(ofTurn, sql` and `)}`]),
    ...(outcome === 'up' || outcome === 'down'
      ? [sql`select conversation_id as id from ratings where ${inTime} and thumb = ${outcome}`]
      : []),
    ...(outcome === 'message' ? [sql`select conversation_id as id from leads where ${inTime}`] : []),
    ...(q === undefined
      ? []
      : [
          sql`select conversation_id as id from (select conversation_id, text from messages order by id desc limit ${searched}) as newest
              where text ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`,
        ]),
  ]
}
