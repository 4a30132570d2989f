import { describe, expect, it } from 'vitest'
import { claimCall, withVoice } from '../../test/calling.ts'
import { call, createTenant, enter, newMessageId, type TestTenant } from '../../test/foyer.ts'
import { ring, testNumber, withNumber } from '../../test/phoning.ts'
import { callTo, phoneOf, withPeople } from '../../test/reaching.ts'

const week = (spans: string[][]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, spans]))
const opens = ({ sk, locationId }: TestTenant, spans: string[][]) =>
  call('POST', '/v1/facts', { key: sk, body: { add: [{ locationId, kind: 'hours', value: week(spans) }] } })
/** What becomes of a call: taken for this purpose, turned away, or over before anybody picked up. */
async function goes(line: Parameters<typeof ring>[0]): Promise<string> {
  const { body } = await claimCall(await ring(line))
  return body.error?.code ?? body.call?.purpose ?? body.kind
}

describe('where a call goes', () => {
  it('follows from the hours of the place: left to the carrier while it is open, taken while it is closed', async () => {
    const [open, closed] = [await createTenant(), await createTenant()]
    await opens(open, [['00:00', '24:00']])
    await opens(closed, [])
    const at = async (tenant: TestTenant) => goes(await withNumber(tenant, { answers: 'after_hours' }))
    expect([await at(open), await at(closed)]).toEqual(['call_ended', 'talk'])
  })

  it('follows from who called before: a number that was left with a message is known, to this tenant alone', async () => {
    const [tenant, other] = [await createTenant(), await createTenant()]
    const phone = '+15055550186'
    const visitor = await enter(tenant)
    const body = { messageId: newMessageId(), name: 'Ana', phone, text: 'The boiler.' }
    await call('POST', `/v1/conversations/${visitor.conversationId}/leads`, { key: visitor.token, body })
    const from = async (of: TestTenant, caller: string) =>
      goes({ ...(await withNumber(of, { answers: 'unknown_callers' })), from: caller })
    expect([await from(tenant, phone), await from(tenant, testNumber()), await from(other, phone)]).toEqual([
      'call_ended',
      'talk',
      'talk',
    ])
  })

  it('follows from what a caller did before: spam is turned away where the owner wishes, until they take it back', async () => {
    const tenant = await createTenant()
    const line = { ...(await withNumber(tenant, { spam: 'block' })), from: testNumber() }
    const { call: made, token: key } = (await claimCall(await ring(line))).body
    await call('POST', `/v1/calls/${made.id}/transitions`, { key, body: { to: 'ended', reason: 'visitor_hung_up' } })
    const correct = (outcome: unknown) => call('PATCH', `/v1/calls/${made.id}`, { key: tenant.sk, body: { outcome } })
    await correct('spam')
    expect(await goes(line)).toBe('turned_away')
    expect(await goes({ ...line, from: testNumber() }), 'somebody else').toBe('talk')
    await correct('answered')
    expect(await goes(line)).toBe('talk')
  })

  it('follows from how many calls run: by a rule, and over the lines as the owner wishes', async () => {
    const tenant = await createTenant()
    await withVoice(tenant, { voice: { enabled: true, lines: 2 } })
    const rules = [{ when: { busyLines: 1 }, to: 'message' }]
    const line = await withNumber(tenant, { rules, whenBusy: 'passed_on' })
    expect([await goes(line), await goes(line), await goes(line)]).toEqual(['talk', 'message', 'call_ended'])
    const { items } = (await call('GET', '/v1/calls', { key: tenant.sk })).body
    expect(items[0]).toMatchObject({ state: 'ended', reason: 'passed_on' })
  })
})

describe('what a caller says', () => {
  it('decides who is fetched for them; who says nothing of it gets whom everybody gets', async () => {
    const desk = await withPeople(['Ana', 'Tom', 'Zoe'])
    const reach = (name: string) => desk.people.find((one) => one.name === name)?.id
    const rules = [
      { when: { says: ['bill', 'invoice'] }, to: 'ring', reach: reach('Tom') },
      { when: { lang: 'es' }, to: 'ring', reach: reach('Zoe') },
    ]
    const path = `/v1/phone-numbers/${desk.line.numberId}`
    const changed = await call('PATCH', path, { key: desk.tenant.sk, body: { rules, reach: reach('Ana') } })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    const fetched = async (from: string, first: string, asks = 'I want to talk to a person') => {
      const line = await callTo(desk, from)
      await line.said(first)
      const { turnId } = await line.said(asks)
      const { say } = await line.reach({ event: 'asked', purpose: 'transfer', turnId })
      await line.change({ to: 'ended' })
      return say.map(({ text }: { text: string }) => text).join(' ')
    }
    expect(await fetched(phoneOf(171), 'I have a question about my bill.')).toContain('Tom')
    expect(await fetched(phoneOf(172), 'The boiler makes a noise.')).toContain('Ana')
    const spanish = await fetched(phoneOf(173), 'La caldera hace ruido.', 'Quiero hablar con una persona')
    expect(spanish).toContain('Estoy llamando a Zoe')
  })

  it('in another language lets another assistant go on, where a rule says so', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const second = await call('POST', '/v1/assistants', { key: tenant.sk, body: { name: 'Recepción' } })
    const rules = [{ when: { lang: 'es' }, to: 'assistant', assistantId: second.body.id }]
    const line = await withNumber(tenant, { languages: ['en', 'es'], rules })
    const goesOn = async (said: string) => {
      const { token: key, call: made, conversation } = (await claimCall(await ring(line))).body
      await call('POST', `/v1/calls/${made.id}/opening`, { key, body: { said, via: 'voice' } })
      const path = `/v1/conversations/${conversation.id}`
      return (await call('GET', path, { key: tenant.sk })).body.assistantId
    }
    expect([await goesOn('español'), await goesOn('hello')]).toEqual([second.body.id, tenant.assistantId])
  })

  it('is not known while it rings: a rule about it that would decide then is refused', async () => {
    const tenant = await createTenant()
    const { numberId } = await withNumber(tenant)
    for (const rule of [
      { when: { says: ['bill'] }, to: 'message' },
      { when: { lang: 'es' }, to: 'passed_on' },
    ]) {
      const body = { rules: [rule] }
      expect((await call('PATCH', `/v1/phone-numbers/${numberId}`, { key: tenant.sk, body })).status).toBe(422)
    }
  })
})
