import { describe, expect, it } from 'vitest'
import type { WatchedCall } from '../../../core/objects.ts'
import { askedAgain, claimed, foundAgain, heardOf } from './holder.ts'

const opened: WatchedCall = {
  callId: 'call_1',
  conversationId: 'conv_1',
  tenantId: 'ten_1',
  mode: 'test',
  room: 'foyer-x',
  generation: 1,
  holder: 0,
  agent: 'waiting',
  lost: [],
  waitingSince: 0,
  asks: 1,
  joined: true,
  openedAt: 0,
  endsAt: 1_800_000,
}
const must = (call: WatchedCall | null): WatchedCall => {
  if (call === null) throw new Error('it does not hold the call')
  return call
}

describe('the job that holds a call', () => {
  it('holds it on, however late it is heard of, while nobody has claimed it after', () => {
    const lost = askedAgain(must(claimed(opened, 1)), [1], 3000)
    expect(lost).toMatchObject({ generation: 2, holder: 1, agent: 'waiting', lost: [1], waitingSince: 3000, asks: 1 })
    const back = must(heardOf(askedAgain(lost, [1], 7000), 1))
    expect(back).toMatchObject({ generation: 3, holder: 1, agent: 'held', lost: [], waitingSince: 0, asks: 0 })
    expect(claimed(back, 2), 'who was asked for meanwhile').toBeNull()
    expect(claimed(back, 3)).toBeNull()
    expect(askedAgain(back, [1], 9000).generation, 'a number that no job had').toBe(4)
  })

  it('holds it no more once another one has claimed it', () => {
    const next = must(claimed(askedAgain(must(claimed(opened, 1)), [1], 3000), 2))
    expect(next).toMatchObject({ generation: 2, holder: 2, agent: 'held', lost: [1] })
    expect(heardOf(next, 1)).toBeNull()
    expect(claimed(next, 1)).toBeNull()
    expect(foundAgain(next, 1), 'was no loss').toMatchObject({ generation: 2, holder: 2, agent: 'held', lost: [] })
    expect(foundAgain(next, 2)).toBe(next)
  })

  it('is whichever comes first of those that were asked for, and no earlier one after it', () => {
    const asked = askedAgain(askedAgain(opened, [], 4000), [], 12_000)
    const late = must(claimed(asked, 1))
    expect(late).toMatchObject({ generation: 3, holder: 1, agent: 'held' })
    const taken = must(claimed(askedAgain(late, [1], 20_000), 3))
    expect(claimed(askedAgain(taken, [1, 3], 24_000), 2)).toBeNull()
  })

  it('is nobody before the first claim', () => {
    expect(heardOf(opened, 0)).toBeNull()
    expect(heardOf(opened, 1)).toBeNull()
  })

  it('is exactly one, in whatever order jobs ask, claim and are heard of', () => {
    let seed = 7
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let story = 0; story < 300; story++) {
      let call = opened
      const gone = new Set<number>()
      for (let deed = 0; deed < 40; deed++) {
        const generation = 1 + random(call.generation)
        if (random(3) === 0) call = askedAgain(call, [], deed)
        else {
          const before = call.holder
          const next = random(2) === 0 ? claimed(call, generation) : heardOf(call, generation)
          if (next === null) continue
          expect(next.holder).toBe(generation)
          expect(gone.has(generation), 'one that was taken over holds it never again').toBe(false)
          if (before !== generation) for (let each = 1; each < generation; each++) gone.add(each)
          call = next
        }
        const holders = Array.from({ length: call.generation }, (_, at) => at + 1).filter(
          (each) => heardOf(call, each) !== null,
        )
        expect(holders).toEqual(call.holder === 0 ? [] : [call.holder])
      }
    }
  })
})
