import { describe, expect, it } from 'vitest'
import { dueAt, judge, lostOf, type Seen } from './judge.ts'

const second = 1000
const call = {
  callId: 'call_1',
  conversationId: 'conv_1',
  tenantId: 'ten_1',
  mode: 'test' as const,
  room: 'foyer-x',
  generation: 1,
  holder: 1,
  agent: 'held' as const,
  lost: [],
  waitingSince: 0,
  asks: 0,
  joined: true,
  openedAt: 0,
  endsAt: 1800 * second,
}
const seen = (more: Partial<Seen> = {}): Seen => ({
  heardAt: 0,
  heldSince: 0,
  askedAt: 0,
  triedAt: 0,
  lookedAt: 0,
  soughtAt: 0,
  awaySince: null,
  room: 'there',
  ...more,
})

describe('the watch over a call', () => {
  it('lets a job be silent for two and a half seconds, no longer', () => {
    expect(judge(call, seen(), 2499)).toEqual({ kind: 'well' })
    expect(judge(call, seen(), 2500)).toEqual({ kind: 'agent-lost' })
    expect(dueAt(call, seen())).toBe(2500)
  })

  it('waits longer for one that was asked for, and twice as long for each further one', () => {
    const waiting = (asks: number) => ({ ...call, agent: 'waiting' as const, asks })
    const sought = (now: number) => seen({ soughtAt: now, triedAt: now })
    expect(judge(waiting(1), sought(3999), 3999)).toEqual({ kind: 'well' })
    expect(judge(waiting(1), sought(4000), 4000)).toEqual({ kind: 'agent-lost' })
    expect(judge(waiting(2), sought(7999), 7999)).toEqual({ kind: 'well' })
    expect(judge(waiting(2), sought(8000), 8000)).toEqual({ kind: 'agent-lost' })
  })

  it('looks every second whether an agent came up, and gives up after half a minute without one', () => {
    const waiting = { ...call, agent: 'waiting' as const, asks: 5 }
    expect(judge(waiting, seen({ soughtAt: 1000, askedAt: 1000 }), 2000)).toEqual({ kind: 'seek' })
    expect(dueAt(waiting, seen({ soughtAt: 1000, askedAt: 1000 }))).toBe(2000)
    expect(judge(waiting, seen({ askedAt: 20 * second, triedAt: 6 * second }), 30 * second)).toEqual({
      kind: 'over',
      reason: 'agent_lost',
    })
  })

  it('passes on, once, who has waited for an agent as long as a caller hears it ring', () => {
    const waiting = { ...call, agent: 'waiting' as const, asks: 2, waitingSince: 10 * second }
    const sought = (now: number) => seen({ soughtAt: now, lookedAt: now, askedAt: 14 * second })
    expect(judge(waiting, sought(15_499), 15_499)).toEqual({ kind: 'well' })
    expect(judge(waiting, sought(15_500), 15_500)).toEqual({ kind: 'pass-on' })
    expect(judge(waiting, { ...sought(15_500), triedAt: 15_500 }, 15_500)).toEqual({ kind: 'well' })
    expect(judge({ ...waiting, agent: 'held' }, { ...sought(15_500), heardAt: 15_000 }, 15_500)).toEqual({
      kind: 'well',
    })
  })

  it('gives up at the fifth loss in a row, and forgets losses before a job that held long', () => {
    const late = seen({ heardAt: 5 * second })
    const holder = 6
    expect(judge({ ...call, holder, lost: [1, 3, 4] }, late, 8 * second)).toEqual({ kind: 'agent-lost' })
    const often = { ...call, holder, lost: [1, 3, 4, 5] }
    expect(judge(often, late, 8 * second)).toEqual({ kind: 'over', reason: 'agent_lost' })
    expect(judge(often, seen({ heardAt: 30 * second }), 33 * second)).toEqual({ kind: 'agent-lost' })
    expect(lostOf(often, late)).toEqual([1, 3, 4, 5, 6])
    expect(lostOf(often, seen({ heardAt: 30 * second }))).toEqual([6])
  })

  it('looks into the room from time to time, sooner while somebody is away', () => {
    const beating = (now: number) => seen({ heardAt: now })
    expect(judge(call, beating(14_999), 14_999)).toEqual({ kind: 'well' })
    expect(judge(call, beating(15_000), 15_000)).toEqual({ kind: 'look' })
    expect(judge(call, { ...beating(4000), awaySince: 0 }, 4000)).toEqual({ kind: 'look' })
  })

  it.each([
    ['a visitor who never came', { joined: false }, {}, 130 * second, 'never_joined'],
    ['a visitor who went and does not come back', {}, { awaySince: 100 * second }, 120 * second, 'visitor_lost'],
    ['a room that is gone', {}, { awaySince: 100 * second, room: 'gone' as const }, 115 * second, 'media_lost'],
    ['time that is over', {}, {}, 1800 * second, 'time_limit'],
  ])('ends the call of %s', (_, more, noticed, now, reason) => {
    const beating = seen({ heardAt: now, lookedAt: now, ...noticed })
    expect(judge({ ...call, ...more }, beating, now)).toEqual({ kind: 'over', reason })
    expect(judge({ ...call, ...more }, { ...beating, heardAt: now - 1 }, now - 1).kind).not.toBe('over')
  })
})
