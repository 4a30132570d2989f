import { neon, neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { agentLives, livelyCall, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, enter, newMessageId, type TestTenant, until } from '../../test/foyer.ts'

const always = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
)

describe('somebody who wants to be called back', () => {
  let tenant: TestTenant
  let other: TestTenant
  beforeAll(async () => {
    tenant = await createTenant({ notifyEmail: 'desk@shop.example' })
    other = await createTenant()
    for (const each of [tenant, other]) await withVoice(each)
    const added = await call('POST', '/v1/facts', {
      key: tenant.sk,
      body: { add: [{ locationId: tenant.locationId, kind: 'hours', value: always }] },
    })
    if (added.status >= 300) throw new Error(JSON.stringify(added.body))
  })

  async function wantsCall(of: TestTenant, first = 'Please call me back') {
    await agentLives()
    const { token, claim } = await livelyCall(await enter(of))
    const said: string[] = []
    for (const text of [first, 'Ana Gil', '505 555 0142', 'yes', 'The boiler makes a noise.'])
      said.push((await ask(token, claim.conversation.id, text, { via: 'voice' }))['message'].text)
    return { conversationId: claim.conversation.id as string, said }
  }
  const list = async (of: TestTenant, query = '') =>
    (await call('GET', `/v1/callbacks?${query}`, { key: of.sk })).body.items
  const mails = async (subject: string) =>
    (await call('GET', '/v1/outbox', { key: tenant.sk })).body.items.filter((item: { subject: string }) =>
      item.subject.startsWith(subject),
    )

  it('hears when, within the hours of the place; the owner is mailed at once, and it is closed by who called', async () => {
    const { said, conversationId } = await wantsCall(tenant)
    const [, window = 'no time'] = /call you back (.*, between .* and .*)\. What/.exec(said[0] ?? '') ?? []
    expect(said.at(-1)).toContain(`will call you back ${window}`)
    const [made] = await list(tenant, `conversationId=${conversationId}`)
    expect(made).toMatchObject({
      state: 'open',
      message: { name: 'Ana Gil', phone: '+15055550142', text: 'The boiler makes a noise.' },
      timeZone: 'America/Denver',
    })
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Denver', hour: 'numeric', minute: '2-digit' })
    const heard = [made.fromAt, made.toAt].map((at: string) => clock.format(new Date(at)).replace('\u202f', ' '))
    expect(window).toContain(`between ${heard.join(' and ')}`)
    const [mail] = await until(
      () => mails('Please call back'),
      (found) => found.length > 0,
    )
    expect(mail.body.text).toContain('They were told that somebody calls back ')
    const change = (state: string, key = tenant.sk) =>
      call('PATCH', `/v1/callbacks/${made.id}`, { key, body: { state } })
    expect((await change('done', other.sk)).status).toBe(404)
    expect((await change('done')).body).toMatchObject({ state: 'done', doneBy: expect.stringMatching(/^key_/) })
    expect(await list(tenant, 'state=open')).toEqual([])
    expect((await change('open')).body).toMatchObject({ state: 'open', doneBy: '', doneAt: null })
    await change('done')
    expect(await list(other)).toEqual([])
  })

  it('is promised no time where no hours are known: a message is taken', async () => {
    const { said } = await wantsCall(other)
    expect(said[0]).toContain('I will take a message')
    expect(await list(other)).toEqual([])
    expect((await call('GET', '/v1/leads', { key: other.sk })).body.items).toHaveLength(1)
  })

  it('is remembered when the time has passed and nobody has closed it, five times and no more', async () => {
    await wantsCall(tenant, 'Can you call me back?')
    const [made] = await list(tenant, 'state=open')
    for (let at = 1; at <= 5; at++) {
      await comeDue(made.id)
      await until(
        () => list(tenant, 'state=open'),
        ([found]) => found.reminders === at,
      )
    }
    expect(await mails('Still waiting')).toHaveLength(5)
    await comeDue(made.id)
    await until(
      () => openEvents(made.id),
      (open) => open === 0,
    )
    expect(await mails('Still waiting')).toHaveLength(5)
  })

  async function rows(text: string, params: string[]) {
    neonConfig.fetchEndpoint = testPlatform().gatewayUrl
    const sql = neon(testPlatform().databaseUrl)
    const within = sql.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [
      tenant.id,
    ])
    return (await sql.transaction([within, sql.query(text, params)]))[1] ?? []
  }
  /** Its time is over; another message makes the jobs look. */
  async function comeDue(callbackId: string) {
    const due = await until(
      () =>
        rows(`update events set due_at = now() where done_at is null and payload->>'callbackId' = $1 returning id`, [
          callbackId,
        ]),
      (changed) => changed.length > 0,
    )
    expect(due).toHaveLength(1)
    const visitor = await enter(tenant)
    await call('POST', `/v1/conversations/${visitor.conversationId}/leads`, {
      key: visitor.token,
      body: { messageId: newMessageId(), name: 'B', email: 'b@mail.example', text: 'x' },
    })
  }
  const openEvents = async (callbackId: string) =>
    (await rows(`select 1 from events where done_at is null and payload->>'callbackId' = $1`, [callbackId])).length
})
