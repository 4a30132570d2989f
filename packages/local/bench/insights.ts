import { createAdmin } from '@foyer/sdk/admin'
import type { Platform } from '../src/launcher/platform.ts'
import { against, type Measurement, type Row, type Settings } from './row.ts'
import { pair, summarise } from './samples.ts'
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
  const rows: Row[] = []
  for (const [what, ask] of Object.entries(asked)) rows.push(await row(`${what} (${database})`, ask, short ? 10 : 40))
  return rows
}

async function row(what: string, ask: () => Promise<unknown>, times: number): Promise<Row> {
  await ask()
  const samples: number[] = []
  for (let time = 0; time < times; time++) {
    const from = performance.now()
    await ask()
    samples.push(performance.now() - from)
  }
  const all = summarise(samples)
  return {
    what: `dashboard: ${what}, p50 / p95`,
    value: pair(all),
    goal: `p95 ≤ ${goalMs} ms`,
    met: against(all.p95, goalMs),
    beside: '',
    numbers: { ...all },
  }
}

const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
