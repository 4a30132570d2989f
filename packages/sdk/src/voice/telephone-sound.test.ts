import { expect, test } from 'vitest'
import { muLaw } from './telephone-sound.ts'

test('a line leaves 255 levels, finer where it is soft, and changes no sample by more than a twentieth', () => {
  const levels = muLaw()
  expect(new Set(levels).size).toBe(255)
  expect([levels[0], levels.at(-1), levels[(levels.length - 1) / 2]]).toEqual([-1, 1, 0])
  const wrong = [...levels].filter((heard, index) => {
    const sample = (index / (levels.length - 1)) * 2 - 1
    return Math.abs(heard - sample) > Math.max(0.0002, Math.abs(sample) / 20)
  })
  expect(wrong).toEqual([])
})
