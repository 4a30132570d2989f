import { describe, expect, it } from 'vitest'
import { claimCall, lookIn } from '../../../test/calling.ts'
import { call, until } from '../../../test/foyer.ts'
import { callTo, inRoom, phoneOf, phoneRings, withPeople } from '../../../test/reaching.ts'

const results = (legs: { name: string; result: string | null }[]) => legs.map(({ name, result }) => [name, result])
const text = (say: { text: string }[]) => say.map((one) => one.text).join(' ')

describe('a caller who asks for a person', () => {
  it('is put through: the person hears alone who calls and why, accepts by a key, and both hear each other', async () => {
    const desk = await withPeople(['Ana'])
    const line = await callTo(desk)
    await line.said('My heat pump makes a noise')
    const answered = await line.said('I want to talk to a person')
    expect(answered).toMatchObject({ kind: 'handoff', fetches: 'transfer' })
    const rings = await line.reach({ event: 'asked', purpose: 'transfer', turnId: answered['turnId'] })
    expect(rings.kind).toBe('ring')
    expect(text(rings.say)).toContain('calling Ana')
    expect((await line.log()).call.state).toBe('on_hold')
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    const ana = await phoneRings(line, 'Ana', 'answers')
    const whisper = await ringing
    expect(whisper).toMatchObject({ kind: 'whisper', identity: ana.identity, legId: ana.legId })
    expect(text(whisper.aside)).toContain('My heat pump makes a noise')
    expect(text(whisper.aside)).toContain('Press 1')
    const apart = (await inRoom(line.room)).unheard
    expect(apart).toEqual(
      expect.arrayContaining([
        `${line.caller} ${ana.identity}/voice`,
        `${line.caller} agent-1/aside`,
        `${ana.identity} ${line.caller}/voice`,
        `${ana.identity} agent-1/assistant`,
      ]),
    )
    expect(apart).not.toContain(`${ana.identity} agent-1/aside`)
    expect((await line.log()).call.state).toBe('transferring')
    const connected = await line.reach({ event: 'accepted', legId: ana.legId })
    expect(connected.kind).toBe('connected')
    expect((await inRoom(line.room)).unheard).toEqual([`${line.caller} agent-1/aside`])
    expect((await line.log()).call.state).toBe('with_person')
    const back = await line.reach({ event: 'left', legId: ana.legId })
    expect(back.kind).toBe('back')
    expect(text(back.say)).toContain('Ana has hung up')
    const log = await line.log()
    expect(log.call.state).toBe('in_conversation')
    expect(log.legs).toMatchObject([
      { name: 'Ana', purpose: 'transfer', result: 'connected', turnId: answered['turnId'], number: phoneOf(100) },
    ])
    for (const at of ['rangAt', 'answeredAt', 'acceptedAt', 'endedAt']) expect(log.legs[0][at]).not.toBeNull()
  })

  it('is told who does not come, and the next one is rung; when nobody comes a message is offered and taken', async () => {
    // A schedule that cannot be asked leaves the order that is stored.
    const desk = await withPeople(['Ana', 'Tom', 'Zoe'], { group: { schedule: 'http://127.0.0.1:9/duty' } })
    const line = await callTo(desk)
    const { next } = await line.asked()
    const first = line.reach({ event: 'ring', purpose: 'transfer' })
    await phoneRings(line, 'Ana', 'is busy')
    const { say } = await first
    expect(text(say)).toMatch(/Ana’s line is busy.*calling Tom/)
    expect(next, 'what is said now was known while it rang').toEqual(expect.arrayContaining(say))
    const second = line.reach({ event: 'ring', purpose: 'transfer' })
    await phoneRings(line, 'Tom', 'declines')
    expect(text((await second).say)).toMatch(/Tom cannot take the call.*calling Zoe/)
    const third = line.reach({ event: 'ring', purpose: 'transfer' })
    const zoe = await phoneRings(line, 'Zoe', 'answers')
    expect((await third).kind).toBe('whisper')
    const back = await line.reach({ event: 'unanswered', legId: zoe.legId })
    expect(back.kind).toBe('back')
    expect(text(back.say)).toMatch(/Zoe does not answer.*message/)
    expect((await inRoom(line.room)).people, 'a voicemail is hung up').not.toContain(zoe.identity)
    const log = await line.log()
    expect(results(log.legs)).toEqual([
      ['Ana', 'busy'],
      ['Tom', 'declined'],
      ['Zoe', 'voicemail'],
    ])
    expect(log.call.state).toBe('in_conversation')
    expect((await line.said('Yes, please'))['expects']).toMatchObject({ field: 'name' })
  })

  it('loses nothing when the person hangs up during the whisper', async () => {
    const line = await callTo(await withPeople(['Ana']))
    await line.asked()
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    const ana = await phoneRings(line, 'Ana', 'answers')
    await ringing
    await ana.hangsUp()
    const back = await line.reach({ event: 'left', legId: ana.legId })
    expect(text(back.say)).toContain('lost the line to Ana')
    expect(results((await line.log()).legs)).toEqual([['Ana', 'hung_up']])
  })

  it('and hangs up while it rings: nobody is spoken to, and it is written down', async () => {
    const line = await callTo(await withPeople(['Ana', 'Tom']))
    await line.asked()
    const ringing = call('POST', `/v1/calls/${line.id}/reach`, {
      key: line.key,
      body: { event: 'ring', purpose: 'transfer' },
    })
    await until(line.log, ({ legs }) => legs[0]?.state === 'ringing')
    await line.change({ to: 'ended', reason: 'visitor_hung_up' })
    await ringing
    expect(await lookIn(line.room)).toBeNull()
    const log = await line.log()
    expect(log.call).toMatchObject({ state: 'ended', reason: 'visitor_hung_up' })
    expect(results(log.legs)).toEqual([
      ['Ana', 'caller_left'],
      ['Tom', 'caller_left'],
    ])
  })

  it('of several who are rung at once talks to one: who is second is hung up', async () => {
    const line = await callTo(await withPeople(['Ana', 'Tom'], { group: { order: 'all_at_once' } }))
    expect(text((await line.asked()).say)).toContain('colleagues')
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    const phones = [await phoneRings(line, 'Ana', 'answers'), await phoneRings(line, 'Tom', 'answers')]
    const whisper = await ringing
    expect(phones.map(({ legId }) => legId)).toContain(whisper.legId)
    const settled = await until(line.log, ({ legs }) => legs.some(({ result }: { result: string }) => result !== null))
    expect(settled.legs.map(({ state }: { state: string }) => state).toSorted()).toEqual(['over', 'whispering'])
    expect((await line.reach({ event: 'accepted', legId: whisper.legId })).kind).toBe('connected')
  })

  it('is rung for in turns: each call begins with the next one', async () => {
    const desk = await withPeople(['Ana', 'Tom'], { group: { order: 'round_robin' } })
    const first = await callTo(desk, phoneOf(178))
    expect(text((await first.asked()).say)).toContain('calling Ana')
    const second = await callTo(desk, phoneOf(179))
    expect(text((await second.asked()).say)).toContain('calling Tom')
  })

  it('never makes a phone ring in a country that is not allowed, nor for who is off duty', async () => {
    const abroad = await callTo(await withPeople(['Ana'], { countries: ['CA'] }))
    const back = await abroad.asked()
    expect(back.kind).toBe('back')
    expect(text(back.say)).toContain('cannot reach Ana')
    expect(results((await abroad.log()).legs)).toEqual([['Ana', 'forbidden_country']])
    const desk = await withPeople(['Ana'])
    const hours = [{ between: ['03:00', '03:00'] }]
    await call('PATCH', `/v1/people/${desk.people[0]?.id}`, { key: desk.tenant.sk, body: { hours } })
    const off = await callTo(desk)
    expect(text((await off.asked()).say)).toContain('Nobody can come to the phone')
    expect((await off.log()).legs).toEqual([])
  })

  it('is handed over unannounced where the number says so, and the call ends with us', async () => {
    const desk = await withPeople(['Ana'], { number: { transfers: 'cold' } })
    const line = await callTo(desk)
    await line.asked()
    expect(await line.reach({ event: 'ring', purpose: 'transfer' })).toEqual({ kind: 'handed_over' })
    const log = await line.log()
    expect(log.call).toMatchObject({ state: 'ended', reason: 'transferred' })
    expect(log.legs).toMatchObject([{ manner: 'cold', result: 'handed_over' }])
    const outbox = (await call('GET', '/v1/outbox', { key: desk.tenant.sk })).body.items
    expect(outbox).toContainEqual(expect.objectContaining({ kind: 'call', recipient: phoneOf(100) }))
  })

  it.each([
    ['busy', 'line is busy'],
    ['declined', 'cannot take the call'],
    ['no_answer', 'does not answer'],
    ['refused', 'cannot reach'],
  ])(
    'and cannot be handed over (%s) is told so, tried with the next one, and offered a message',
    async (result, why) => {
      const desk = await withPeople(['Ana', 'Tom'], { number: { transfers: 'cold' } })
      const line = await callTo({ ...desk, line: { ...desk.line, simulated: result } })
      await line.asked()
      const next = await line.reach({ event: 'ring', purpose: 'transfer' })
      expect(next.kind).toBe('ring')
      expect(text(next.say)).toMatch(new RegExp(`${why}.*calling Tom`))
      const back = await line.reach({ event: 'ring', purpose: 'transfer' })
      expect(back.kind).toBe('back')
      expect(text(back.say)).toContain('Shall I take a message')
      const log = await line.log()
      expect(results(log.legs)).toEqual([
        ['Ana', result],
        ['Tom', result],
      ])
      expect(log.call.state).toBe('in_conversation')
      expect((await line.said('Yes, please'))['expects']).toMatchObject({ field: 'name' })
    },
  )

  it('gains nothing by claiming the number of one of the tenant’s people', async () => {
    const desk = await withPeople(['Ana'])
    const line = await callTo(desk, phoneOf(100))
    await line.asked()
    void call('POST', `/v1/calls/${line.id}/reach`, { key: line.key, body: { event: 'ring', purpose: 'transfer' } })
    await until(line.log, ({ legs }) => legs[0]?.state === 'ringing')
    // The caller stands in the room as whoever rings us does, and is not taken for who was rung.
    const [leg] = (await line.log()).legs
    expect(leg).toMatchObject({ number: phoneOf(100), state: 'ringing', answeredAt: null })
    expect((await inRoom(line.room)).people).toContain(`sip_${phoneOf(100)}`)
    const conversations = (await call('GET', '/v1/calls', { key: desk.tenant.sk })).body.items
    expect(conversations).toMatchObject([{ caller: phoneOf(100), purpose: 'talk', state: 'on_hold' }])
    await line.change({ to: 'ended' })
  })
})

describe('while somebody is fetched', () => {
  it('a lost agent is replaced by one that takes up where it was, and the same phone does not ring twice', async () => {
    const desk = await withPeople(['Ana'])
    const line = await callTo(desk)
    await line.change({ to: 'greeted' })
    await line.asked()
    void call('POST', `/v1/calls/${line.id}/reach`, { key: line.key, body: { event: 'ring', purpose: 'transfer' } })
    const ana = await phoneRings(line, 'Ana', 'answers')
    await until(line.log, ({ legs }) => legs[0]?.state === 'whispering')
    line.silent()
    await until(
      () => lookIn(line.room),
      (seen) => (seen?.dispatches.length ?? 0) > 1,
    )
    const next = await claimCall(line.room)
    expect(next.body.resume).toEqual({ kind: 'reach', isFirst: false })
    expect(next.body.call.state).toBe('transferring')
    const step = await call('POST', `/v1/calls/${line.id}/reach`, {
      key: next.body.token,
      body: { event: 'resumed', purpose: 'transfer' },
    })
    expect(step.body).toMatchObject({ kind: 'whisper', legId: ana.legId })
    const rung = (await call('GET', '/v1/outbox', { key: desk.tenant.sk })).body.items
    expect(rung.filter(({ kind }: { kind: string }) => kind === 'call')).toHaveLength(1)
  })

  it('what is told twice, late, or about another call’s person changes nothing', async () => {
    const desk = await withPeople(['Ana'])
    const [line, other] = [await callTo(desk, phoneOf(180)), await callTo(desk, phoneOf(181))]
    await line.asked()
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    const ana = await phoneRings(line, 'Ana', 'answers')
    await ringing
    await other.reach({ event: 'accepted', legId: ana.legId })
    expect((await line.log()).call.state).toBe('transferring')
    expect((await line.reach({ event: 'accepted', legId: ana.legId })).kind).toBe('connected')
    expect((await line.reach({ event: 'accepted', legId: ana.legId })).kind).toBe('connected')
    expect((await line.reach({ event: 'unanswered', legId: ana.legId })).kind).toBe('connected')
    expect((await line.reach({ event: 'left', legId: ana.legId })).kind).toBe('back')
    expect((await line.reach({ event: 'accepted', legId: ana.legId })).kind).toBe('back')
    expect(results((await line.log()).legs)).toEqual([['Ana', 'connected']])
  })
})

describe('staff that is rung first', () => {
  it('is put through before a word was said, or the assistant begins', async () => {
    const desk = await withPeople(['Ana'], { number: { answers: 'staff_first', staffFirstMs: 60_000 } })
    const line = await callTo(desk)
    expect(line.resume).toEqual({ kind: 'reach', isFirst: true })
    expect(await line.reach({ event: 'resumed', purpose: 'transfer' })).toEqual({ kind: 'ring', say: [], next: [] })
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    await phoneRings(line, 'Ana', 'is busy')
    expect(await ringing).toEqual({ kind: 'back', say: [] })
    expect((await line.log()).call.state).toBe('claimed')
    expect((await line.change({ to: 'greeted' })).body.state).toBe('greeted')
  })
})
