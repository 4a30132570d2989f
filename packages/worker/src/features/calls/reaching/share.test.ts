import { expect, it } from 'vitest'
import { shared } from './share.ts'

it.each([
  [['Ana'], 15_000, ['Ana'], 15_000],
  [['Ana', 'Tom'], 15_000, ['Ana', 'Tom'], 7500],
  [['Ana', 'Tom', 'Zoe', 'Ben'], 15_000, ['Ana', 'Tom', 'Zoe'], 5000],
  [['Ana', 'Tom'], 5000, ['Ana'], 5000],
  [[], 15_000, [], 15_000],
] as const)('%j have %i ms together: %j ring, for %i ms each', (waves, togetherMs, rung, ringMs) => {
  expect(shared(waves, togetherMs)).toEqual({ waves: rung, ringMs })
})
