import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { roomlessCall } from './test/roomless-call.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('whoever is silent is asked once, and then left in peace', async () => {
  const { receptionist, said, left } = roomlessCall([])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(8000)
  expect(left).toEqual([])
  await vi.advanceTimersByTimeAsync(20_000)
  expect([said, left]).toEqual([['Hello.', 'Still there?', 'Goodbye.'], ['silence']])
})

test('a late answer is bridged, but not the next one too, and again after one in time', async () => {
  const late = { afterMs: 4000, sentences: ['Late.'] }
  const { receptionist, said, says } = roomlessCall([late, late, { afterMs: 10, sentences: ['Soon.'] }, late])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  for (const _ of [1, 2, 3, 4]) {
    await says('how much is it')
    await vi.advanceTimersByTimeAsync(6000)
  }
  expect(said).toEqual(['Hello.', 'One moment.', 'Late.', 'Late.', 'Soon.', 'One moment.', 'Late.'])
})

test('after another job was lost nobody is greeted twice, and what is owed is asked under the same id', async () => {
  const { receptionist, said, told } = roomlessCall([{ afterMs: 10, sentences: ['The answer.'] }])
  void receptionist.start({
    kind: 'go_on',
    lastHeard: '',
    unanswered: { messageId: 'm-1', text: 'how much', via: 'voice' },
    awaited: { field: 'yes_no', about: 'phone' },
  })
  const asked = told.filter(([what]) => what === 'asked')
  expect(asked, 'before anybody says anything').toEqual([
    ['asked', 'phone'],
    ['asked', 'yes_no'],
  ])
  await vi.advanceTimersByTimeAsync(5000)
  expect(said).toEqual(['I am back.', 'The answer.'])
  expect(told).toContainEqual(['turn', 'how much', 'voice', 'm-1'])
})

test('who answers over the question of what now is heard as always, and nothing of it stays off the recording', async () => {
  const said = [{ text: 'Nobody is there. Shall I take a message for them?', lang: 'en' }]
  const { receptionist, told, says } = roomlessCall([{ afterMs: 10, sentences: ['Thank you.'] }], undefined, [
    { kind: 'back', say: said },
  ])
  void receptionist.start({ kind: 'reach', isFirst: false })
  await vi.advanceTimersByTimeAsync(1000)
  await says('yes please')
  await vi.advanceTimersByTimeAsync(2000)
  const heard = told.filter(([what]) => ['hears', 'uttered', 'turn'].includes(what))
  expect(heard.map(([what, words]) => `${what} ${String(words)}`)).toEqual([
    'hears nothing',
    'uttered undefined',
    'hears all',
    'uttered yes please',
    'turn yes please',
  ])
})

test('what is typed while an answer is spoken ends it, and the worker hears how far it came', async () => {
  const { receptionist, said, told, says } = roomlessCall([
    { afterMs: 10, sentences: ['A sentence that takes a while to say.'] },
    { afterMs: 10, sentences: ['The second answer.'] },
  ])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('tell me more')
  await vi.advanceTimersByTimeAsync(1000)
  void receptionist.typed('stop', 'typed-1')
  await vi.advanceTimersByTimeAsync(3000)
  expect(said.at(-1)).toBe('The second answer.')
  const interrupt = told.find(([what]) => what === 'interrupt')
  expect('A sentence that takes a while to say.'.startsWith(String(interrupt?.[2]))).toBe(true)
  expect(String(interrupt?.[2])).not.toBe('')
})

test('a turn that comes to nothing is apologised for', async () => {
  const { receptionist, said, says } = roomlessCall(['fails'])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('how much is it')
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toEqual(['Hello.', 'Sorry.'])
})

test('who goes on speaking before the pause is over is heard as one utterance', async () => {
  const { receptionist, told, says } = roomlessCall([{ afterMs: 10, sentences: ['Yes.'] }])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('I would like to book and')
  expect(told.filter(([what]) => what === 'turn')).toEqual([])
  await says('I would like to book and cancel')
  expect(told.filter(([what]) => what === 'turn').map(([, text]) => text)).toEqual(['I would like to book and cancel'])
})

test('nothing of what was said or heard stands in the log', async () => {
  const { receptionist, lines, says } = roomlessCall([
    { afterMs: 10, sentences: ['Dear Zsuzsanna, this takes a while to say, as you will hear.'] },
    'fails',
  ])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('my name is Zsuzsanna')
  await vi.advanceTimersByTimeAsync(1000)
  await says('stop it please says Zsuzsanna')
  await vi.advanceTimersByTimeAsync(1000)
  const parsed = lines.map((line) => JSON.parse(line) as { step: string })
  expect(parsed.map(({ step }) => step)).toEqual(['turn.heard', 'turn.interrupted', 'turn.heard', 'turn.failed'])
  expect(lines.join()).not.toContain('Zsuzsanna')
})
