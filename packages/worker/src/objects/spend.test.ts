import { expect, it } from 'vitest'
import { Spend } from './spend.ts'

const ask = (turnId: string, more: object = {}) => ({
  turnId,
  month: '2026-11',
  estimateMicros: 60,
  spentMicros: 0,
  capMicros: 100,
  ...more,
})

it('lets as many turns ask at once as the cap has room for, and the next when one cost less', () => {
  const spend = new Spend()
  expect(['a', 'b', 'c'].map((id) => spend.hold(ask(id), 0))).toEqual([true, true, false])
  spend.settle('a', 10)
  expect(spend.hold(ask('c', { spentMicros: 10 }), 0)).toBe(true)
})

it('counts what was settled even for a turn that read the database before', () => {
  const spend = new Spend()
  spend.hold(ask('a'), 0)
  spend.settle('a', 100)
  expect(spend.hold(ask('b', { spentMicros: 0 }), 0)).toBe(false)
  expect(spend.hold(ask('b', { spentMicros: 100 }), 0)).toBe(false)
  expect(spend.hold(ask('b', { month: '2026-12' }), 0)).toBe(true)
})

it('forgets a turn that died, and one that asks again holds once', () => {
  const spend = new Spend()
  spend.hold(ask('a', { estimateMicros: 100 }), 0)
  expect(spend.hold(ask('a', { estimateMicros: 100 }), 1)).toBe(true)
  expect(spend.hold(ask('b'), 1000)).toBe(false)
  expect(spend.hold(ask('b'), 200_000)).toBe(true)
})
