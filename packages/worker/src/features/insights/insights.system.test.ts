import { beforeAll, describe, expect, it } from 'vitest'
import { ask, call, createTenant, enter, type TestTenant } from '../../test/foyer.ts'

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
