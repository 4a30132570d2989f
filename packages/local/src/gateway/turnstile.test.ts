import { expect, test } from 'vitest'
import { Turnstile } from './turnstile.ts'

test('one at a time, in the order of arrival', async () => {
  const turnstile = new Turnstile(1000)
  const order: number[] = []
  let inside = 0
  await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const leave = await turnstile.enter()
      expect(++inside).toBe(1)
      order.push(at)
      await Promise.resolve()
      inside--
      leave()
      leave()
    }),
  )
  expect(order).toEqual(Array.from({ length: 20 }, (_, at) => at))
})

test('who waits too long is told why, and the place in the queue is given up', async () => {
  const turnstile = new Turnstile(5)
  const leave = await turnstile.enter()
  await expect(turnstile.enter()).rejects.toMatchObject({
    code: '55P03',
    message: expect.stringContaining('one transaction at a time'),
  })
  leave()
  const next = await turnstile.enter()
  next()
})

test('a long queue of short stays is not sent away', async () => {
  const turnstile = new Turnstile(40)
  const stay = async (): Promise<void> => {
    const leave = await turnstile.enter()
    await new Promise((resolve) => setTimeout(resolve, 5))
    leave()
  }
  await expect(Promise.all(Array.from({ length: 30 }, stay))).resolves.toHaveLength(30)
})
