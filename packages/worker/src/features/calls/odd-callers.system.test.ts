import { describe, expect, it } from 'vitest'
import { atMedia, beats, claimCall, lookIn, webhook, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, type TestTenant, until } from '../../test/foyer.ts'
import { came, goes, ring, testNumber, withNumber } from '../../test/phoning.ts'

const callsOf = async ({ sk }: TestTenant) => (await call('GET', '/v1/calls', { key: sk })).body.items
const markup = '"><img src=x onerror=alert(1)>'
const tenKilobytes = '+1505'.repeat(2000)

describe('a caller', () => {
  it.each([
    ['nothing', ''],
    ['markup', markup],
    ['ten kilobytes', tenKilobytes],
    ['a number and more', "+15055550177'; drop table calls"],
  ])('whose phone shows %s is answered, as one who hides their number', async (_what, from) => {
    const tenant = await createTenant()
    const room = await ring({ ...(await withNumber(tenant)), from })
    const claimed = await claimCall(room)
    expect(claimed.body).toMatchObject({ kind: 'taken', call: { channel: 'phone' } })
    const [logged] = await callsOf(tenant)
    expect(logged.caller).toBe('')
    if (from !== '') expect(JSON.stringify([claimed.body, logged])).not.toContain(from)
  })

  it.each([
    ['markup', markup],
    ['ten kilobytes', tenKilobytes],
  ])('who comes by a trunk or a number of %s has dialled nobody’s number', async (_what, odd) => {
    const tenant = await createTenant()
    const line = await withNumber(tenant)
    for (const wrong of [{ trunkId: odd }, { phoneNumber: odd }])
      expect((await claimCall(await ring({ ...line, ...wrong }))).body.kind).toBe('turned_away')
    expect(await callsOf(tenant)).toEqual([])
  })

  it('who calls twice at once has two conversations, and neither hears of the other', async () => {
    const tenant = await createTenant()
    await withVoice(tenant)
    const line = { ...(await withNumber(tenant)), from: testNumber() }
    const rooms = await Promise.all([ring(line), ring(line)])
    const claims = await Promise.all(rooms.map((room) => claimCall(room)))
    const [one, other] = claims.map(({ body }) => body)
    for (const { call: made, token } of [one, other]) beats(made.id, token)
    expect(new Set([one.conversation.id, other.conversation.id]).size).toBe(2)
    expect(new Set([one.conversation.visitorId, other.conversation.visitorId]).size).toBe(2)
    await ask(one.token, one.conversation.id, 'Are you a robot?', { via: 'voice' })
    const said = async (id: string) =>
      (await call('GET', `/v1/conversations/${id}/messages`, { key: tenant.sk })).body.items.length
    expect([await said(one.conversation.id), await said(other.conversation.id)]).toEqual([2, 0])
    const crossed = await call('POST', `/v1/calls/${other.call.id}/heartbeats`, { key: one.token })
    expect(crossed.status).not.toBe(200)
  })
})

describe('a media server that cannot be reached', () => {
  it('while a caller’s room is looked into leaves the call ringing: the next claim makes it, once', async () => {
    const tenant = await createTenant()
    const room = await ring(await withNumber(tenant))
    // Each claim asks three times.
    await atMedia('break', { room, method: 'RoomService/ListParticipants', times: 3 })
    expect((await claimCall(room)).status).toBeGreaterThanOrEqual(500)
    expect(await callsOf(tenant)).toEqual([])
    expect(await lookIn(room), 'the carrier is still waiting').not.toBeNull()
    expect((await claimCall(room)).body.kind).toBe('taken')
    expect(await callsOf(tenant)).toHaveLength(1)
  })

  it('when the next agent is asked for is asked again, and the call goes on', async () => {
    const tenant = await createTenant()
    const room = await ring(await withNumber(tenant))
    expect((await claimCall(room)).status).toBe(200)
    await atMedia('break', { room, method: 'AgentDispatchService/CreateDispatch', times: 1 })
    // Its agent is never heard of again.
    await expect.poll(async () => (await lookIn(room))?.dispatches.length, { timeout: 30_000 }).toBeGreaterThan(1)
    const next = await claimCall(room)
    expect(next.body).toMatchObject({ kind: 'taken', call: { generation: expect.any(Number) } })
    expect(next.body.call.generation).toBeGreaterThan(2)
  }, 60_000)
})

describe('what the media server says of a caller’s room', () => {
  it('does nothing before its call is claimed, however often and in whatever order it comes', async () => {
    const tenant = await createTenant()
    const room = await ring(await withNumber(tenant))
    for (const event of ['participant_left', 'room_finished', 'room_started', 'room_started', 'participant_joined'])
      expect((await webhook(event, room)).status).toBe(204)
    expect((await webhook('room_finished', room, { secret: 'x'.repeat(32) })).status).toBe(401)
    expect((await claimCall(room)).body.kind).toBe('taken')
    expect(await callsOf(tenant)).toHaveLength(1)
  })

  it('makes a missed call of one who gave up before any agent came: once, and of the tenant whose number it was', async () => {
    const [tenant, other] = [await createTenant(), await createTenant()]
    const line = { ...(await withNumber(tenant)), from: testNumber() }
    await withNumber(other)
    const room = await ring(line)
    const told = await Promise.all([goes(room, line), goes(room, line), goes(room, line)])
    expect(told.map(({ status }) => status)).toEqual([204, 204, 204])
    expect((await claimCall(room)).body.error.code, 'a job that comes late').toBe('call_ended')
    await goes(room, line)
    const [missed, ...more] = await until(
      () => callsOf(tenant),
      ([made]) => made?.outcome === 'missed',
      60_000,
    )
    expect(missed).toMatchObject({ state: 'ended', reason: 'visitor_hung_up', caller: line.from })
    expect([...more, ...(await callsOf(other))]).toEqual([])
    const log = await call('GET', `/v1/outbox`, { key: tenant.sk })
    expect(log.body.items.filter(({ subject }: { subject: string }) => subject.startsWith('Missed call'))).toHaveLength(
      1,
    )
  })

  it('knows who gave up from whom nobody answered in time, a number of nobody, and one who is still there', async () => {
    const tenant = await createTenant()
    const line = { ...(await withNumber(tenant)), from: testNumber() }
    await goes(await ring(line), line, 'ringing')
    const [first] = await callsOf(tenant)
    expect(first).toMatchObject({ state: 'ended', reason: 'passed_on' })
    await goes(await ring(line), { ...line, phoneNumber: testNumber() })
    const there = await ring(line)
    await goes(there, { ...line, from: testNumber() })
    expect(await callsOf(tenant)).toHaveLength(1)
    expect((await claimCall(there)).body.kind).toBe('taken')
  })

  it('does nothing while the caller is there, and ends the call once, when they have hung up', async () => {
    const tenant = await createTenant()
    const from = testNumber()
    const room = await ring({ ...(await withNumber(tenant)), from })
    const { token: key, call: made } = (await claimCall(room)).body
    beats(made.id, key)
    for (const event of ['room_finished', 'participant_left', 'participant_joined']) await webhook(event, room)
    expect((await call('POST', `/v1/calls/${made.id}/heartbeats`, { key })).status).toBe(200)
    await atMedia('leave', { room, identity: `sip_${from}` })
    const end = { key, body: { to: 'ended', reason: 'visitor_hung_up' } }
    expect((await call('POST', `/v1/calls/${made.id}/transitions`, end)).status).toBeLessThan(300)
    for (const event of ['participant_left', 'room_finished', 'room_started', 'participant_joined'])
      expect((await webhook(event, room)).status).toBe(204)
    expect(await callsOf(tenant)).toMatchObject([{ state: 'ended', reason: 'visitor_hung_up' }])
  })

  it('ends the call at once when the caller is gone, whatever its agent does; one whose line broke may come back', async () => {
    const tenant = await createTenant()
    const line = { ...(await withNumber(tenant)), from: testNumber() }
    const [one, other] = [await ring(line), await ring(line)]
    for (const room of [one, other]) expect((await claimCall(room)).body.kind).toBe('taken')
    await goes(one, line, 'active')
    expect((await callsOf(tenant)).map(({ state }: { state: string }) => state)).toEqual(['claimed', 'claimed'])
    await Promise.all([goes(one, line), goes(one, line)])
    await goes(other, line, 'ringing')
    const reasons = (await callsOf(tenant)).map(({ reason }: { reason: string }) => reason)
    expect(reasons).toEqual(['passed_on', 'visitor_hung_up'])
    expect(await lookIn(one)).toBeNull()
  })

  it('is why another agent is asked for, when none has claimed the call', async () => {
    const tenant = await createTenant()
    const line = { ...(await withNumber(tenant)), from: testNumber() }
    const [claimed, lost] = [await ring(line), await ring(line)]
    const { token: key, call: made } = (await claimCall(claimed)).body
    beats(made.id, key)
    await came(claimed, line)
    await came(lost, line)
    const asked = async (room: string) => (await lookIn(room))?.dispatches.map(({ metadata }) => metadata)
    await expect.poll(() => asked(lost), { timeout: 30_000 }).toEqual(['{"phone":true}', '{"phone":true}'])
    expect(await asked(claimed)).toHaveLength(1)
    expect((await claimCall(lost)).body).toMatchObject({
      kind: 'taken',
      call: { generation: 1 },
      resume: { kind: 'greet' },
    })
  })
})
