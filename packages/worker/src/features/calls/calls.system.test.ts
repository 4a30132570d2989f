import { describe, expect, it } from 'vitest'
import { agentKey, agentLives, claimCall, jobIn, livelyCall, lookIn, openCall, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, enter, newMessageId, publish, until } from '../../test/foyer.ts'

const widget = async (key: string) => (await call('GET', '/v1/widget', { key })).body.voice

describe('the microphone', () => {
  it('is offered when the playbook has voice and an agent lives that understands one of its languages', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    await withVoice(one)
    expect(await widget(one.pk)).toMatchObject({
      languages: ['en', 'es'],
      recording: false,
      notice: { text: { en: expect.stringContaining('AI'), es: expect.any(String), ar: expect.any(String) } },
    })
    expect(await widget(other.pk)).toBeNull()
    await publish(other, { name: 'Desk', languages: ['sw'], voice: { enabled: true } })
    expect(await widget(other.pk)).toBeNull()
  })

  it('is refused in words where nobody could answer', async () => {
    const tenant = await createTenant()
    const visitor = await enter(tenant)
    const reply = await call('POST', `/v1/conversations/${visitor.conversationId}/calls`, {
      key: visitor.token,
      body: { recording: 'not_asked', noticeVersion: 'x' },
    })
    expect(reply.status).toBe(409)
    expect(reply.body.error).toMatchObject({ code: 'voice_unavailable', message: expect.stringContaining('type') })
  })
})

describe('a call', () => {
  it('is opened with a room, an agent asked for, and a token for microphone and data in this room only', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const visitor = await enter(tenant)
    const opened = await call('POST', `/v1/conversations/${visitor.conversationId}/calls`, {
      key: visitor.token,
      body: {
        ...{ recording: 'not_asked', noticeVersion: 'x', lang: 'es' },
        page: 'https://shop.example/prices?name=Ann#top',
      },
    })
    expect(opened.body).toMatchObject({
      call: { state: 'opened', lang: 'es', recording: 'off', source: 'shop.example/prices' },
      join: { expiresInMs: 120_000 },
    })
    const claims = JSON.parse(atob(opened.body.join.token.split('.')[1]))
    expect(claims.video).toMatchObject({
      roomJoin: true,
      roomCreate: false,
      canPublishSources: ['microphone'],
      canPublishData: true,
    })
    expect(claims.roomConfig).toBeUndefined()
    expect(claims.exp - claims.nbf).toBeLessThanOrEqual(120)
    const room = await lookIn(claims.video.room)
    expect(room?.dispatches).toHaveLength(1)
  })

  it('runs once in a conversation: the second tab is told which one', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const visitor = await enter(tenant)
    const { id } = await openCall(visitor)
    const again = await call('POST', `/v1/conversations/${visitor.conversationId}/calls`, {
      key: visitor.token,
      body: { recording: 'not_asked', noticeVersion: 'x' },
    })
    expect(again.body.error).toMatchObject({ code: 'call_running', details: [{ path: 'callId', message: id }] })
    const joined = await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${id}/join`, {
      key: visitor.token,
    })
    expect(joined.status).toBe(200)
    const ended = await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${id}/end`, {
      key: visitor.token,
    })
    expect(ended.body).toMatchObject({ state: 'ended', reason: 'visitor_hung_up' })
    expect((await openCall(visitor)).id).not.toBe(id)
  })

  it('finds the lines busy beyond the tenant’s number of them, and free again when one has ended', async () => {
    const [tenant, other] = [await createTenant(), await createTenant()]
    await withVoice(tenant, { voice: { enabled: true, lines: 1 } })
    await withVoice(other, { voice: { enabled: true, lines: 1 } })
    const [first, second, elsewhere] = [await enter(tenant), await enter(tenant), await enter(other)]
    const { id } = await openCall(first)
    const body = { recording: 'not_asked', noticeVersion: 'x' }
    const busy = await call('POST', `/v1/conversations/${second.conversationId}/calls`, { key: second.token, body })
    expect(busy.body.error).toMatchObject({ code: 'lines_busy', message: expect.stringContaining('number') })
    await openCall(elsewhere)
    await call('POST', `/v1/conversations/${first.conversationId}/calls/${id}/end`, { key: first.token })
    await openCall(second)
  })

  it('is claimed once: by the job that the media server gave out, and by no other', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const { room } = await openCall(await enter(tenant))
    const job = await jobIn(room)
    const wrong = await call('POST', '/v1/agent/claims', { key: agentKey(), body: { ...job, jobId: 'AJ_made_up' } })
    expect(wrong.body.error.code).toBe('forbidden')
    const first = await claimCall(room)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      call: { state: 'claimed' },
      resume: { kind: 'greet' },
      setting: { lang: 'en', patience: 'normal', recording: { state: 'off', nextPart: 0 } },
    })
    const again = await claimCall(room)
    expect(again.status, 'the same job, whose answer was lost').toBe(200)
    const unknown = await call('POST', '/v1/agent/claims', { key: agentKey(), body: { ...job, room: 'foyer-nobody' } })
    expect(unknown.status).toBe(404)
  })

  it('tells its agent all it needs in order to speak', async () => {
    const tenant = await createTenant()
    const say = { en: 'We fix boilers.', es: 'Reparamos calderas.' }
    await withVoice(tenant, {
      greeting: { en: 'Hello, this is the AI assistant of {business}.' },
      scenarios: [{ id: 'boilers', examples: { en: ['do you fix boilers', 'boiler repair'] }, answer: { say } }],
      voice: {
        enabled: true,
        patience: 'patient',
        voices: { en: { voice: 'alloy', speed: 1.1 }, es: { provider: 'cartesia' } },
        recognisers: { es: 'deepgram' },
      },
    })
    const { claim } = await livelyCall(await enter(tenant))
    const { setting } = claim
    expect(setting.greeting).toBe(`Hello, this is the AI assistant of Business ${tenant.slug}.`)
    expect(setting.voices).toEqual({
      en: { provider: '', voice: 'alloy', speed: 1.1 },
      es: { provider: 'cartesia', voice: '', speed: 1 },
    })
    expect(setting.recognisers).toEqual({ es: 'deepgram' })
    expect(setting.keyterms).toContain('Robin')
    const names = (lang: string) =>
      new Set(
        setting.phrases
          .filter((phrase: { lang: string }) => phrase.lang === lang)
          .map((phrase: { name: string }) => phrase.name),
      )
    for (const lang of ['en', 'es'])
      expect(names(lang)).toEqual(
        new Set([
          'greeting',
          'safety',
          'answer',
          'back',
          'still_there',
          'silence_end',
          'not_understood',
          'trouble',
          'filler',
          'time_over',
        ]),
      )
    expect(setting.phrases).toContainEqual({ name: 'answer', lang: 'es', text: 'Reparamos calderas.' })
  })

  it('is held by heartbeats, and is ended for its agent when the visitor hangs up', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const visitor = await enter(tenant)
    const held = await livelyCall(visitor)
    const beat = () => call('POST', `/v1/calls/${held.id}/heartbeats`, { key: held.token })
    expect((await beat()).status).toBe(200)
    const greeted = await call('POST', `/v1/calls/${held.id}/transitions`, { key: held.token, body: { to: 'greeted' } })
    expect(greeted.body).toMatchObject({ state: 'greeted' })
    await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${held.id}/end`, { key: visitor.token })
    expect((await beat()).body.error.code).toBe('call_ended')
    expect(await lookIn(held.room)).toBeNull()
    const said = await call('POST', `/v1/conversations/${visitor.conversationId}/turns`, {
      key: held.token,
      body: { messageId: newMessageId(), text: 'hello', via: 'voice' },
    })
    expect(said.body.error.code).toBe('call_ended')
    const late = await call('POST', '/v1/agent/claims', {
      key: agentKey(),
      body: { room: held.room, jobId: 'AJ_late', dispatchId: 'AD_late' },
    })
    expect(late.status).toBe(410)
  })

  it('carries the visitor’s spoken turns in the one conversation, and they go on in text afterwards', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const visitor = await enter(tenant)
    await ask(visitor.token, visitor.conversationId, 'hello')
    const held = await livelyCall(visitor)
    const spoken = await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
    expect(spoken.type).toBe('turn.answered')
    await call('POST', `/v1/conversations/${visitor.conversationId}/calls/${held.id}/end`, { key: visitor.token })
    await ask(visitor.token, visitor.conversationId, 'thanks')
    const messages = await call('GET', `/v1/conversations/${visitor.conversationId}/messages`, { key: visitor.token })
    const said = messages.body.items.filter((message: { author: string }) => message.author === 'visitor')
    expect(said.map((message: { text: string; via?: string }) => [message.text, message.via])).toEqual([
      ['hello', undefined],
      ['are you a robot?', 'voice'],
      ['thanks', undefined],
    ])
  })

  it('shows itself to nobody else: not to another visitor, tenant or conversation', async () => {
    const [one, other] = [await createTenant(), await createTenant()]
    await withVoice(one)
    await withVoice(other)
    const visitor = await enter(one)
    const held = await livelyCall(visitor)
    const [stranger, foreigner] = [await enter(one), await enter(other)]
    const theirs = await livelyCall(foreigner)
    const path = `/v1/conversations/${visitor.conversationId}/calls/${held.id}`
    expect((await call('GET', path, { key: stranger.token })).status).toBe(404)
    expect((await call('GET', path, { key: foreigner.token })).status).toBe(404)
    expect((await call('GET', `/v1/calls/${held.id}`, { key: other.sk })).status).toBe(404)
    expect((await call('POST', `/v1/calls/${held.id}/heartbeats`, { key: theirs.token })).status).toBe(404)
    const body = { messageId: newMessageId(), text: 'hello', via: 'voice' }
    const turn = (conversationId: string, key: string) =>
      call('POST', `/v1/conversations/${conversationId}/turns`, { key, body })
    expect((await turn(stranger.conversationId, held.token)).status).toBe(404)
    expect((await turn(foreigner.conversationId, held.token)).status).toBe(404)
    expect((await turn(visitor.conversationId, visitor.token)).status, 'via is the call’s to say').toBe(403)
    const logs = await call('GET', '/v1/calls', { key: one.sk })
    expect(logs.body.items.map((item: { id: string }) => item.id)).toEqual([held.id])
    const count = async (filter: string) =>
      (await call('GET', `/v1/calls?${filter}`, { key: one.sk })).body.items.length
    expect(await count('outcome=running&lang=en')).toBe(1)
    expect(await count('outcome=running&lang=es')).toBe(0)
    expect(await count('reason=visitor_hung_up')).toBe(0)
  })

  it('gives an agent that says it drains no new calls', async () => {
    const tenant = await createTenant()
    const french = { agentId: 'agent-fr', speech: { recognises: ['fr'], speaks: ['fr'], label: 'test voice' } }
    await publish(tenant, { name: 'Bureau', languages: ['fr'], voice: { enabled: true } })
    const offered = (isOffered: boolean, draining: boolean) =>
      until(
        async () => {
          await agentLives({ ...french, draining })
          return widget(tenant.pk)
        },
        (voice) => (voice !== null) === isOffered,
      )
    await offered(true, false)
    await offered(false, true)
  })
})
