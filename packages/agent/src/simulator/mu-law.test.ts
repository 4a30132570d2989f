import { expect, test } from 'vitest'
import { fromMuLaw, overTheLine, toMuLaw } from './mu-law.ts'

test('a sample keeps its sign and its size to a sixteenth, and loud ones are clipped', () => {
  for (let sample = -32_768; sample <= 32_767; sample += 97) {
    const heard = fromMuLaw(toMuLaw(sample))
    expect(Math.abs(heard - sample), String(sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 16))
    expect(heard * sample).toBeGreaterThanOrEqual(0)
  }
})

test('a line has at most 256 levels and a third of the samples', () => {
  const ramp = Int16Array.from({ length: 30_000 }, (_, i) => i * 2 - 30_000)
  const heard = overTheLine(ramp)
  expect(heard).toHaveLength(10_000)
  expect(new Set(heard).size).toBeLessThanOrEqual(256)
})

test('silence and the loudest travel as the bytes that the standard gives', () => {
  expect([0, 32_767, -32_767].map(toMuLaw)).toEqual([0xff, 0x80, 0x00])
})
