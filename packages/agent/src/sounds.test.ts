import { expect, it } from 'vitest'
import { holdMusic, ringingTone } from './sounds.ts'

const loudest = (samples: Int16Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

it.each([
  ['hold music', holdMusic(), 12],
  ['the ringing tone', ringingTone(), 6],
])('%s is heard, is never loud, begins and ends without a click', (_name, samples, seconds) => {
  expect(samples.length / 24_000).toBe(seconds)
  expect(loudest(samples)).toBeGreaterThan(800)
  expect(loudest(samples)).toBeLessThan(4000)
  const jumps = samples.map((sample, at) => Math.abs(sample - (samples[at - 1] ?? 0)))
  expect(loudest(jumps)).toBeLessThan(700)
  expect(Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0))).toBeLessThan(400)
})
