import { describe, expect, it } from 'vitest'
import { call } from '../../../test/foyer.ts'
import { callTo, inRoom, phoneOf, phoneRings, withPeople } from '../../../test/reaching.ts'

const results = (legs: { name: string; result: string | null }[]) => legs.map(({ name, result }) => [name, result])
const text = (say: { text: string }[]) => say.map((one) => one.text).join(' ')

describe('a danger to life', () => {
  const contacts = [
    { name: 'Ana', phone: phoneOf(190) },
    { name: 'Tom', phone: phoneOf(191) },
  ]
  const headers = { 'if-match': '0' }

  it('rings the first contact while the assistant stays; without a key the next; what was confirmed is stored and told', async () => {
    const desk = await withPeople(['Zoe'])
    await call('PATCH', '/v1/onboarding', { key: desk.tenant.sk, body: { contacts }, headers })
    const line = await callTo(desk)
    const danger = await line.said('I smell gas in my kitchen')
    expect(danger).toMatchObject({ kind: 'emergency', fetches: 'danger' })
    const begun = await line.reach({ event: 'asked', purpose: 'danger', turnId: danger['turnId'] })
    expect(text(begun.say)).toContain('calling Ana')
    const state = (await line.log()).call.state
    const first = line.reach({ event: 'ring', purpose: 'danger' })
    const ana = await phoneRings(line, 'Ana', 'answers')
    const whisper = await first
    expect(whisper.withinMs).toBe(20_000)
    expect(text(whisper.aside)).toContain('I smell gas in my kitchen')
    const next = await line.reach({ event: 'unanswered', legId: ana.legId })
    expect(text(next.say)).toMatch(/Ana does not answer.*still trying.*Tom/)
    const second = line.reach({ event: 'ring', purpose: 'danger' })
    const tom = await phoneRings(line, 'Tom', 'answers')
    await second
    const told = await line.reach({ event: 'accepted', legId: tom.legId })
    expect(told).toMatchObject({ kind: 'acknowledged', legId: tom.legId })
    expect(text(told.say)).toContain('reached Tom')
    await line.reach({ event: 'left', legId: tom.legId })
    expect((await inRoom(line.room)).people).not.toContain(tom.identity)
    const log = await line.log()
    expect(log.call.state, 'the caller was never put on hold').toBe(state)
    expect(results(log.legs)).toEqual([
      ['Ana', 'voicemail'],
      ['Tom', 'acknowledged'],
    ])
    expect(log.legs[1].acceptedAt).not.toBeNull()
  })

  it('says so when nobody could be reached', async () => {
    const desk = await withPeople(['Zoe'])
    await call('PATCH', '/v1/onboarding', { key: desk.tenant.sk, body: { contacts: contacts.slice(0, 1) }, headers })
    const line = await callTo(desk)
    const danger = await line.said('I smell gas in my kitchen')
    await line.reach({ event: 'asked', purpose: 'danger', turnId: danger['turnId'] })
    const ringing = line.reach({ event: 'ring', purpose: 'danger' })
    await phoneRings(line, 'Ana', 'declines')
    expect(text((await ringing).say)).toContain('not reached anybody')
  })

  it('said to the music is a turn at once; whatever else is said to it is none', async () => {
    const line = await callTo(await withPeople(['Zoe']))
    await line.change({ to: 'greeted' })
    await line.asked()
    expect((await line.log()).call.state).toBe('on_hold')
    const opening = async (said: string) =>
      (await call('POST', `/v1/calls/${line.id}/opening`, { key: line.key, body: { said, via: 'voice' } })).body
    for (const said of ['Hello? Is anybody there?', 'yes', 'How much is a tune-up?', 'español'])
      expect(await opening(said)).toMatchObject({ isTurn: false, isOpen: false, say: [] })
    for (const said of ['I smell gas', 'huele a gas en la cocina'])
      expect(await opening(said)).toMatchObject({ isTurn: true })
    expect(await line.said('I smell gas')).toMatchObject({ kind: 'emergency', fetches: 'danger' })
    expect((await line.log()).call.state, 'Zoe is still rung').toBe('on_hold')
  })
})
