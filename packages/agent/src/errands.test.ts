import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallOpening, CallReachStep } from '@foyer/sdk/agent'
import { Errands } from './errands.ts'
import type { Hears } from './fetching.ts'
import { Mouth, RATE } from './mouth.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const words = (text: string) => [{ text, lang: 'en' }]
const dangerous = (text: string): CallOpening => ({
  ...{ lang: 'en', recording: 'off', isOpen: false, say: [], isHandedOn: false },
  isTurn: text.includes('gas'),
})

/** A caller who waits while Ana is rung; what they hear, and what is heard of them, is noted in order. */
async function waiting(opening: (text: string) => CallOpening = dangerous) {
  let [queued, played] = [0, 0]
  setInterval(() => (queued = Math.max(0, queued - 20)), 20)
  const noted: string[] = []
  const rang = Promise.withResolvers<CallReachStep>()
  const mouth = new Mouth({
    capture: async (samples) => {
      queued += (samples.length / RATE) * 1000
      played += samples.length
    },
    queuedMs: () => queued,
    clear: () => (queued = 0),
  })
  const errands = new Errands({
    line: {
      reach: async ({ event }) =>
        event === 'ring' ? rang.promise : { kind: 'ring', say: words('I am calling Ana.'), next: [] },
      opening: async (text) => opening(text),
    },
    prompter: { say: async ([first]) => void noted.push(first?.text ?? '') },
    // Nothing is said aside while it only rings.
    speaker: { voice: () => ({ audio: (async function* () {})(), text: '', by: '' }), render: async () => undefined },
    ...{
      mouth,
      openAside: async () => ({ capture: async () => undefined, queuedMs: () => 0, clear: () => undefined }),
    },
    hears: (what: Hears) => noted.push(`hears ${what}`),
    isFree: () => !mouth.isBusy,
    log: () => undefined,
  })
  const transfer = errands.transfer({ event: 'asked', purpose: 'transfer', turnId: 'trn_1' }, false)
  await vi.advanceTimersByTimeAsync(1000)
  const music = async (): Promise<boolean> => {
    const before = played
    await vi.advanceTimersByTimeAsync(1000)
    return played > before
  }
  return { errands, transfer, noted, rang, music }
}

test('to the music nothing but danger is answered, and the music goes on after it', async () => {
  const { errands, noted, music } = await waiting()
  expect(noted).toEqual(['hears danger', 'I am calling Ana.'])
  const answer = vi.fn(async () => undefined)
  await errands.overhears('hello, is anybody there', answer)
  expect(answer).not.toHaveBeenCalled()
  expect(await music()).toBe(true)
  const said = Promise.withResolvers<undefined>()
  const answered = errands.overhears('I smell gas', () => said.promise.then(answer))
  expect(await music(), 'under the safety words').toBe(false)
  said.resolve(undefined)
  await answered
  expect(answer).toHaveBeenCalledOnce()
  expect(await music()).toBe(true)
  errands.close()
})

test('what came of the transfer is told after the safety words, and everything is heard again', async () => {
  const { errands, transfer, noted, rang } = await waiting()
  const said = Promise.withResolvers<undefined>()
  const answered = errands.overhears('I smell gas', () => said.promise.then(() => void noted.push('Leave the house.')))
  rang.resolve({ kind: 'back', say: words('Ana does not answer.') })
  await vi.advanceTimersByTimeAsync(1000)
  said.resolve(undefined)
  await answered
  expect(await transfer).toBe('back')
  expect(noted.slice(2)).toEqual(['hears all', 'Leave the house.', 'Ana does not answer.'])
  expect(errands.isHolding).toBe(false)
})

test('a worker that is away keeps the music playing', async () => {
  const { errands, music } = await waiting(() => {
    throw new Error('away')
  })
  const answer = vi.fn(async () => undefined)
  await errands.overhears('I smell gas', answer)
  expect(answer).not.toHaveBeenCalled()
  expect(await music()).toBe(true)
  errands.close()
})
