import { describe, expect, it } from 'vitest'
import { agentKey, atMedia, beats, claimCall, jobIn, lookIn, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, type TestTenant } from '../../test/foyer.ts'
import { ring, testNumber, withNumber } from '../../test/phoning.ts'

const recorded = { recording: { enabled: true } }
const callsOf = async ({ sk }: TestTenant) => (await call('GET', '/v1/calls', { key: sk })).body.items

/** A tenant with a number, and a call to it that an agent has claimed. */
async function answered(playbook: Record<string, unknown> = {}, number: Record<string, unknown> = {}) {
  const tenant = await createTenant()
  await withVoice(tenant, playbook)
  const line = await withNumber(tenant, number)
  const room = await ring(line)
  const claimed = await claimCall(room)
  if (claimed.status !== 200) throw new Error(`not claimed: ${JSON.stringify(claimed.body)}`)
  const { token: key, call: made, conversation, setting } = claimed.body
  beats(made.id, key)
  const opening = (said: string, via = 'voice') =>
    call('POST', `/v1/calls/${made.id}/opening`, { key, body: { said, via } })
  return { tenant, line, room, key, made, conversation, setting, opening }
}

describe('a call by phone', () => {
  it('becomes a conversation and a call of the tenant whose number was dialled, with words to begin with', async () => {
    const other = await createTenant()
    await withVoice(other)
    await withNumber(other)
    const { tenant, line, made, conversation, setting } = await answered(recorded)
    expect(made).toMatchObject({ channel: 'phone', dialled: line.phoneNumber, state: 'claimed', recording: 'off' })
    expect(conversation).toMatchObject({ channel: 'phone', assistantId: tenant.assistantId, lang: 'en' })
    expect(setting.opening.map(({ lang }: { lang: string }) => lang)).toEqual(['en', 'es', 'en'])
    expect(setting.opening.at(-1).text).toContain('record')
    expect(await callsOf(tenant)).toHaveLength(1)
    expect(await callsOf(other)).toHaveLength(0)
  })

  it('is made once, however often its job claims it', async () => {
    const tenant = await createTenant()
    const line = await withNumber(tenant)
    const room = await ring(line)
    const replies = await Promise.all([claimCall(room), claimCall(room), claimCall(room)])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(replies.map(({ body }) => body.call.id)).size).toBe(1)
    expect(await callsOf(tenant)).toHaveLength(1)
  })

  it('is taken up by another agent when its first one is lost', async () => {
    const tenant = await createTenant()
    const room = await ring(await withNumber(tenant))
    const { call: made } = (await claimCall(room)).body
    await expect.poll(async () => (await lookIn(room))?.dispatches.length, { timeout: 30_000 }).toBeGreaterThan(1)
    const next = await claimCall(room)
    expect(next.body).toMatchObject({ call: { id: made.id, generation: 2 }, resume: { kind: 'greet' } })
  })

  it('to a number of nobody is told so and hung up, whatever half of it matches', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const [mine, theirs] = [await withNumber(one), await withNumber(other)]
    const lines = [
      { ...mine, phoneNumber: testNumber() },
      { trunkId: mine.trunkId, phoneNumber: theirs.phoneNumber },
      { trunkId: 'trk_of_nobody', phoneNumber: mine.phoneNumber },
      { trunkId: mine.trunkId, phoneNumber: 'sip:<b>' },
    ]
    for (const line of lines) {
      const room = await ring(line)
      const claimed = await claimCall(room)
      expect(claimed.body).toMatchObject({
        kind: 'turned_away',
        say: [{ lang: 'en', text: expect.stringContaining('not in service') }, { lang: 'es' }],
      })
      expect((await call('POST', '/v1/agent/hang-ups', { key: agentKey(), body: await jobIn(room) })).status).toBe(204)
      expect(await lookIn(room)).toBeNull()
    }
    expect([...(await callsOf(one)), ...(await callsOf(other))]).toEqual([])
  })

  it('to a number released a minute ago reaches nobody, and the next owner’s calls reach the next owner', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    const before = await withNumber(one)
    await call('DELETE', `/v1/phone-numbers/${before.numberId}`, { key: one.sk })
    expect((await claimCall(await ring(before))).body.kind).toBe('turned_away')
    const after = await withNumber(other)
    const moved = await call('POST', '/v1/phone-numbers', {
      key: other.sk,
      body: { number: before.phoneNumber, trunkId: after.trunkId },
    })
    expect(moved.status).toBe(201)
    const taken = await claimCall(await ring({ trunkId: after.trunkId, phoneNumber: before.phoneNumber }))
    expect(taken.body.kind).toBe('taken')
    expect((await claimCall(await ring(before))).body.kind, 'by the trunk of its former owner').toBe('turned_away')
  })

  it('from a blocked or a hidden number is turned away in words, and stands in the log', async () => {
    const tenant = await createTenant()
    const line = await withNumber(tenant, { blocked: ['+1900*'], anonymous: 'refuse', languages: ['es'] })
    const blocked = await claimCall(await ring({ ...line, from: '+19005550100' }))
    expect(blocked.body).toMatchObject({ kind: 'turned_away', say: [{ lang: 'es' }] })
    const hidden = await claimCall(await ring({ ...line, from: 'anonymous' }))
    expect(hidden.body.kind).toBe('turned_away')
    expect(
      (await callsOf(tenant)).map(({ reason, caller }: { reason: string; caller: string }) => [reason, caller]),
    ).toEqual([
      ['anonymous', ''],
      ['blocked', '+19005550100'],
    ])
  })

  it('that the assistant does not answer is left to the carrier: the room goes before anybody picks up', async () => {
    const tenant = await createTenant()
    const room = await ring(await withNumber(tenant, { answers: 'off' }))
    expect((await claimCall(room)).body.error.code).toBe('call_ended')
    expect(await lookIn(room)).toBeNull()
    expect(await callsOf(tenant)).toMatchObject([{ state: 'ended', reason: 'passed_on' }])
  })

  it('that was given up while it rang costs a job and nothing else', async () => {
    const tenant = await createTenant()
    const line = await withNumber(tenant)
    const room = await ring({ ...line, from: '+15055550177' })
    await atMedia('leave', { room, identity: 'sip_+15055550177' })
    expect((await claimCall(room)).body.error.code).toBe('call_ended')
    expect(await callsOf(tenant)).toEqual([])
  })

  it('over the tenant’s lines leaves a message: it is offered, and taken at a yes', async () => {
    const tenant = await createTenant()
    await withVoice(tenant, { voice: { enabled: true, lines: 1 } })
    const line = await withNumber(tenant)
    expect((await claimCall(await ring(line))).body.call.purpose).toBe('talk')
    const second = await claimCall(await ring(line))
    expect(second.body.call.purpose).toBe('message')
    expect(second.body.setting.opening.map(({ text }: { text: string }) => text).join(' ')).toContain('busy')
    const { token, conversation } = second.body
    beats(second.body.call.id, token)
    const said = await ask(token, conversation.id, 'yes please', { via: 'voice' })
    expect(said['expects']).toMatchObject({ field: 'name' })
  })
})

describe('what a caller says first', () => {
  it('is a clear yes: recorded from then on, with its receipt', async () => {
    const { tenant, made, opening } = await answered(recorded)
    expect((await opening('Yes, that is fine.')).body).toMatchObject({
      isOpen: false,
      isTurn: false,
      recording: 'on',
      say: [{ text: 'How can I help you?', lang: 'en' }],
    })
    const log = await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })
    expect(log.body.consents).toMatchObject([
      { answer: 'agreed', lang: 'en', wording: expect.stringContaining('record') },
    ])
    expect((await opening('no')).body, 'it is not asked twice').toMatchObject({ isTurn: true, recording: 'on' })
  })

  it.each([
    ['no', false],
    ['I smell gas in the kitchen!', true],
    ['How much is a tune-up?', true],
  ])('is no yes: “%s” is not recorded', async (said, isTurn) => {
    const { tenant, made, opening } = await answered(recorded)
    expect((await opening(said)).body).toMatchObject({ isOpen: false, isTurn, recording: 'off' })
    const log = await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })
    expect(log.body).toMatchObject({ call: { recording: 'off' }, consents: [{ answer: 'refused' }] })
  })

  it('is settled once, however much is said at the same moment: one receipt, and the rest are turns', async () => {
    const { tenant, made, opening } = await answered(recorded)
    const replies = await Promise.all(['yes', 'no', 'yes', 'no'].map((said) => opening(said)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const settled = replies.filter(({ body }) => !body.isTurn)
    expect(settled).toHaveLength(1)
    const log = await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })
    const { recording } = settled[0]?.body ?? {}
    expect(log.body.consents).toMatchObject([{ answer: recording === 'on' ? 'agreed' : 'refused' }])
    expect(replies.map(({ body }) => body.recording)).toEqual(Array(4).fill(recording))
  })

  it('is a language of the menu: asked in that language once, and spoken in it from then on', async () => {
    const { tenant, made, opening } = await answered(recorded)
    expect((await opening('2', 'keys')).body).toMatchObject({
      isOpen: true,
      isTurn: false,
      lang: 'es',
      say: [{ lang: 'es' }],
    })
    expect((await opening('sí')).body).toMatchObject({ isOpen: false, lang: 'es', recording: 'on' })
    const log = await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })
    expect(log.body.consents).toMatchObject([{ answer: 'agreed', lang: 'es' }])
  })

  it('is no answer where the law asks for none and the owner chose to tell: recorded from then on, by the rule on the receipt', async () => {
    const announced = { recording: { enabled: true, notice: 'announce' } }
    const tenant = await createTenant()
    await call('PATCH', `/v1/locations/${tenant.locationId}`, { key: tenant.sk, body: { region: 'NM' } })
    await withVoice(tenant, announced)
    const line = await withNumber(tenant, { languages: ['en'] })
    const calledFrom = async (from: string, said: string) => {
      const { token: key, call: made, setting } = (await claimCall(await ring({ ...line, from }))).body
      const opened = await call('POST', `/v1/calls/${made.id}/opening`, { key, body: { said, via: 'voice' } })
      const log = await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })
      const words = setting.opening.map(({ text }: { text: string }) => text).join(' ')
      return { words, recording: opened.body.recording, receipt: log.body.consents[0] }
    }
    const asked = 'How much is a tune-up?'
    const near = await calledFrom('+15055550181', asked)
    expect(near.words).toContain('This call is recorded. How can I help you?')
    expect(near).toMatchObject({ recording: 'on', receipt: { answer: 'announced', rule: 'one_party' } })
    expect(near.receipt).toMatchObject({ wording: 'This call is recorded.', ruleVersion: expect.stringMatching(/^\d/) })
    expect(await calledFrom('+15055550182', 'no')).toMatchObject({ recording: 'off', receipt: { answer: 'refused' } })
    const strict = await calledFrom('+14155550183', asked)
    expect(strict.words).toContain('May we record this call?')
    expect(strict).toMatchObject({ recording: 'off', receipt: { answer: 'refused', rule: 'all_party' } })
  })

  it('is no question where nothing is recorded', async () => {
    const { tenant, made, opening, setting } = await answered()
    expect(setting.opening.at(-1).text).toContain('help')
    expect((await opening('español')).body).toMatchObject({ isOpen: false, lang: 'es', recording: 'off' })
    const log = await call('GET', `/v1/calls/${made.id}`, { key: tenant.sk })
    expect(log.body.consents).toEqual([])
  })
})
