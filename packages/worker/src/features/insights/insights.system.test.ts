import { neon, neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { ask, call, createTenant, enter, type TestTenant, until } from '../../test/foyer.ts'

describe('insights', () => {
  let one: TestTenant
  let other: TestTenant
  const conversations: string[] = []
  const list = async (query: string, key = one.sk) => call('GET', `/v1/insights/conversations${query}`, { key })
  const ids = async (query: string): Promise<string[]> =>
    (await list(query)).body.items.map(({ id }: { id: string }) => id)

  beforeAll(async () => {
    one = await createTenant()
    other = await createTenant()
    for (const questions of [
      ['Are you a robot?'],
      ['Do you sell grand pianos?'],
      ['I want to talk to a person', 'hello'],
    ]) {
      const { token, conversationId } = await enter(one)
      for (const text of questions) await ask(token, conversationId, text)
      conversations.push(conversationId)
    }
    await call('POST', `/v1/conversations/${conversations[1]}/ratings`, { key: one.sk, body: { thumb: 'down' } })
  })

  it('counts the last 24 hours, of this tenant only', async () => {
    const { body } = await call('GET', '/v1/insights/now', { key: one.sk })
    expect(body).toMatchObject({
      conversations: 3,
      turns: 4,
      unanswered: 1,
      handoffs: 1,
      emergencies: 0,
      up: 0,
      down: 1,
    })
    expect(body.medianMs).toBeGreaterThan(0)
    const theirs = await call('GET', '/v1/insights/now', { key: other.sk })
    expect(theirs.body).toMatchObject({ conversations: 0, turns: 0, down: 0, medianMs: null })
  })

  it('holds every day of the range, and the sum of the days is the sum of the tiers', async () => {
    const { body } = await call('GET', '/v1/insights', { key: one.sk })
    expect(body.timeZone).toBe('America/Denver')
    expect(body.days).toHaveLength(30)
    const today = body.days.at(-1)
    expect(today.turns).toBe(4)
    expect(Object.values<number>(today.tiers).reduce((sum, n) => sum + n, 0)).toBe(4)
    expect(body.languages[0].lang).toBe('en')
  })

  it('shows the conversations behind a number, newest first, page by page', async () => {
    const newest = conversations.toReversed()
    expect(await ids('')).toEqual(newest)
    expect(await ids('?outcome=unanswered')).toEqual([conversations[1]])
    expect(await ids('?outcome=down')).toEqual([conversations[1]])
    expect(await ids('?outcome=handoff')).toEqual([conversations[2]])
    expect(await ids('?tier=none&lang=en')).toEqual([conversations[1]])
    expect(await ids('?outcome=up')).toEqual([])
    const first = await list('?limit=2')
    expect(first.body.items).toHaveLength(2)
    expect(await ids(`?limit=2&after=${first.body.next}`)).toEqual([conversations[0]])
    expect(await ids('?from=2020-01-01&to=2020-01-31')).toEqual([])
  })

  it('finds by what was said, as it was typed', async () => {
    expect(await ids('?q=grand%20PIANO')).toEqual([conversations[1]])
    expect(await ids('?q=%25')).toEqual([])
    expect((await list('?q=piano', other.sk)).body.items).toEqual([])
  })

  it('says what a conversation was about in a row', async () => {
    const { body } = await list('?outcome=handoff')
    expect(body.items[0]).toMatchObject({ opening: 'I want to talk to a person', turns: 2, messages: 0, down: 0 })
    expect(body.items[0].kinds).toContain('handoff')
  })

  it('refuses a range that is empty or longer than 92 days', async () => {
    for (const range of ['?from=2026-02-01&to=2026-01-01', '?from=2025-01-01&to=2026-01-01'])
      expect((await call('GET', `/v1/insights${range}`, { key: one.sk })).body.error.message).toMatch(/days/)
  })
})

describe('days that are over', () => {
  const at = (days: number) => new Date(Date.now() - days * 86_400_000)
  const asApp = async (tenant: TestTenant, ...statements: [string, unknown[]][]) => {
    neonConfig.fetchEndpoint = testPlatform().gatewayUrl
    const app = neon(testPlatform().databaseUrl)
    await app.transaction([
      app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenant.id]),
      ...statements.map(([text, params]) => app.query(text, params)),
    ])
  }
  const total = async (tenant: TestTenant) => {
    const { body } = await call('GET', '/v1/insights', { key: tenant.sk })
    const sum = (of: (day: Record<string, number>) => number | undefined) =>
      body.days.reduce((all: number, day: Record<string, number>) => all + (of(day) ?? 0), 0)
    return {
      turns: sum(({ turns }) => turns),
      conversations: sum(({ conversations }) => conversations),
      languages: body.languages,
      slowest: Math.max(...body.days.map(({ p95Ms }: { p95Ms: number | null }) => p95Ms ?? 0)),
    }
  }

  it('say the same before and after they are kept, and still when their conversations are gone', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    for (const tenant of [one, other]) {
      const { token, conversationId } = await enter(tenant)
      await ask(token, conversationId, 'Are you a robot?')
      const past = [at(9), conversationId]
      await asApp(
        tenant,
        ['update conversations set created_at = $1 where id = $2', past],
        ['update messages set created_at = $1 where conversation_id = $2', past],
        [
          `update turns set created_at = $1, closed_at = $1::timestamptz + interval '2 s' where conversation_id = $2`,
          past,
        ],
      )
    }
    const before = await total(one)
    expect(before).toMatchObject({ conversations: 1, turns: 1, slowest: 2000 })
    const retention = { conversationDays: 3, traceDays: 3, auditDays: 30 }
    await call('PATCH', '/v1/tenant', { key: one.sk, body: { retention } })
    await fetch(new URL(`/cdn-cgi/local/scheduled?cron=${encodeURIComponent('17 3 * * *')}`, testPlatform().apiUrl))
    await until(
      () => call('GET', '/v1/insights/conversations', { key: one.sk }),
      ({ body }) => body.items.length === 0,
      90_000,
    )
    expect(await total(one)).toEqual(before)
    expect(await total(other)).toEqual(before)
    await enter(one)
    expect(await total(one)).toEqual({ ...before, conversations: 2 })
  }, 120_000)
})
