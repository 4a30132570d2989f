import { vi } from 'vitest'
import type { CallOpening, CallReachStep, CallSetting, StreamEvent } from '@foyer/sdk/agent'
import { jsonLog } from '../log.ts'
import { Mouth, RATE } from '../mouth.ts'
import { Receptionist } from '../receptionist.ts'
import { Listener } from '../speech/listener.ts'
import { Speaker } from '../speech/speaker.ts'
import { Rendered } from '../speech/rendered.ts'

type Opening = (text: string) => Partial<CallOpening>
type Answer = { afterMs: number; sentences: string[]; handsOn?: true } | 'fails'

export const setting: CallSetting = {
  assistant: 'Ada',
  business: { name: 'Saltbush', country: 'US', phone: '' },
  languages: ['en'],
  lang: 'en',
  greeting: 'Hello.',
  opening: [],
  keys: [],
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

type Said = Record<'messageId' | 'text' | 'via', string>

/** A call without a room: what is said comes out as words, what is heard goes in as words, time is the test's (fake timers). */
export function roomlessCall(
  answers: Answer[],
  opening?: Opening,
  reach: CallReachStep[] = [],
  more: Partial<CallSetting> = {},
) {
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
      if (answer.handsOn) yield { n: 2, type: 'assistant.changed', turnId, name: 'Bo' }
      for (const sentence of answer.sentences) {
        await new Promise((resolve) => setTimeout(resolve, answer.afterMs))
        yield { n: 2, type: 'sentence', turnId, index: 0, sentence: { text: sentence, lang: 'en', evidence: [] } }
      }
      yield { n: 3, type: 'turn.answered', turnId, lang: 'en' } as StreamEvent
    },
    interrupt: async (turnId: string, heard: string) => void told.push(['interrupt', turnId, heard]),
    reach: async (): Promise<CallReachStep> => reach.shift() ?? { kind: 'back', say: [] },
    spent: async () => undefined,
    opening: async (text: string, via: string): Promise<CallOpening> => {
      told.push(['opening', text, via])
      return {
        lang: 'en',
        recording: 'off',
        isOpen: false,
        isTurn: false,
        isHandedOn: false,
        say: [],
        ...opening?.(text),
      }
    },
    change: async ({ to }: { to: string }) => void told.push(['change', to]),
  }
  const lines: string[] = []
  const log = jsonLog((line) => void lines.push(line))
  const receptionist = new Receptionist({
    setting: { ...setting, ...(opening === undefined ? {} : { opening: question }), ...more },
    line,
    channel: 'web',
    listener: new Listener([recogniser], log),
    speaker: new Speaker({
      sayersOf: (lang) => [{ voice, manner: { lang, voice: undefined, speed: 1 } }],
      rendered: new Rendered('/nowhere'),
      apologies: () => [],
      pronunciation: () => [],
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
    missed: (samples) => told.push(['missed', samples.length]),
    handedOn: async () => void said.push('(another voice)'),
    record: async () => void told.push(['record']),
    openAside: async () => ({ capture: async () => undefined, queuedMs: () => 0, clear: () => undefined }),
    hears: (what) => told.push(['hears', what]),
    handedOver: () => undefined,
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
      receptionist.hearing.speech()
      ears.endedAt = performance.now()
      void receptionist.hearing.pause()
      await vi.advanceTimersByTimeAsync(400)
    },
  }
}
