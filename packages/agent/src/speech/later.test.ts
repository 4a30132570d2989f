import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Later } from './later.ts'
import { Listener } from './listener.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000
const silence = () => undefined

/** Providers that answer so, one answer after the other; when there is none left they fail. */
function later(answers: Record<string, string[]>) {
  const asked: string[] = []
  const told: string[] = []
  const recognisers = Object.entries(answers).map(([name, words]) => ({
    name,
    languages: ['en'],
    async recognise() {
      asked.push(name)
      const text = words.shift()
      if (text === undefined) throw new Error('500')
      return { text, lang: undefined }
    },
  }))
  const line = { late: async ({ text }: { text: string }) => void told.push(text) }
  const words = new Later({ listener: new Listener(recognisers, silence), line, log: silence })
  return { words, asked, told, keep: () => words.keep(new Int16Array(16), { lang: 'en', keyterms: [] }) }
}

test('the second provider is asked first, and its words are told once the call is over', async () => {
  const { words, asked, told, keep } = later({ first: ['not asked'], second: ['the boiler drips'] })
  keep()
  await vi.advanceTimersByTimeAsync(minute)
  expect([asked, told]).toEqual([['second'], []])
  await words.callIsOver()
  expect(told).toEqual(['the boiler drips'])
})

test('a provider that comes back after minutes is still in time; one that never does is given up', async () => {
  const only: string[] = []
  const { words, asked, told, keep } = later({ only })
  keep()
  let isOver = false
  void words.callIsOver().then(() => (isOver = true))
  await vi.advanceTimersByTimeAsync(1.5 * minute)
  expect([told, isOver]).toEqual([[], false])
  only.push('the boiler drips')
  await vi.advanceTimersByTimeAsync(3.5 * minute)
  expect([told, isOver]).toEqual([['the boiler drips'], true])
  keep()
  await vi.advanceTimersByTimeAsync(5 * minute)
  const tries = asked.length
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect([asked.length, told.length]).toEqual([tries, 1])
})

test('what has no place on a recording is told to nobody, and silence is nothing', async () => {
  for (const heard of ['my card is 4111 1111 1111 1111', ' ']) {
    const { words, told, keep } = later({ first: [], second: [heard] })
    void words.callIsOver()
    keep()
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(told).toEqual([])
  }
})

test('of a caller whom nobody understands for minutes a few utterances are kept, not all', async () => {
  const { asked, keep } = later({ only: [] })
  for (let times = 0; times < 50; times++) keep()
  await vi.advanceTimersByTimeAsync(4000)
  expect(asked).toHaveLength(5)
})
