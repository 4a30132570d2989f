import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { roomlessCall } from './test/roomless-call.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const help = { text: 'How can I help?', lang: 'en' }

test('what a caller says first goes to the opening, and what comes after it is a turn', async () => {
  const { receptionist, said, told, says } = roomlessCall([{ afterMs: 10, sentences: ['Ninety dollars.'] }], () => ({
    recording: 'on',
    say: [help],
  }))
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(4000)
  await says('that is fine with me')
  await vi.advanceTimersByTimeAsync(2000)
  expect(told.filter(([what]) => what !== 'change')).toEqual([
    ['uttered', 'that is fine with me'],
    ['opening', 'that is fine with me', 'voice'],
    ['record'],
  ])
  await says('how much is it')
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toEqual(['Hello.', 'May it be recorded?', 'How can I help?', 'Ninety dollars.'])
})

test('danger over the first words ends them and is a turn at once', async () => {
  const { receptionist, said, told, says } = roomlessCall([{ afterMs: 10, sentences: ['Leave the house.'] }], () => ({
    isTurn: true,
  }))
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(200)
  await says('I smell gas in my kitchen')
  await vi.advanceTimersByTimeAsync(2000)
  expect(said.at(-1)).toBe('Leave the house.')
  expect(told).toContainEqual(['turn', 'I smell gas in my kitchen', 'voice', expect.any(String)])
})

test('a key chooses while the opening is open, and is part of a number afterwards', async () => {
  const { receptionist, told } = roomlessCall([{ afterMs: 10, sentences: ['Thank you.'] }], (key) => ({
    isOpen: key === '2',
    say: [help],
  }))
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(500)
  for (const key of ['2', '1']) {
    receptionist.pressed(key)
    await vi.advanceTimersByTimeAsync(2000)
  }
  for (const key of '5055550142#') receptionist.pressed(key)
  await vi.advanceTimersByTimeAsync(2000)
  expect(told.filter(([what]) => what === 'opening' || what === 'turn').map(([what, text]) => [what, text])).toEqual([
    ['opening', '2'],
    ['opening', '1'],
    ['turn', '5055550142'],
  ])
})

test('an opening that cannot be settled keeps nobody from being heard, and nothing is recorded', async () => {
  const { receptionist, told, says } = roomlessCall([{ afterMs: 10, sentences: ['Yes.'] }], () => {
    throw new Error('away')
  })
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(4000)
  await says('yes that is fine')
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.map(([what]) => what)).toContain('turn')
  expect(told.map(([what]) => what)).not.toContain('record')
})
