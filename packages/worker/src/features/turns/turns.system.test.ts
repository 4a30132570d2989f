import { beforeAll, describe, expect, it } from 'vitest'
import {
  ask,
  askFresh,
  call,
  createTenant,
  enter,
  eventsOf,
  newMessageId,
  publish,
  say,
  teach,
  type TestTenant,
} from '../../test/foyer.ts'

const prices = `# Prices
A tune-up costs $89.
A diagnostic visit costs $79.
## Hours
Monday to Friday 8:00 am to 5:00 pm. Saturday 9:00 am to 1:00 pm. Sunday closed.`

describe('a turn', () => {
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    tenant = await createTenant()
    other = await createTenant()
    await teach(tenant, 'Prices', prices)
    await teach(other, 'Prices', prices.replace('$89', '$245'))
  })

  it('acknowledges first, says verified sentences, and ends with the stored reply', async () => {
    const { token, conversationId } = await enter(tenant)
    const events = await say(token, conversationId, 'How much is a tune-up?')
    expect(events.map((event) => event.type)).toEqual([
      'message.accepted',
      ...events.slice(1, -1).map(() => 'sentence'),
      'turn.answered',
    ])
    const numbers = events.map((event) => event.n)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    const last = events.at(-1)
    expect(last).toMatchObject({ kind: 'answer', lang: 'en' })
    expect(last?.['message'].text).toContain('$89')
    const { items } = (await call('GET', `/v1/conversations/${conversationId}/messages`, { key: token })).body
    expect(items.map((message: { author: string }) => message.author)).toEqual(['visitor', 'assistant'])
    expect(items[1]).toEqual(last?.['message'])
  })

  it('quotes exactly what the document version says', async () => {
    const { message } = await askFresh(tenant, 'How much is a diagnostic visit?')
    const evidence = message.sentences[0].evidence[0]
    const quote = evidence.quote ?? evidence.facts?.[0]?.quote
    const version = await call('GET', `/v1/documents/versions/${quote.versionId}`, { key: tenant.sk })
    expect(version.body.text.slice(quote.start, quote.end)).toBe(quote.text)
    expect(quote.text).toContain('$79')
    expect((await call('GET', `/v1/documents/versions/${quote.versionId}`, { key: other.sk })).status).toBe(404)
  })

  it('answers each tenant from its own words only', async () => {
    const [ours, theirs] = await Promise.all([
      askFresh(tenant, 'How much is a tune-up?'),
      askFresh(other, 'How much is a tune-up?'),
    ])
    expect(ours['message'].text).toContain('$89')
    expect(ours['message'].text).not.toContain('$245')
    expect(theirs['message'].text).toContain('$245')
  })

  it('says so when nobody knows, in the visitor’s language, and never guesses', async () => {
    for (const [question, words] of [
      ['Do you repair grandfather clocks?', 'in writing'],
      ['¿Reparan relojes de pared antiguos?', 'por escrito'],
      ['هل تصلحون الساعات القديمة؟', 'مكتوب'],
    ] as const) {
      const reply = await askFresh(tenant, question)
      expect(reply, question).toMatchObject({ kind: 'unknown', tier: 'none' })
      expect(reply['message'].text, question).toContain(words)
      expect(reply['offers'], question).toContainEqual({ kind: 'message' })
    }
  })

  it('has three answers that cannot be switched off', async () => {
    await publish(tenant, { name: 'Silent', languages: ['en'], emergency: { phone: '+15055550142' } })
    const gas = await askFresh(tenant, 'I smell gas in the kitchen')
    expect(gas).toMatchObject({ kind: 'emergency', tier: 'rules', lang: 'en' })
    expect(await askFresh(other, 'I smell gas')).toMatchObject({ kind: 'emergency', lang: 'en' })
    expect(await askFresh(other, 'huele a gas en la cocina')).toMatchObject({ kind: 'emergency', lang: 'es' })
    expect(await askFresh(other, 'أشم رائحة غاز')).toMatchObject({ kind: 'emergency', lang: 'ar' })
    expect(gas['message'].text).toContain('911')
    expect(gas['message'].text.indexOf('911')).toBeLessThan(gas['message'].text.indexOf('555-0142'))
    expect((await askFresh(tenant, 'are you a robot?'))['message'].text).toMatch(/\bAI\b/)
    expect(await askFresh(tenant, 'a person, please')).toMatchObject({ kind: 'handoff' })
  })

  it('computes from the location’s hours and the clock it is given', async () => {
    const open = await askFresh(tenant, 'Are you open now?', { now: '2026-11-23T17:00:00Z' })
    const closed = await askFresh(tenant, 'Are you open now?', { now: '2026-11-22T17:00:00Z' })
    expect(open['message'].text).toMatch(/open/i)
    expect(closed['message'].text).toMatch(/closed/i)
    expect(open['message'].sentences[0].evidence[0]).toMatchObject({ kind: 'computed', timeZone: 'America/Denver' })
  })

  it('understands what comes right after', async () => {
    const conversation = await call('POST', '/v1/conversations', { key: tenant.sk, body: {} })
    await ask(tenant.sk, conversation.body.id, 'What are your opening hours?')
    const followUp = await ask(tenant.sk, conversation.body.id, 'And on Sundays?')
    expect(followUp['message'].text).toMatch(/closed/i)
  })

  it('attaches a retry to the same turn, before and after its end', async () => {
    const { token, conversationId } = await enter(tenant)
    const body = { messageId: newMessageId(), text: 'How much is a tune-up?' }
    const path = `/v1/conversations/${conversationId}/turns`
    const replies = await Promise.all([1, 2, 3].map(() => call('POST', path, { key: token, body })))
    const later = await call('POST', path, { key: token, body })
    for (const reply of [...replies, later]) expect(eventsOf(reply.body)).toEqual(eventsOf(replies[0]?.body))
  })

  it('is nobody else’s, even with both ids in hand', async () => {
    const { token, conversationId } = await enter(tenant)
    const body = { messageId: newMessageId(), text: 'How much is a tune-up?' }
    await call('POST', `/v1/conversations/${conversationId}/turns`, { key: token, body })
    const stranger = await enter(tenant)
    const reply = await call('POST', `/v1/conversations/${conversationId}/turns`, { key: stranger.token, body })
    expect(reply.status).toBe(404)
    const business = await call('POST', `/v1/conversations/${conversationId}/turns`, { key: tenant.sk, body })
    expect(eventsOf(business.body).at(-1)).toMatchObject({ type: 'turn.answered' })
    expect((await call('GET', `/v1/conversations/${conversationId}/messages`, { key: token })).body.items).toHaveLength(
      2,
    )
  })

  it('can be followed from any number on', async () => {
    const { token, conversationId } = await enter(tenant)
    const events = await say(token, conversationId, 'How much is a tune-up?')
    const after = await call('GET', `/v1/conversations/${conversationId}/events?after=${events[0]?.n}`, { key: token })
    expect(after.body).toEqual({ events: events.slice(1), running: false })
  })

  it('loses nothing of a burst, and answers it in order', async () => {
    const { token, conversationId } = await enter(tenant)
    const texts = ['hello', 'How much is a tune-up?', 'and a diagnostic visit?', 'are you a robot?']
    const replies = await Promise.all(texts.map((text) => ask(token, conversationId, text)))
    const { items } = (await call('GET', `/v1/conversations/${conversationId}/messages`, { key: token })).body
    const visitors = items.filter((message: { author: string }) => message.author === 'visitor')
    expect(visitors.map((message: { text: string }) => message.text).toSorted()).toEqual(texts.toSorted())
    expect(replies.every((reply) => reply.type === 'turn.answered')).toBe(true)
    const turnIds = new Set(visitors.map((message: { turnId: string }) => message.turnId))
    expect(items.length - visitors.length).toBe(turnIds.size)
  })

  it('is refused in a conversation that has ended', async () => {
    const { token, conversationId } = await enter(tenant)
    await call('POST', `/v1/conversations/${conversationId}/end`, { key: token })
    const reply = await call('POST', `/v1/conversations/${conversationId}/turns`, {
      key: token,
      body: { messageId: newMessageId(), text: 'hello?' },
    })
    expect(reply.status).toBe(409)
    expect(reply.body.error.code).toBe('conversation_ended')
  })

  it('is told why in its trace: tiers with reasons, references, versions; at most 8 KB', async () => {
    const { turnId } = await askFresh(tenant, 'Do you repair grandfather clocks?')
    const trace = (await call('GET', `/v1/turns/${turnId}/trace`, { key: tenant.sk })).body
    expect(trace.steps.map((step: { tier: string; verdict: string }) => `${step.tier} ${step.verdict}`)).toEqual([
      'rules passed',
      'semantic passed',
      'llm passed',
      'extractive passed',
    ])
    for (const step of trace.steps) expect(step.reason).toMatch(/\w/)
    expect(trace.versions.knowledgeRevision).toBe(1)
    expect(JSON.stringify(trace.steps).length).toBeLessThan(8192)
    expect((await call('GET', `/v1/turns/${turnId}/trace`, { key: other.sk })).status).toBe(404)
  })

  it('opens its trace by a ticket that is good for this turn only', async () => {
    const { turnId } = await askFresh(tenant, 'hello')
    const second = await askFresh(tenant, 'hello')
    const { ticket, url } = (await call('POST', `/v1/turns/${turnId}/trace-tickets`, { key: tenant.sk, body: {} })).body
    expect(url).toContain(`/trace#turn=${turnId}`)
    expect((await call('GET', `/v1/turns/${turnId}/trace`, { key: ticket })).status).toBe(200)
    expect((await call('GET', `/v1/turns/${second['turnId']}/trace`, { key: ticket })).status).toBe(404)
    expect((await call('GET', '/v1/keys', { key: ticket })).status).toBe(403)
  })

  it('is counted in the usage of its tenant alone', async () => {
    const fresh = await createTenant()
    await askFresh(fresh, 'are you a robot?')
    const { days } = (await call('GET', '/v1/usage', { key: fresh.sk })).body
    expect(days).toEqual([
      { day: new Date().toISOString().slice(0, 10), turns: { rules: 1 }, tokensIn: 0, tokensOut: 0, costMicros: 0 },
    ])
  })
})
