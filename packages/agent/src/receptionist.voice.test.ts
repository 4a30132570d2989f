import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallOpening, CallSetting, StreamEvent } from '@foyer/sdk/agent'
import { jsonLog } from './log.ts'
import { Mouth, RATE } from './mouth.ts'
import { Receptionist } from './receptionist.ts'
import { Listener } from './speech/listener.ts'
import { Speaker } from './speech/speaker.ts'
import { Rendered } from './speech/rendered.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Opening = (text: string) => Partial<CallOpening>
type Answer = { afterMs: number; sentences: string[] } | 'fails'

const setting: CallSetting = {
  assistant: 'Ada',
  business: { name: 'Saltbush', country: 'US', phone: '' },
  languages: ['en'],
  lang: 'en',
  greeting: 'Hello.',
  opening: [],
  voices: {},
  recognisers: {},
  pronunciation: [],
  phrases: [
    { name: 'filler', lang: 'en', text: 'One moment.' },
    { name: 'still_there', lang: 'en', text: 'Still there?' },
    { name: 'silence_end', lang: 'en', text: 'Goodbye.' },
    { name: 'back', lang: 'en', text: 'I am back.' },
    { name: 'trouble', lang: 'en', text: 'Sorry.' },
  ],
  playbookVersionId: '',
  keyterms: [],
  patience: 'normal',
  recording: { state: 'off', nextPart: 0 },
  silence: { promptMs: 8000, endMs: 6000 },
  endsAt: '',
}

const question = [
  { text: 'Hello.', lang: 'en' },
  { text: 'May it be recorded?', lang: 'en' },
]

/** A call without a room: what is said comes out as words, what is heard goes in as words, time is the test's. */
type Said = Record<'messageId' | 'text' | 'via', string>

function stage(answers: Answer[], opening?: Opening) {
  const said: string[] = []
  const told: [string, ...unknown[]][] = []
  const left: string[] = []
  let hears = ''
  let queued = 0
  setInterval(() => (queued = Math.max(0, queued - 20)), 20)
  const ears = {
    heard: () => new Int16Array(1),
    forget: () => undefined,
    ending: async () => 'finished' as const,
    endedAt: 0,
  }
  const voice = {
    name: 'test',
    version: '1',
    languages: ['en'],
    async *speak(text: string) {
      said.push(text)
      yield new Int16Array((text.length / 15) * RATE)
    },
  }
  const recogniser = { name: 'test', languages: ['en'], recognise: async () => ({ text: hears, lang: undefined }) }
  const line = {
    async *turn({ messageId, text, via }: Said): AsyncGenerator<StreamEvent> {
      told.push(['turn', text, via, messageId])
      const answer = answers.shift() ?? 'fails'
      const turnId = `trn_${messageId}`
      yield { n: 1, type: 'message.accepted', turnId, message: { clientId: messageId } } as StreamEvent
      if (answer === 'fails') return
      for (const sentence of answer.sentences) {
        await new Promise((resolve) => setTimeout(resolve, answer.afterMs))
        yield { n: 2, type: 'sentence', turnId, index: 0, sentence: { text: sentence, lang: 'en', evidence: [] } }
      }
      yield { n: 3, type: 'turn.answered', turnId, lang: 'en' } as StreamEvent
    },
    interrupt: async (turnId: string, heard: string) => void told.push(['interrupt', turnId, heard]),
    reach: async () => ({ kind: 'back' as const, say: [] }),
    spent: async () => undefined,
    opening: async (text: string, via: string): Promise<CallOpening> => {
      told.push(['opening', text, via])
      return { lang: 'en', recording: 'off', isOpen: false, isTurn: false, say: [], ...opening?.(text) }
    },
    change: async ({ to }: { to: string }) => void told.push(['change', to]),
  }
  const lines: string[] = []
  const log = jsonLog((line) => void lines.push(line))
  const receptionist = new Receptionist({
    setting: opening === undefined ? setting : { ...setting, opening: question },
    line,
    channel: 'web',
    listener: new Listener([recogniser], log),
    speaker: new Speaker({
      sayersOf: (lang) => [{ voice, manner: { lang, voice: undefined, speed: 1 } }],
      rendered: new Rendered('/nowhere'),
      apologies: () => [],
      pronunciation: [],
      log,
    }),
    mouth: new Mouth({
      capture: async (samples) => void (queued += (samples.length / RATE) * 1000),
      queuedMs: () => queued,
      clear: () => (queued = 0),
    }),
    ears,
    show: () => undefined,
    recognised: () => undefined,
    asked: (field) => told.push(['asked', field]),
    uttered: (words) => told.push(['uttered', words]),
    record: async () => void told.push(['record']),
    ...{
      openAside: () => Promise.reject(new Error('nobody is rung')),
      hears: () => undefined,
      handedOver: () => undefined,
    },
    leave: (reason) => left.push(reason),
    log,
  })
  return {
    receptionist,
    said,
    told,
    left,
    lines,
    /** Somebody said this, and paused. */
    async says(text: string): Promise<void> {
      hears = text
      receptionist.speech()
      ears.endedAt = performance.now()
      void receptionist.pause()
      await vi.advanceTimersByTimeAsync(400)
    },
  }
}

test('whoever is silent is asked once, and then left in peace', async () => {
  const { receptionist, said, left } = stage([])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(8000)
  expect(left).toEqual([])
  await vi.advanceTimersByTimeAsync(20_000)
  expect([said, left]).toEqual([['Hello.', 'Still there?', 'Goodbye.'], ['silence']])
})

test('a late answer is bridged, but not the next one too, and again after one in time', async () => {
  const late = { afterMs: 4000, sentences: ['Late.'] }
  const { receptionist, said, says } = stage([late, late, { afterMs: 10, sentences: ['Soon.'] }, late])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  for (const _ of [1, 2, 3, 4]) {
    await says('how much is it')
    await vi.advanceTimersByTimeAsync(6000)
  }
  expect(said).toEqual(['Hello.', 'One moment.', 'Late.', 'Late.', 'Soon.', 'One moment.', 'Late.'])
})

test('after another job was lost nobody is greeted twice, and what is owed is asked under the same id', async () => {
  const { receptionist, said, told } = stage([{ afterMs: 10, sentences: ['The answer.'] }])
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

test('what is typed while an answer is spoken ends it, and the worker hears how far it came', async () => {
  const { receptionist, said, told, says } = stage([
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
  const { receptionist, said, says } = stage(['fails'])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('how much is it')
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toEqual(['Hello.', 'Sorry.'])
})

test('who goes on speaking before the pause is over is heard as one utterance', async () => {
  const { receptionist, told, says } = stage([{ afterMs: 10, sentences: ['Yes.'] }])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('I would like to book and')
  expect(told.filter(([what]) => what === 'turn')).toEqual([])
  await says('I would like to book and cancel')
  expect(told.filter(([what]) => what === 'turn').map(([, text]) => text)).toEqual(['I would like to book and cancel'])
})

const help = { text: 'How can I help?', lang: 'en' }

test('what a caller says first goes to the opening, and what comes after it is a turn', async () => {
  const { receptionist, said, told, says } = stage([{ afterMs: 10, sentences: ['Ninety dollars.'] }], () => ({
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
  const { receptionist, said, told, says } = stage([{ afterMs: 10, sentences: ['Leave the house.'] }], () => ({
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
  const { receptionist, told } = stage([{ afterMs: 10, sentences: ['Thank you.'] }], (key) => ({
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
  const { receptionist, told, says } = stage([{ afterMs: 10, sentences: ['Yes.'] }], () => {
    throw new Error('away')
  })
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(4000)
  await says('yes that is fine')
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.map(([what]) => what)).toContain('turn')
  expect(told.map(([what]) => what)).not.toContain('record')
})

test('what was said and heard stands in the log under pii, and nowhere else', async () => {
  const { receptionist, lines, says } = stage([
    { afterMs: 10, sentences: ['Dear Zsuzsanna, this takes a while to say, as you will hear.'] },
    'fails',
  ])
  void receptionist.start({ kind: 'greet' })
  await vi.advanceTimersByTimeAsync(2000)
  await says('my name is Zsuzsanna')
  await vi.advanceTimersByTimeAsync(1000)
  await says('stop it please says Zsuzsanna')
  await vi.advanceTimersByTimeAsync(1000)
  const parsed = lines.map((line) => JSON.parse(line) as { step: string; pii?: unknown })
  expect(parsed.map(({ step }) => step)).toEqual(['turn.heard', 'turn.interrupted', 'turn.heard', 'turn.failed'])
  expect(parsed.filter(({ pii }) => JSON.stringify(pii ?? '').includes('Zsuzsanna'))).toHaveLength(3)
  expect(JSON.stringify(parsed.map(({ pii: _, ...facts }) => facts))).not.toContain('Zsuzsanna')
})
