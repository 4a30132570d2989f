import { expect, it } from 'vitest'
import { patiently } from './patiently.ts'

const failing = (...errors: Error[]) => {
  const left = [...errors]
  const work = async () => {
    const error = left.shift()
    if (error !== undefined) throw error
    return 'done'
  }
  return { work, left }
}
const busy = new Error('busy')
const refused = new Error('refused')
const quick = { again: (error: unknown) => error === busy, firstPauseMs: 1, longestPauseMs: 2 }

it('tries again after what may pass, until it is done', async () => {
  expect(await patiently(failing(busy, busy, busy, busy).work, quick)).toBe('done')
})

it('lets what was refused be, at once', async () => {
  const { work, left } = failing(busy, refused, busy)
  await expect(patiently(work, quick)).rejects.toBe(refused)
  expect(left).toHaveLength(1)
})

it('ends after so many tries, and when nobody waits any more', async () => {
  const thrice = failing(busy, busy, busy, busy)
  await expect(patiently(thrice.work, { ...quick, tries: 3 })).rejects.toBe(busy)
  expect(thrice.left).toHaveLength(1)
  const once = failing(busy, busy)
  await expect(patiently(once.work, { ...quick, signal: AbortSignal.abort() })).rejects.toBe(busy)
  expect(once.left).toHaveLength(1)
})
