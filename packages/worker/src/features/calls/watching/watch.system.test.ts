import { describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../../local/src/test/provided.ts'
import {
  agentLives,
  atMedia,
  beats,
  claimCall,
  jobIn,
  livelyCall,
  lookIn,
  openCall,
  webhook,
  withVoice,
} from '../../../test/calling.ts'
import { ask, call, createTenant, enter, type Event, newMessageId, until } from '../../../test/foyer.ts'

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
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    expect(room?.participants).toHaveLength(2)
    expect(await stateOf(tenant, held.id)).toMatchObject({ state: 'reconnecting', generation: 1 })
    const next = await claimCall(held.room)
    expect((await lookIn(held.room))?.participants.map(({ identity }) => identity)).toEqual([held.identity])
    expect(next.body.resume).toMatchObject({
      kind: 'go_on',
      lastHeard: expect.stringContaining('I am an AI'),
      unanswered: null,
      awaited: null,
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
      (seen) => (seen?.dispatches.length ?? 0) > 1,
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
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    await claimCall(held.room)
    const late = await call('POST', '/v1/agent/claims', { key: testPlatform().media.agentKey, body: old })
    expect(late.body.error.code).toBe('superseded')
  })

  it('is not replaced for ever: the fifth loss in a row ends the call, and the books are closed', async () => {
    const { tenant, visitor, held } = await talking({ voice: { enabled: true, lines: 1 } })
    held.silent()
    let asked = 1
    const ended = await until(
      async () => {
        const dispatches = (await lookIn(held.room))?.dispatches.length ?? 0
        if (dispatches > asked) await claimCall(held.room)
        asked = Math.max(asked, dispatches)
        return stateOf(tenant, held.id)
      },
      (seen) => seen.state === 'ended',
      60_000,
    )
    expect(ended.reason).toBe('agent_lost')
    expect(await lookIn(held.room)).toBeNull()
    const last = (await eventsOf(visitor)).findLast(({ type }) => type === 'call.changed')
    expect(last?.['call']).toMatchObject({ id: held.id, state: 'ended', reason: 'agent_lost' })
    await agentLives()
    await until(
      () => call('GET', '/v1/widget', { key: tenant.pk }),
      (reply) => reply.body.voice !== null,
    )
    await openCall(visitor)
  }, 90_000)

  it('is replaced as often as it takes while its caller gets answers in between', async () => {
    const { tenant, visitor, held } = await talking()
    let { token, silent } = held
    for (let losses = 1; losses <= 5; losses++) {
      const answered = await ask(token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
      expect(answered.type).toBe('turn.answered')
      const asked = (await lookIn(held.room))?.dispatches.length ?? 0
      silent()
      await until(
        () => lookIn(held.room),
        (seen) => (seen?.dispatches.length ?? 0) > asked,
      )
      const next = await claimCall(held.room)
      expect(next.status).toBe(200)
      token = next.body.token
      silent = beats(held.id, token).silent
    }
    expect((await stateOf(tenant, held.id)).state).not.toBe('ended')
  }, 90_000)
})

describe('a media server that was started again', () => {
  it('has the room anew for who comes back, and an agent that does not come back is replaced', async () => {
    const { tenant, held } = await talking()
    const joins = async () => {
      await atMedia('join', { room: held.room, identity: held.identity })
      await webhook('participant_joined', held.room)
    }
    await joins()
    await until(
      () => stateOf(tenant, held.id),
      (seen) => seen.joinedAt !== null,
    )
    await atMedia('forget', { room: held.room })
    await webhook('participant_left', held.room)
    await until(
      () => lookIn(held.room),
      (seen) => seen !== null,
    )
    await joins()
    held.silent()
    await until(
      () => lookIn(held.room),
      (seen) => (seen?.dispatches.length ?? 0) > 0,
    )
    expect((await claimCall(held.room)).status).toBe(200)
    expect((await stateOf(tenant, held.id)).state).not.toBe('ended')
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
    const by = { recognition: 'deepgram', speech: 'cartesia' }
    const speak = async (atMs: number) => {
      const answered = await ask(held.token, visitor.conversationId, 'are you a robot?', { via: 'voice' })
      const speechEndedAt = new Date()
      const stages = { transcribed: 200, decided: 450, answering: 500, voiced: atMs - 100, published: atMs }
      const told = await call('POST', `/v1/turns/${answered['turnId']}/timings`, {
        key: held.token,
        body: { speechEndedAt: speechEndedAt.toISOString(), stages, providers: { recognition: 180 }, by },
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
      by,
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
