import { createAdmin } from '@foyer/sdk/admin'
import { Client } from 'pg'
import type { Platform } from '../src/launcher/platform.ts'
import { against, type Measurement, type Row, type Settings } from './row.ts'
import { pair, summarise, type Summary } from './samples.ts'
import { seedConversations } from './seed-conversations.ts'
import { type DatabaseKind, onStage } from './stage.ts'

const goalMs = 100

/** Every list and chart that Home and Conversations ask for, on a year of conversations of one tenant. */
export const insights: Measurement = {
  name: 'insights',
  about: 'lists and charts of the dashboard on 100,000 conversations (3 min)',
  async run(settings) {
    const rows: Row[] = []
    for (const database of ['PGlite', 'PostgreSQL'] as const)
      rows.push(...(await onStage(database, {}, (platform) => measure(database, platform, settings))))
    return rows
  },
}

async function measure(database: DatabaseKind, platform: Platform, { short, say }: Settings): Promise<Row[]> {
  const count = short ? 20_000 : 100_000
  const operator = createAdmin({ baseUrl: platform.apiUrl, key: platform.operatorKey })
  const made = await operator.tenants.create({
    slug: 'busy',
    name: 'Busy',
    country: 'US',
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  const from = performance.now()
  await seedConversations(platform, { id: made.tenant.id, assistantId: made.assistantId }, count)
  say(`  ${database}: ${count} conversations seeded in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  const foyer = createAdmin({ baseUrl: platform.apiUrl, key: made.secretKey.key })
  const list =
    (filter: Parameters<typeof foyer.insights.conversations>[0], after = '') =>
    () =>
      foyer.insights.conversations(filter, { after }).page()
  const old = await list({ from: dayAgo(300), to: dayAgo(290) })()
  const asked: Record<string, () => Promise<unknown>> = {
    'last 24 hours': () => foyer.insights.now(),
    '30 days by day': () => foyer.insights.days(),
    '92 days by day': () => foyer.insights.days({ from: dayAgo(91), to: dayAgo(0) }),
    'list, newest': list({}),
    'list, a page far back': list({}, old.next),
    'list, an old range': list({ from: dayAgo(300), to: dayAgo(290) }),
    'list, unanswered': list({ outcome: 'unanswered' }),
    'list, by tier and language': list({ tier: 'semantic', lang: 'es' }),
    'list, thumbs down': list({ outcome: 'down' }),
    'list, words that stand nowhere': list({ q: 'grand piano' }),
  }
  const times = short ? 10 : 40
  const floor = await timed(() => foyer.tenant.get(), times)
  const counted = await timed(() => foyer.insights.days({ from: dayAgo(91), to: dayAgo(0) }), times)
  const night = performance.now()
  await settle(platform, made.tenant.id)
  say(`  ${database}: the night counted a year of days in ${((performance.now() - night) / 1000).toFixed(1)} s`)
  const rows: Row[] = []
  for (const [what, ask] of Object.entries(asked)) {
    const beside = what.startsWith('92') ? `, ${pair(counted)} before the night counted` : ''
    rows.push(row(`${what} (${database})`, await timed(ask, times), `one row by its key: ${pair(floor)}${beside}`))
  }
  return rows
}

/** What the night does, for days that are over; waits until the newest of them is kept. */
async function settle({ apiUrl, databaseUrl }: Platform, tenantId: string): Promise<void> {
  await fetch(new URL(`/cdn-cgi/local/scheduled?cron=${encodeURIComponent('17 3 * * *')}`, apiUrl))
  const app = new Client({ connectionString: databaseUrl })
  await app.connect()
  try {
    for (;;) {
      await app.query('begin')
      await app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenantId])
      const { rowCount } = await app.query('select 1 from insight_days where day >= $1', [dayAgo(3)])
      await app.query('commit')
      if ((rowCount ?? 0) > 0) return
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    await app.end()
  }
}

async function timed(ask: () => Promise<unknown>, times: number): Promise<Summary> {
  await ask()
  const samples: number[] = []
  for (let time = 0; time < times; time++) {
    const from = performance.now()
    await ask()
    samples.push(performance.now() - from)
  }
  return summarise(samples)
}

function row(what: string, all: Summary, beside: string): Row {
  return {
    what: `dashboard: ${what}, p50 / p95`,
    value: pair(all),
    goal: `p95 ≤ ${goalMs} ms`,
    met: against(all.p95, goalMs),
    beside,
    numbers: { ...all },
  }
}

const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
