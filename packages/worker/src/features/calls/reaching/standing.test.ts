import { expect, it } from 'vitest'
import { type Leg, standing } from './standing.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 10, 0, second))
let made = 0
const leg = (more: Partial<Leg>): Leg => ({
  ...{
    tenantId: 'ten_1',
    id: `leg_${++made}`,
    mode: 'test',
    callId: 'call_1',
    turnId: '',
    purpose: 'transfer',
    wave: 0,
  },
  ...{ personId: 'per_1', name: 'Ana', number: '+15055550100', lang: 'en', manner: 'warm', ringMs: 20_000 },
  ...{ state: 'waiting', result: null, rangAt: null, answeredAt: null, acceptedAt: null, endedAt: null },
  createdAt: at(0),
  ...more,
})
const over = (result: Leg['result'], second: number, more: Partial<Leg> = {}) =>
  leg({ state: 'over', result, endedAt: at(second), ...more })

it('begins with the first wave, goes on with the next, and knows why', () => {
  const [first, second] = [leg({ wave: 0 }), leg({ wave: 1 })]
  expect(standing([first, second], false)).toEqual({ kind: 'ring', legs: [first], after: null })
  const busy = over('busy', 5)
  expect(standing([busy, second], false)).toEqual({ kind: 'ring', legs: [second], after: busy })
})

it('looks at who rings already as one that is to ring: it is followed, not rung again', () => {
  const ringing = leg({ state: 'ringing', rangAt: at(1) })
  expect(standing([ringing, leg({ wave: 1 })], false)).toMatchObject({ kind: 'ring', legs: [ringing] })
})

it('speaks to who answered, until they are connected or gone', () => {
  const whispering = leg({ state: 'whispering' })
  expect(standing([whispering, leg({ wave: 1 })], false)).toEqual({ kind: 'whisper', leg: whispering })
  const connected = leg({ state: 'connected' })
  expect(standing([over('busy', 3), connected], false)).toEqual({ kind: 'connected', leg: connected })
})

it('is over when nobody is left, and says how the last one ended', () => {
  expect(standing([], false)).toEqual({ kind: 'over', last: null })
  const last = over('no_answer', 9)
  expect(standing([last, over('busy', 5)], false)).toEqual({ kind: 'over', last })
})

it('keeps what was asked for before apart from what is asked for now', () => {
  const again = leg({ createdAt: at(60) })
  expect(standing([over('busy', 5), again], false)).toEqual({ kind: 'ring', legs: [again], after: null })
})

it('looks at a danger apart from everything else', () => {
  const danger = leg({ purpose: 'danger', state: 'whispering' })
  const transfer = leg({})
  expect(standing([danger, transfer], true)).toEqual({ kind: 'whisper', leg: danger })
  expect(standing([danger, transfer], false)).toMatchObject({ kind: 'ring', legs: [transfer] })
})
