import { expect, test } from 'vitest'
import { FewAtOnce } from './few-at-once.ts'

const LONG_MS = 60_000

test('so many run at once and the others wait for their turn, in the order they came', async () => {
  const few = new FewAtOnce(2)
  const begun: number[] = []
  const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<number>())
  const results = ends.map((end, n) => few.run(() => (begun.push(n), end.promise), LONG_MS))
  await expect.poll(() => begun).toEqual([0, 1])
  ends[1]?.resolve(1)
  await expect.poll(() => begun).toEqual([0, 1, 2])
  ends[2]?.reject(new Error('broken'))
  await expect(results[2]).rejects.toThrow('broken')
  await expect.poll(() => begun).toEqual([0, 1, 2, 3])
  ends[0]?.resolve(0)
  ends[3]?.resolve(3)
  expect(await Promise.all([results[0], results[1], results[3]])).toEqual([0, 1, 3])
})

test('what is too late is not waited for, and never begun', async () => {
  const few = new FewAtOnce(1)
  const end = Promise.withResolvers<string>()
  const begun: string[] = []
  const first = few.run(() => (begun.push('first'), end.promise), LONG_MS)
  const late = few.run(() => (begun.push('late'), Promise.resolve('late')), 1)
  expect(await late).toBe(undefined)
  end.resolve('done')
  expect(await first).toBe('done')
  expect(await few.run(() => (begun.push('next'), Promise.resolve('next')), LONG_MS)).toBe('next')
  expect(begun).toEqual(['first', 'next'])
})
