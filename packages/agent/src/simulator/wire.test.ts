import { expect, test } from 'vitest'
import { GOOD, type Quality, Wire } from './wire.ts'

const FRAME = 160
const quiet = { ...GOOD, noise: 0 }

/** A repeatable chance. */
function chances(): () => number {
  let seed = 7
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** Packets that carry their own number; what of them is heard, in order. */
function through(quality: Quality, packets: number): number[] {
  const wire = new Wire(quality, chances())
  return Array.from({ length: packets }, (_, n) => wire.pass(new Int16Array(FRAME).fill(n + 1), FRAME)[0] ?? 0)
}

test('a good line passes everything on at once', () => {
  expect(through(quiet, 50)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
})

test('a long one passes it on later, in order', () => {
  expect(through({ ...quiet, delayMs: 100 }, 8)).toEqual([0, 0, 0, 0, 0, 1, 2, 3])
})

test('a bad one loses its share', () => {
  const lost = through({ ...quiet, loss: 0.05 }, 10_000).filter((heard) => heard === 0).length
  expect(lost / 10_000).toBeCloseTo(0.05, 1)
})

test('jitter costs a buffer, and what is later than the buffer', () => {
  expect(through({ ...quiet, jitterMs: 40 }, 5)).toEqual([0, 0, 0, 1, 2])
  const lost = through({ ...quiet, jitterMs: 120 }, 10_000).filter((heard) => heard === 0).length
  expect(lost / 10_000).toBeCloseTo(0.5, 1)
})

test('noise is heard while nobody speaks, and never louder than it was set', () => {
  const heard = new Wire({ ...quiet, noise: 200 }, chances()).pass(null, 8000)
  expect(Math.max(...heard.map(Math.abs))).toBeLessThanOrEqual(200)
  expect(new Set(heard).size).toBeGreaterThan(100)
})
