import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RunningCalls } from './running-calls.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A call that ends when the test says so, or leaves when it is told. */
function call() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const settled = Promise.withResolvers<void>()
  const end = (): void => (resolve(), settled.resolve())
  return { done: promise, settled: settled.promise, leave: end, end, hangUp: resolve }
}

test('the load is the number of calls, told at every change', async () => {
  const calls = new RunningCalls(2)
  const told: number[] = []
  const tell = (): void => void told.push(calls.load.calls)
  const [one, two] = [call(), call()]
  calls.add('one', one, tell)
  calls.add('two', two, tell)
  one.end()
  calls.leave('two')
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([1, 2, 1, 0])
})

test('a process that drains says so at once, and stops when its last call has ended', async () => {
  const calls = new RunningCalls(2)
  const one = call()
  calls.add('one', one, () => undefined)
  let [isDraining, isDrained] = [false, false]
  void calls.drain(60_000, () => (isDraining = calls.load.draining)).then(() => (isDrained = true))
  expect(isDraining).toBe(true)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(isDrained).toBe(false)
  one.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(isDrained).toBe(true)
})

test('a call that is done makes room, and is waited for until what is still tried for it has come to an end', async () => {
  const calls = new RunningCalls(2)
  const one = call()
  calls.add('one', one, () => undefined)
  one.hangUp()
  await vi.advanceTimersByTimeAsync(0)
  expect(calls.load.calls).toBe(0)
  let isDrained = false
  void calls.drain(60_000, () => undefined).then(() => (isDrained = true))
  await vi.advanceTimersByTimeAsync(59_000)
  expect(isDrained).toBe(false)
  one.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(isDrained).toBe(true)
})

test('a call that does not end is not waited for for ever', async () => {
  const calls = new RunningCalls(2)
  calls.add('one', call(), () => undefined)
  let isDrained = false
  void calls.drain(60_000, () => undefined).then(() => (isDrained = true))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(isDrained).toBe(true)
})
