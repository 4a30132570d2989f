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

test('a key that the menu gives is said at once, also later in the call; where something is asked for it is a digit', async () => {
  const asks = { afterMs: 10, sentences: ['For what?'] }
  const { receptionist, told } = roomlessCall([asks, asks], undefined, [], { keys: ['2'] })
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  const turns = () => told.filter(([what]) => what === 'turn').map(([, text]) => text)
  receptionist.pressed('2')
  await vi.advanceTimersByTimeAsync(100)
  expect(turns()).toEqual(['2'])
  await vi.advanceTimersByTimeAsync(4000)
  receptionist.pressed('3')
  await vi.advanceTimersByTimeAsync(100)
  expect(turns(), 'one that means nothing may begin a number').toEqual(['2'])
  await vi.advanceTimersByTimeAsync(4000)
  expect(turns()).toEqual(['2', '3'])
})

test('who is handed on hears the other assistant by its own voice: it is fetched before a word is said', async () => {
  const answers = [{ afterMs: 10, sentences: ['You are now with Bo.'], handsOn: true as const }]
  const { receptionist, said, says } = roomlessCall(answers)
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('billing please')
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toEqual(['Hello.', '(another voice)', 'You are now with Bo.'])
})

test('a language that hands the call on does so before the question in it, and one that no voice speaks is not offered', async () => {
  const opening = [
    { text: 'Hello.', lang: 'en' },
    { text: 'français: 2.', lang: 'fr' },
    { text: 'May it be recorded?', lang: 'en' },
  ]
  const { receptionist, said } = roomlessCall([], () => ({ isHandedOn: true, say: [help] }), [], { opening })
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(4000)
  expect(said).toEqual(['Hello.', 'May it be recorded?'])
  receptionist.pressed('2')
  await vi.advanceTimersByTimeAsync(2000)
  expect(said.slice(2)).toEqual(['(another voice)', help.text])
})
