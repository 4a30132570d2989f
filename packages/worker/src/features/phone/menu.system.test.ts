import { beforeAll, describe, expect, it } from 'vitest'
import { claimCall, lookIn, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, type Event, publish, say, type TestTenant, until } from '../../test/foyer.ts'
import { testNumber, withNumber } from '../../test/phoning.ts'
import { callTo, phoneOf, withPeople } from '../../test/reaching.ts'

const bills = (assistantId: string) => ({
  when: { says: ['bill', 'billing'], presses: '3' },
  ...{ to: 'assistant', assistantId, menu: { en: 'Bills: press 3.', es: 'Para facturas, marque 3.' } },
})

/** Two desks behind one number: the second one has a playbook, a voice and a name of its own. */
async function withDesks(rulesOf: (assistantId: string) => object[] = (id) => [bills(id)]) {
  const tenant = await createTenant()
  await withVoice(tenant, { greeting: { en: 'AI here.' }, languages: ['en', 'es'] })
  const second = await call('POST', '/v1/assistants', { key: tenant.sk, body: { name: 'Billing Desk' } })
  const assistantId: string = second.body.id
  await publish(
    { ...tenant, assistantId },
    {
      ...{ name: 'Bills', languages: ['en', 'es'] },
      rules: [{ id: 'due', when: { phrases: { en: ['is it due'] } }, say: { en: 'Within fourteen days.' } }],
      voice: { voices: { en: { provider: '', voice: 'bills', speed: 1 } } },
    },
  )
  const line = await withNumber(tenant, { languages: ['en', 'es'], rules: rulesOf(assistantId) })
  return { tenant, assistantId, line }
}

const told = ({ message }: Event) => (message as { text: string }).text
const assistantOf = async ({ sk }: TestTenant, { id }: { id: string }) =>
  (await call('GET', `/v1/conversations/${id}`, { key: sk })).body.assistantId
const why = async ({ sk }: TestTenant, { turnId }: Event) =>
  (await call('GET', `/v1/turns/${turnId}/trace`, { key: sk })).body.steps.find(
    ({ tier }: { tier: string }) => tier === 'choice',
  )

describe('a caller who chooses by a word or a key', () => {
  let desks: Awaited<ReturnType<typeof withDesks>>
  let others: Awaited<ReturnType<typeof withDesks>>
  beforeAll(async () => {
    desks = await withDesks()
    others = await withDesks(() => [])
  })

  it('goes on with the other assistant: its name, its answers, its voice, and the trace says why', async () => {
    const line = await callTo(desks)
    await call('POST', `/v1/calls/${line.id}/opening`, { key: line.key, body: { said: 'hello', via: 'voice' } })
    const events = await say(line.key, line.conversation.id, 'It is about my bill: when is it due?', { via: 'voice' })
    const kinds = events.map(({ type }) => type)
    expect(kinds.indexOf('assistant.changed'), 'before anything is said').toBeLessThan(kinds.indexOf('sentence'))
    const answer = events.at(-1) as Event
    expect(told(answer)).toBe('You are now with Billing Desk. Within fourteen days.')
    expect(await why(desks.tenant, answer)).toMatchObject({ verdict: 'passed', reason: 'By rule 1: said “bill”.' })
    expect(await assistantOf(desks.tenant, line.conversation)).toBe(desks.assistantId)
    const setting = await call('GET', `/v1/calls/${line.id}/setting`, { key: line.key })
    expect(setting.body).toMatchObject({ assistant: 'Billing Desk', voices: { en: { voice: 'bills' } }, keys: ['3'] })
    expect(line.setting.assistant).not.toBe('Billing Desk')
    expect(told(await line.said('And for my other bill, when is it due?')), 'is told once').toBe(
      'Within fourteen days.',
    )
    expect(
      (await call('POST', `/v1/turns/${answer['turnId']}/replay`, { key: desks.tenant.sk, body: {} })).body,
    ).toMatchObject({ differences: [] })
  })

  it('by key hears at once with whom they are; another business’s callers stay where they were', async () => {
    const [line, other] = [await callTo(desks, testNumber()), await callTo(others, testNumber())]
    const presses = async ({ key, id, conversation }: typeof line) => {
      const opened = await call('POST', `/v1/calls/${id}/opening`, { key, body: { said: '3', via: 'keys' } })
      expect(opened.body).toMatchObject({ isOpen: false, isTurn: true })
      return ask(key, conversation.id, '3', { via: 'keys' })
    }
    const chosen = await presses(line)
    expect(told(chosen)).toBe('You are now with Billing Desk. How can I help you?')
    expect(await why(desks.tenant, chosen)).toMatchObject({ verdict: 'answered', reason: 'By rule 1: key 3.' })
    expect(told(await ask(line.key, line.conversation.id, '3', { via: 'keys' })), 'later in the call too').toBe(
      'How can I help you?',
    )
    expect(told(await presses(other))).not.toContain('Billing Desk')
    expect(await assistantOf(others.tenant, other.conversation)).toBe(others.tenant.assistantId)
    const cross = await call('GET', `/v1/calls/${line.id}/setting`, { key: other.key })
    expect(cross.status).toBe(404)
  })

  it('is told of it in the menu, in the language they chose', async () => {
    const line = await callTo(desks, testNumber())
    expect(line.setting.opening.map(({ text }: { text: string }) => text)).toEqual([
      'AI here.',
      'Para español, diga español o marque dos.',
      'Bills: press 3.',
      'How can I help you?',
    ])
    const body = { said: '2', via: 'keys' }
    const { say: then } = (await call('POST', `/v1/calls/${line.id}/opening`, { key: line.key, body })).body
    expect(then).toEqual([
      { text: 'Para facturas, marque 3.', lang: 'es' },
      { text: '¿En qué puedo ayudarle?', lang: 'es' },
    ])
    expect(told(await ask(line.key, line.conversation.id, '3', { via: 'keys' }))).toContain(
      'Ahora le atiende Billing Desk.',
    )
  })

  it('in danger, or wanting a person, is heard before any rule', async () => {
    const line = await callTo(desks, testNumber())
    const danger = await line.said('I smell gas, and my bill is wrong')
    expect(danger['kind']).toBe('emergency')
    const person = await line.said('Can I talk to a person about my bill?')
    expect(person['kind']).toBe('handoff')
    expect(await assistantOf(desks.tenant, line.conversation)).toBe(desks.tenant.assistantId)
  })

  it('dictates digits as digits, and a name as a name', async () => {
    const line = await callTo(desks, testNumber())
    await line.said('Please take a message')
    await line.said('Bill Carter')
    await ask(line.key, line.conversation.id, '3', { via: 'keys' })
    expect(await assistantOf(desks.tenant, line.conversation)).toBe(desks.tenant.assistantId)
  })

  it('stays with the other assistant when an agent is lost', async () => {
    const line = await callTo(desks, testNumber())
    await line.change({ to: 'greeted' })
    await ask(line.key, line.conversation.id, '3', { via: 'keys' })
    line.silent()
    await until(
      () => lookIn(line.room),
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    const { setting } = (await claimCall(line.room)).body
    expect(setting).toMatchObject({ assistant: 'Billing Desk', voices: { en: { voice: 'bills' } } })
  })
})

describe('a menu that leads to a person', () => {
  it('fetches whom the key or its word names at once, before whom they spoke of earlier', async () => {
    const desk = await withPeople(['Ana', 'Tom', 'Zoe'])
    const reach = (name: string) => desk.people.find((one) => one.name === name)?.id
    const rules = [
      { when: { says: ['bill'] }, to: 'ring', reach: reach('Tom') },
      { when: { says: ['repair'], presses: '3' }, to: 'ring', reach: reach('Zoe') },
    ]
    // Nobody else is ever fetched by this number.
    const body = { rules, reach: '' }
    await call('PATCH', `/v1/phone-numbers/${desk.line.numberId}`, { key: desk.tenant.sk, body })
    for (const [at, text] of ['3', 'repair please'].entries()) {
      const line = await callTo(desk, phoneOf(190 + at))
      expect((await line.said('I have a question about my bill'))['fetches']).toBeUndefined()
      const { turnId, fetches } = await ask(line.key, line.conversation.id, text, { via: at === 0 ? 'keys' : 'voice' })
      expect(fetches, text).toBe('transfer')
      const step = await line.reach({ event: 'asked', purpose: 'transfer', turnId })
      expect(JSON.stringify(step.say)).toContain('Zoe')
      await line.change({ to: 'ended' })
    }
  })
})

describe('a menu that callers could not use', () => {
  it('is refused in plain words, and changes nothing', async () => {
    const { tenant, assistantId, line } = await withDesks()
    const path = `/v1/phone-numbers/${line.numberId}`
    const before = (await call('GET', path, { key: tenant.sk })).body
    const rule = bills(assistantId)
    const refused = async (change: object) => {
      const { status, body } = await call('PATCH', path, { key: tenant.sk, body: change })
      expect(status, JSON.stringify(body)).toBe(422)
      return body.error.message as string
    }
    const withKey = (presses: string) => ({ rules: [{ ...rule, when: { ...rule.when, presses } }] })
    expect(await refused(withKey('2'))).toContain('is the language “es” in this menu already')
    expect(await refused({ rules: [rule, rule] })).toContain('the same key, 3')
    expect(await refused({ rules: [{ ...rule, menu: { en: 'Press 3 '.repeat(20) } }] })).toContain('ten seconds')
    expect(await refused({ rules: [{ ...rule, menu: { en: 'Bills: press 4.' } }] })).toContain('does not name its key')
    for (const wrong of [
      withKey('0'),
      { rules: [{ when: { presses: '3' }, to: 'assistant' }] },
      { rules: [{ when: { says: ['bill'], presses: '3' }, to: 'message' }] },
      { rules: [{ when: {}, to: 'message', menu: { en: 'Bills: press 3.' } }] },
    ])
      await refused(wrong)
    expect((await call('GET', path, { key: tenant.sk })).body).toEqual(before)
    const added = { number: testNumber(), trunkId: line.trunkId, rules: [rule, rule] }
    expect((await call('POST', '/v1/phone-numbers', { key: tenant.sk, body: added })).status).toBe(422)
  })
})
