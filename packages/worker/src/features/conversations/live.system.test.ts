import { beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { ask, call, createTenant, enter, type Event, type TestTenant, until } from '../../test/foyer.ts'

/** A tab that listens: every frame it was sent, in order. */
class Tab {
  readonly events: Event[] = []
  readonly #socket: WebSocket
  readonly opened: Promise<boolean>

  constructor(conversationId: string, ticket: string, after = 0) {
    const url = new URL(
      `/v1/conversations/${conversationId}/live?after=${after}`,
      testPlatform().apiUrl.replace('http', 'ws'),
    )
    this.#socket = new WebSocket(url, ['foyer.v1', `ticket.${ticket}`])
    this.#socket.addEventListener('message', (message) => this.events.push(JSON.parse(String(message.data)) as Event))
    this.opened = new Promise((resolve) => {
      this.#socket.addEventListener('open', () => resolve(true))
      this.#socket.addEventListener('error', () => resolve(false))
    })
  }

  close(): void {
    this.#socket.close()
  }
}

describe('a conversation that is followed live', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await createTenant()
  })

  const ticketFor = async (token: string, conversationId: string): Promise<string> =>
    (await call('POST', `/v1/conversations/${conversationId}/tickets`, { key: token, body: {} })).body.ticket
  const types = (tab: Tab) => tab.events.map((event) => event.type)

  it('tells every tab the same, in the same order', async () => {
    const { token, conversationId } = await enter(tenant)
    const tabs = [
      new Tab(conversationId, await ticketFor(token, conversationId)),
      new Tab(conversationId, await ticketFor(token, conversationId)),
    ]
    expect(await Promise.all(tabs.map((tab) => tab.opened))).toEqual([true, true])
    await ask(token, conversationId, 'are you a robot?')
    for (const tab of tabs) {
      await until(
        async () => types(tab),
        (seen) => seen.includes('turn.answered'),
      )
      expect(types(tab)).toEqual(['hello', 'message.accepted', 'sentence', 'turn.answered'])
    }
    expect(tabs[1]?.events).toEqual(tabs[0]?.events)
    for (const tab of tabs) tab.close()
  })

  it('can be followed by the business too, with its secret key', async () => {
    const { token, conversationId } = await enter(tenant)
    const member = new Tab(conversationId, await ticketFor(tenant.sk, conversationId))
    await member.opened
    await ask(token, conversationId, 'hello')
    await until(
      async () => types(member),
      (seen) => seen.includes('turn.answered'),
    )
    member.close()
  })

  it('goes on from the number a tab has seen, nothing doubled and nothing lost', async () => {
    const { token, conversationId } = await enter(tenant)
    const first = new Tab(conversationId, await ticketFor(token, conversationId))
    await first.opened
    await ask(token, conversationId, 'hello')
    await until(
      async () => types(first),
      (seen) => seen.includes('turn.answered'),
    )
    first.close()
    const seen = first.events.at(-1)?.n ?? 0
    await ask(token, conversationId, 'are you a robot?')
    const second = new Tab(conversationId, await ticketFor(token, conversationId), seen)
    await until(
      async () => types(second),
      (told) => told.includes('turn.answered'),
    )
    expect(second.events.slice(1).map((event) => event.n)).toEqual([seen + 1, seen + 2, seen + 3])
    second.close()
  })

  it('opens once a ticket, not twice, not elsewhere, and not without', async () => {
    const { token, conversationId } = await enter(tenant)
    const ticket = await ticketFor(token, conversationId)
    const tab = new Tab(conversationId, ticket)
    expect(await tab.opened).toBe(true)
    expect(await new Tab(conversationId, ticket).opened).toBe(false)
    const mine = await enter(tenant)
    expect(await new Tab(mine.conversationId, await ticketFor(token, conversationId)).opened).toBe(false)
    expect(await new Tab(conversationId, 'made.up.ticket').opened).toBe(false)
    tab.close()
  })

  it('hears that it was ended', async () => {
    const { token, conversationId } = await enter(tenant)
    const tab = new Tab(conversationId, await ticketFor(token, conversationId))
    await tab.opened
    await call('POST', `/v1/conversations/${conversationId}/end`, { key: token })
    await until(
      async () => types(tab),
      (seen) => seen.includes('conversation.ended'),
    )
    tab.close()
  })

  it('is rated and exported by the visitor it belongs to', async () => {
    const { token, conversationId } = await enter(tenant)
    const { turnId } = await ask(token, conversationId, 'hello')
    const path = `/v1/conversations/${conversationId}`
    expect(
      (await call('POST', `${path}/ratings`, { key: token, body: { turnId, thumb: 'up', score: 5, reason: 'quick' } }))
        .status,
    ).toBe(204)
    expect((await call('POST', `${path}/ratings`, { key: token, body: { turnId, thumb: 'down' } })).status).toBe(204)
    expect(
      (await call('POST', `${path}/ratings`, { key: token, body: { turnId: 'trn_unknown', thumb: 'up' } })).status,
    ).toBe(404)
    const exported = (await call('GET', `${path}/export`, { key: token })).body
    expect(exported.ratings).toMatchObject([{ thumb: 'down', score: null }])
    expect(exported.messages).toHaveLength(2)
    expect(exported.turns).toHaveLength(1)
    expect(JSON.stringify(exported)).not.toContain(tenant.id)
  })
})
