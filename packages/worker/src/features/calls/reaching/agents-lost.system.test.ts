import { describe, expect, it } from 'vitest'
import { atMedia, claimCall, lookIn, webhook } from '../../../test/calling.ts'
import { call, until } from '../../../test/foyer.ts'
import { ring, testNumber } from '../../../test/phoning.ts'
import { callTo, inRoom, phoneOf, phoneRings, withPeople } from '../../../test/reaching.ts'

describe('when no agent can be had', () => {
  /** Every agent that is asked for claims the call, and is never heard of again. */
  const loseAgents = async (line: Awaited<ReturnType<typeof callTo>>, enough: (log: Log) => boolean) => {
    line.silent()
    let asked = 1
    return until(
      async () => {
        const dispatches = (await lookIn(line.room))?.dispatches.length ?? 0
        if (dispatches > asked) await claimCall(line.room)
        asked = Math.max(asked, dispatches)
        return { ...((await line.log()) as Log), asked }
      },
      enough,
      60_000,
    )
  }
  interface Log {
    call: { state: string; reason: string }
    legs: object[]
    asked: number
  }

  it('the caller is handed over to the owner’s own phone before the line is closed', async () => {
    const desk = await withPeople(['Ana'], { number: { ownPhone: phoneOf(195) } })
    const line = await callTo(desk)
    await line.change({ to: 'greeted' })
    const ended = await loseAgents(line, ({ call: { state } }) => state === 'ended')
    expect(ended.call.reason).toBe('failed_over')
    expect(ended.legs).toMatchObject([{ purpose: 'failover', number: phoneOf(195), result: 'handed_over' }])
  })

  it('who was answered and heard nothing yet is handed over as soon as they would have stopped ringing', async () => {
    const desk = await withPeople(['Ana'], { number: { ownPhone: phoneOf(195) } })
    const waits = async (line: { answered?: boolean }) => {
      const from = testNumber()
      const { body } = await claimCall(await ring({ ...desk.line, ...line, from }))
      return until(
        async () => (await call('GET', `/v1/calls/${body.call.id}`, { key: desk.tenant.sk })).body as Log,
        ({ call: { state } }) => state === 'ended',
        30_000,
      )
    }
    const [answered, ringing] = await Promise.all([waits({ answered: true }), waits({})])
    expect(answered).toMatchObject({ call: { reason: 'failed_over' }, legs: [{ result: 'handed_over' }] })
    expect(ringing, 'the carrier does what is set there').toMatchObject({ call: { reason: 'passed_on' }, legs: [] })
  })

  it('two people who talk to each other are not parted', async () => {
    const line = await callTo(await withPeople(['Ana']))
    await line.change({ to: 'greeted' })
    await line.asked()
    const ringing = line.reach({ event: 'ring', purpose: 'transfer' })
    const ana = await phoneRings(line, 'Ana', 'answers')
    await ringing
    await line.reach({ event: 'accepted', legId: ana.legId })
    const later = await loseAgents(line, ({ asked }) => asked > 4)
    expect(later.call.state).toBe('with_person')
    expect((await inRoom(line.room)).people).toEqual(expect.arrayContaining([line.caller, ana.identity]))
  })
})

describe('a caller who was turned away', () => {
  it('is hung up when the agent that was to say so is gone', async () => {
    const { line } = await withPeople(['Ana'], { number: { blocked: ['+1900*'] } })
    const room = await ring({ ...line, from: '+19005550100', answered: true })
    expect((await claimCall(room)).body.kind).toBe('turned_away')
    await atMedia('join', { room, identity: 'agent-1', kind: 'AGENT' })
    await webhook('participant_left', room)
    expect(await lookIn(room), 'while an agent is there').not.toBeNull()
    await atMedia('leave', { room, identity: 'agent-1' })
    await webhook('participant_left', room)
    expect(await lookIn(room)).toBeNull()
  })
})
