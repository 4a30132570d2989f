import { AccessToken } from 'livekit-server-sdk'
import { describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { agentLives, atMedia, claimCall, jobIn, livelyCall, lookIn, openCall, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, enter, type Event, newMessageId, until } from '../../test/foyer.ts'

async function talking(more: Record<string, unknown> = {}) {
  const tenant = await createTenant()
  await withVoice(tenant, more)
  const visitor = await enter(tenant)
  return { tenant, visitor, held: await livelyCall(visitor) }
}

const beat = (held: { id: string; token: string }) =>
  call('POST', `/v1/calls/${held.id}/heartbeats`, { key: held.token })
const change = (held: { id: string; token: string }, body: object) =>
  call('POST', `/v1/calls/${held.id}/transitions`, { key: held.token, body })
const stateOf = async (tenant: { sk: string }, id: string) =>
  (await call('GET', `/v1/calls/${id}`, { key: tenant.sk })).body.call
const eventsOf = async (visitor: { token: string; conversationId: string }): Promise<Event[]> =>
  (await call('GET', `/v1/conversations/${visitor.conversationId}/events`, { key: visitor.token })).body.events

/** As the media server signs it: a token of its own key over the body's hash. */
async function webhook(event: string, room: string, more: { secret?: string; bodyAfter?: string } = {}) {
  const { apiKey, apiSecret } = testPlatform().media
  const body = JSON.stringify({ event, room: { name: room }, id: `EV_${crypto.randomUUID()}`, createdAt: '1' })
  const token = new AccessToken(apiKey, more.secret ?? apiSecret)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)))
  token.sha256 = btoa(String.fromCharCode(...hash))
  return call('POST', '/v1/media/webhooks', {
    raw: more.bodyAfter ?? body,
    headers: { 'content-type': 'application/webhook+json', authorization: await token.toJwt() },
  })
}

describe('a lost agent', () => {
  it('is replaced by another, which knows where they were; the lost one is told to leave', async () => {
    const { tenant, visitor, held } = await talking()
    await atMedia('join', { room: held.room, identity: held.identity })
    await atMedia('join', { room: held.room, identity: 'agent-dead', kind: 'AGENT' })
    await change(held, { to: 'greeted' })
    const answered = await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
    await call('POST', `/v1/turns/${answered['turnId']}/timings`, {
      key: held.token,
      body: { speechEndedAt: new Date().toISOString(), stages: { decided: 300, voiced: 500 } },
    })
    held.silent()
    const room = await until(
      () => lookIn(held.room),
      (seen) => seen?.dispatches.length === 2,
    )
    expect(room?.participants.map(({ identity }) => identity)).toEqual([held.identity])
    expect(await stateOf(tenant, held.id)).toMatchObject({ state: 'reconnecting', generation: 2 })
    const next = await claimCall(held.room)
    expect(next.body.resume).toMatchObject({
      kind: 'go_on',
      lastHeard: expect.stringContaining('I am an AI'),
      unanswered: null,
    })
    expect((await beat(held)).body.error.code).toBe('superseded')
    expect((await change(held, { to: 'in_conversation' })).body.error.code).toBe('superseded')
    const body = { messageId: newMessageId(), text: 'hello', via: 'voice' }
    const said = await call('POST', `/v1/conversations/${visitor.conversationId}/turns`, { key: held.token, body })
    expect(said.body.error.code).toBe('superseded')
    expect((await beat({ id: held.id, token: next.body.token })).status).toBe(200)
    expect((await change({ id: held.id, token: next.body.token }, { to: 'in_conversation' })).body.state).toBe(
      'in_conversation',
    )
  })

  it('leaves what was asked and not answered aloud to the next one', async () => {
    const { visitor, held } = await talking()
    await change(held, { to: 'greeted' })
    const messageId = newMessageId()
    await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice', messageId })
    held.silent()
    await until(
      () => lookIn(held.room),
      (seen) => seen?.dispatches.length === 2,
    )
    const next = await claimCall(held.room)
    expect(next.body.resume.unanswered).toEqual({ messageId, text: 'are you a robot?', via: 'voice' })
    const again = await ask(next.body.token, visitor.conversationId, 'are you a robot?', { via: 'voice', messageId })
    expect(again.type).toBe('turn.answered')
    const messages = await call('GET', `/v1/conversations/${visitor.conversationId}/messages`, { key: visitor.token })
    expect(messages.body.items).toHaveLength(2)
  })

  it('cannot be claimed for an earlier generation any more', async () => {
    const { held } = await talking()
    const old = await jobIn(held.room)
    held.silent()
    await until(
      () => lookIn(held.room),
      (seen) => seen?.dispatches.length === 2,
    )
    const late = await call('POST', '/v1/agent/claims', { key: testPlatform().media.agentKey, body: old })
    expect(late.body.error.code).toBe('superseded')
  })

  it('is not replaced for ever: the third loss in a row ends the call, and the books are closed', async () => {
    const { tenant, visitor, held } = await talking({ voice: { enabled: true, lines: 1 } })
    held.silent()
    const ended = await until(
      () => stateOf(tenant, held.id),
      (seen) => seen.state === 'ended',
      28_000,
    )
    expect(ended).toMatchObject({ reason: 'agent_lost', generation: 3 })
    expect(await lookIn(held.room)).toBeNull()
    const last = (await eventsOf(visitor)).findLast(({ type }) => type === 'call.changed')
    expect(last?.['call']).toMatchObject({ id: held.id, state: 'ended', reason: 'agent_lost' })
    await agentLives()
    await until(
      () => call('GET', '/v1/widget', { key: tenant.pk }),
      (reply) => reply.body.voice !== null,
    )
    await openCall(visitor)
  })
})

describe('what the media server says', () => {
  it('is only a reason to look: the visitor is noted as joined when they are there, once', async () => {
    const { tenant, visitor, held } = await talking()
    await webhook('participant_joined', held.room)
    expect((await stateOf(tenant, held.id)).joinedAt).toBeNull()
    await atMedia('join', { room: held.room, identity: held.identity })
    for (let times = 0; times < 3; times++) expect((await webhook('participant_joined', held.room)).status).toBe(204)
    await until(
      () => stateOf(tenant, held.id),
      (seen) => seen.joinedAt !== null,
    )
    // One that comes late and out of order changes nothing.
    await webhook('room_finished', held.room)
    await webhook('participant_left', held.room)
    expect((await beat(held)).status).toBe(200)
    expect((await stateOf(tenant, held.id)).state).toBe('claimed')
    const changes = (await eventsOf(visitor)).filter(({ type }) => type === 'call.changed')
    expect(changes.filter((event) => event['call'].joinedAt !== null)).toHaveLength(1)
  })

  it('is refused when it is forged, or changed on the way', async () => {
    const { held } = await talking()
    expect((await webhook('room_finished', held.room, { secret: 'x'.repeat(32) })).status).toBe(401)
    expect((await webhook('room_finished', held.room, { bodyAfter: '{"event":"room_started"}' })).status).toBe(401)
    expect((await call('POST', '/v1/media/webhooks', { raw: '{}' })).status).toBe(401)
  })

  it('about a room that a used token made anew deletes that room; another’s room is left alone', async () => {
    const { visitor, held } = await talking()
    await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${held.id}/end`, { key: visitor.token })
    const make = (name: string) =>
      fetch(`${testPlatform().media.url}/twirp/livekit.RoomService/CreateRoom`, {
        method: 'POST',
        headers: { authorization: 'Bearer a.b.c' },
        body: JSON.stringify({ name }),
      })
    for (const name of [held.room, 'foyer-never-opened', `another-${held.id}`]) await make(name)
    await webhook('room_started', held.room)
    await webhook('room_started', 'foyer-never-opened')
    await webhook('room_started', `another-${held.id}`)
    expect(await lookIn(held.room)).toBeNull()
    expect(await lookIn('foyer-never-opened')).toBeNull()
    expect(await lookIn(`another-${held.id}`)).not.toBeNull()
  })
})

describe('a spoken turn', () => {
  it('is interrupted: what was heard of it is remembered, shown, and told to the next turn', async () => {
    const { visitor, held } = await talking()
    const answered = await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
    const heard = 'Yes, I am an AI'
    const cut = await call('POST', `/v1/turns/${answered['turnId']}/interrupt`, { key: held.token, body: { heard } })
    expect(cut.status).toBe(204)
    const messages = await call('GET', `/v1/conversations/${visitor.conversationId}/messages`, { key: visitor.token })
    expect(messages.body.items[1]).toMatchObject({ author: 'assistant', heard })
    expect((await eventsOf(visitor)).at(-1)).toMatchObject({ type: 'turn.heard', turnId: answered['turnId'], heard })
  })

  it('has its whole latency in its trace, with who spent it; late ones in a row make the next one short', async () => {
    const { tenant, visitor, held } = await talking()
    const speak = async (atMs: number) => {
      const answered = await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
      const speechEndedAt = new Date()
      const stages = { transcribed: 200, decided: 450, answering: 500, voiced: atMs - 100, published: atMs }
      const told = await call('POST', `/v1/turns/${answered['turnId']}/timings`, {
        key: held.token,
        body: { speechEndedAt: speechEndedAt.toISOString(), stages, providers: { recognition: 180 } },
      })
      expect(told.status).toBe(204)
      const playedAt = new Date(speechEndedAt.getTime() + atMs + 80).toISOString()
      await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${held.id}/heard`, {
        key: visitor.token,
        body: { turnId: answered['turnId'], playedAt },
      })
      return (await call('GET', `/v1/turns/${answered['turnId']}/trace`, { key: tenant.sk })).body.voice
    }
    expect(await speak(700)).toMatchObject({
      budgetMs: 1200,
      overBudget: false,
      spentBy: 'decided',
      providers: { recognition: 180 },
      hurried: '',
    })
    const late = await speak(2500)
    expect(late).toMatchObject({ overBudget: true, spentBy: 'voiced', hurried: '' })
    expect(late.stages.map((stage: { name: string; tookMs: number }) => [stage.name, stage.tookMs])).toEqual([
      ['transcribed', 200],
      ['decided', 250],
      ['answering', 50],
      ['voiced', 1900],
      ['published', 100],
      ['played', 80],
    ])
    await speak(2500)
    expect((await speak(700)).hurried).toContain('asks no model')
    expect((await speak(700)).hurried).toBe('')
  })

  it('comes with what is read out, beside what is shown', async () => {
    const { visitor, held } = await talking({
      rules: [{ id: 'price', when: { phrases: { en: ['tune-up'] } }, say: { en: 'A tune-up costs $89.' } }],
    })
    const reply = await call('POST', `/v1/conversations/${visitor.conversationId}/turns`, {
      key: held.token,
      body: { messageId: newMessageId(), text: 'how much is a tune-up', via: 'voice' },
    })
    expect(reply.body).toContain('"text":"A tune-up costs $89."')
    expect(reply.body).toContain('"speakable":"A tune-up costs 89 dollars."')
  })
})

describe('a message dictated in a call', () => {
  it('is asked for step by step, read back, corrected, and left for the business of this tenant', async () => {
    const { tenant, visitor, held } = await talking()
    const other = await createTenant()
    const say = async (text: string) => ask(held.token, visitor.conversationId, text, { via: 'voice' })
    expect((await say('can you take a message'))['expects']).toEqual({ field: 'name', how: 'say' })
    expect((await say('Ana Gil'))['expects']).toEqual({ field: 'phone', how: 'say' })
    expect((await say('five oh five five five five'))['message'].text).toContain('5 0 5 5 5 5')
    const readBack = await say('oh one four two')
    expect(readBack['message'].text).toContain('(505) 555-0142')
    expect(readBack['expects']).toEqual({ field: 'yes_no', how: 'say' })
    expect((await say('no, four three, not four two'))['message'].text).toContain('(505) 555-0143')
    expect((await say('yes'))['expects']).toEqual({ field: 'text', how: 'say' })
    await say('please call me about the boiler')
    const left = await call('GET', '/v1/leads', { key: tenant.sk })
    expect(left.body.items).toMatchObject([
      { name: 'Ana Gil', phone: '+15055550143', text: 'please call me about the boiler' },
    ])
    expect((await call('GET', '/v1/leads', { key: other.sk })).body.items).toEqual([])
    expect((await eventsOf(visitor)).filter(({ type }) => type === 'lead.left')).toHaveLength(1)
  })

  it('about a visit also takes where and when; what cannot be heard is typed into the same call', async () => {
    const { tenant, visitor, held } = await talking()
    const say = async (text: string, via = 'voice') => ask(held.token, visitor.conversationId, text, { via })
    await say('can you send someone to look at my furnace')
    expect((await say('yes please'))['expects']).toEqual({ field: 'name', how: 'say' })
    await say('Ana Gil')
    await say('well')
    expect((await say('hmm'))['expects']).toEqual({ field: 'phone', how: 'type' })
    expect((await say('505-555-0142', 'keys'))['expects']).toEqual({ field: 'yes_no', how: 'say' })
    expect((await say('yes'))['expects']).toEqual({ field: 'address', how: 'say' })
    const readBack = await say('twelve oh four Juniper Street, Albuquerque, New Mexico, eight seven one oh one')
    expect(readBack['message'].text).toContain('1204 Juniper Street, Albuquerque, NM 87101')
    expect((await say('yes'))['expects']).toEqual({ field: 'date', how: 'say' })
    await say('tomorrow')
    await say('yes')
    await say('no heat in the house since noon')
    const left = await call('GET', '/v1/leads', { key: tenant.sk })
    expect(left.body.items[0].text).toMatch(/^1204 Juniper Street, Albuquerque, NM 87101\n\w+day, \w+ \d+\nno heat/)
  })
})

describe('a recording', () => {
  const noticeOf = async (tenant: { pk: string }) =>
    (await call('GET', '/v1/widget', { key: tenant.pk })).body.voice.notice.version
  const put = (held: { id: string; token: string }, part: number, text: string) =>
    call('PUT', `/v1/calls/${held.id}/recording/${part}`, { key: held.token, raw: text })

  it('is kept in parts and played back in ranges, when it was switched on and agreed to', async () => {
    const tenant = await createTenant()
    await withVoice(tenant, { recording: { enabled: true } })
    const [visitor, other] = [await enter(tenant), await createTenant()]
    const held = await livelyCall(visitor, { recording: 'agreed', noticeVersion: await noticeOf(tenant) })
    expect(held.claim.setting.recording).toEqual({ state: 'on', nextPart: 0 })
    expect((await put(held, 0, 'OggS-one ')).body).toEqual({ part: 0, bytes: 9 })
    expect((await put(held, 0, 'again')).body, 'the same part again').toEqual({ part: 0, bytes: 9 })
    expect((await put(held, 2, 'too early')).status).toBe(409)
    await put(held, 1, 'OggS-two')
    const path = `/v1/calls/${held.id}/recording`
    expect((await call('GET', path, { key: tenant.sk })).body).toBe('OggS-one OggS-two')
    const part = await call('GET', path, { key: tenant.sk, headers: { range: 'bytes=5-12' } })
    expect([part.status, part.body, part.headers.get('content-range')]).toEqual([206, 'one OggS', 'bytes 5-12/17'])
    expect((await call('GET', path, { key: tenant.sk, headers: { range: 'bytes=99-' } })).status).toBe(416)
    expect((await call('GET', path, { key: other.sk })).status).toBe(404)
    const record = await call('GET', `/v1/calls/${held.id}`, { key: tenant.sk })
    expect(record.body.consents).toMatchObject([{ answer: 'agreed', wording: expect.stringContaining('recorded') }])
  })

  it('is not made without the visitor’s word, nor after they took it back', async () => {
    const tenant = await createTenant()
    await withVoice(tenant, { recording: { enabled: true } })
    const noticeVersion = await noticeOf(tenant)
    const refused = await livelyCall(await enter(tenant), { recording: 'refused', noticeVersion })
    expect((await put(refused, 0, 'x')).status).toBe(403)
    const old = await livelyCall(await enter(tenant), { recording: 'agreed', noticeVersion: 'other words' })
    expect((await put(old, 0, 'x')).status).toBe(403)
    const agreed = await livelyCall(await enter(tenant), { recording: 'agreed', noticeVersion })
    await put(agreed, 0, 'x')
    const consent = { kind: 'recording', answer: 'refused', lang: 'en', wording: 'Stop recording.', noticeVersion }
    expect((await call('POST', `/v1/calls/${agreed.id}/consents`, { key: agreed.token, body: consent })).status).toBe(
      201,
    )
    expect((await put(agreed, 1, 'y')).status).toBe(403)
  })
})
