import { FoyerError, type StreamEvent } from '@foyer/sdk/agent'
import { expect, test } from 'vitest'
import { think, type Thought } from './brain.ts'

const said = (signal = new AbortController().signal) => ({
  messageId: 'm-1',
  text: 'hi',
  via: 'voice' as const,
  signal,
})
const accepted = { n: 1, type: 'message.accepted', turnId: 'trn_1', message: { clientId: 'm-1' } }
const sentence = (text: string, more: object = {}) => ({
  n: 2,
  type: 'sentence',
  turnId: 'trn_1',
  sentence: { text, lang: 'en' },
  ...more,
})

async function thoughts(events: unknown[], ending?: Error): Promise<Thought[]> {
  const line = {
    async *turn(): AsyncGenerator<StreamEvent> {
      yield* events as StreamEvent[]
      if (ending !== undefined) throw ending
    },
  }
  const all: Thought[] = []
  for await (const thought of think(line, said())) all.push(thought)
  return all
}

test('sentences come as they are released, in words for the ear where there are some', async () => {
  const expects = { field: 'phone', how: 'say' }
  expect(
    await thoughts([
      accepted,
      sentence('It is $89.', { speakable: 'It is eighty-nine dollars.' }),
      sentence('Yes.'),
      { n: 3, type: 'turn.answered', turnId: 'trn_1', lang: 'en', expects },
    ]),
  ).toEqual([
    { kind: 'accepted', turnId: 'trn_1' },
    { kind: 'sentence', shown: 'It is $89.', spoken: 'It is eighty-nine dollars.', lang: 'en' },
    { kind: 'sentence', shown: 'Yes.', spoken: 'Yes.', lang: 'en' },
    { kind: 'answered', lang: 'en', awaited: 'phone' },
  ])
})

test('sentences of another turn are not ours to say', async () => {
  const other = sentence('Not yours.', { turnId: 'trn_2' })
  expect((await thoughts([accepted, other, sentence('Yours.')])).map(({ kind }) => kind)).toEqual([
    'accepted',
    'sentence',
    'failed',
  ])
})

test.each([
  ['a sentence without words', sentence('')],
  ['a sentence that is none', { n: 2, type: 'sentence', turnId: 'trn_1', sentence: 7 }],
  ['an acceptance of nothing', { n: 2, type: 'message.accepted' }],
])('%s ends the turn as failed', async (_, lie) => {
  expect((await thoughts([accepted, lie, sentence('After.')])).at(-1)?.kind).toBe('failed')
})

test('what it does not know is passed over, and a stream without an end has failed', async () => {
  const all = await thoughts([accepted, { n: 2, type: 'moon.risen' }, sentence('Yes.')])
  expect(all.map(({ kind }) => kind)).toEqual(['accepted', 'sentence', 'failed'])
})

test('a refusal is told by its code', async () => {
  expect(await thoughts([], new FoyerError('conversation_ended', 'Over.'))).toEqual([
    { kind: 'failed', why: 'conversation_ended' },
  ])
})

test('what the caller aborted ends without a word', async () => {
  const own = new AbortController()
  const line = {
    async *turn(): AsyncGenerator<StreamEvent> {
      yield accepted as unknown as StreamEvent
      own.abort()
      throw own.signal.reason
    },
  }
  const all: Thought[] = []
  for await (const thought of think(line, said(own.signal))) all.push(thought)
  expect(all.map(({ kind }) => kind)).toEqual(['accepted'])
})
