import type { PlaybookDocument } from '../../playbook/index.ts'
import type { Day } from '../../../engine/capture/index.ts'
import type { CallbackWindow } from '../../../engine/facts/index.ts'
import type { MessageWord } from './message-words.ts'

/** Where somebody is to come, and when; '' while it is not known. */
export interface Visit {
  street: string
  city: string
  zip: string
  day: Day
}

export const unarranged: Visit = { street: '', city: '', zip: '', day: '' }

/** A message that is being taken by voice: what is known of it, what was asked last, and how often in vain. */
export interface MessageFlow {
  asked:
    | 'offer'
    | 'name'
    | 'phone'
    | 'phone?'
    | 'email'
    | 'email?'
    | 'address'
    | 'address?'
    | 'date'
    | 'date?'
    | 'question'
    | 'question!'
    | 'text'
  /** Said in vain: once more spelled, then typed. */
  misses: number
  name: string
  /** Digits while they come in; E.164 once they are right. */
  phone: string
  email: string
  /** Another address that was perhaps meant. */
  meant: string
  /** Where somebody is to come, and when; only when that is what was asked for. */
  visit?: Visit
  /** Questions of the business that were answered, and the turns that hold the answers. */
  answers?: readonly Answered[]
  /** When somebody calls back; only when that is what was asked for. */
  callback?: CallbackWindow
}

/** A question of the business, and the turn in which it was answered: a sensitive answer stands in no flow. */
export interface Answered {
  id: string
  turnId: string
}

export type Question = PlaybookDocument['messages']['questions'][number]

export interface Expecting {
  field: 'name' | 'phone' | 'email' | 'address' | 'date' | 'text' | 'secret' | 'yes_no'
  how: 'say' | 'spell' | 'type'
}

type Awaited = { field: Expecting['field']; about: Expecting['field'] }

/** What is waited for; `about` is what a yes or no confirms, else the same. Null while nothing was asked for. */
export function awaited({ asked }: MessageFlow): Awaited | null {
  switch (asked) {
    case 'offer':
      return null
    case 'phone?':
      return { field: 'yes_no', about: 'phone' }
    case 'email?':
      return { field: 'yes_no', about: 'email' }
    case 'address?':
      return { field: 'yes_no', about: 'address' }
    case 'date?':
      return { field: 'yes_no', about: 'date' }
    case 'question':
      return { field: 'text', about: 'text' }
    case 'question!':
      return { field: 'secret', about: 'secret' }
    default:
      return { field: asked, about: asked }
  }
}

export type Next =
  | {
      kind: 'ask'
      flow: MessageFlow
      word: MessageWord
      fill: Record<string, string>
      expects: Expecting
      own?: Question
    }
  | {
      kind: 'leave'
      name: string
      phone: string
      email: string
      text: string
      visit?: Visit
      answers?: readonly Answered[]
      callback?: CallbackWindow
    }
  | { kind: 'drop' }
  /** What was said is about something else: the other tiers answer it, and the flow waits. */
  | { kind: 'elsewhere' }

export const offered: MessageFlow = { asked: 'offer', misses: 0, name: '', phone: '', email: '', meant: '' }

const hows = ['say', 'spell', 'type'] as const

/** What was said is understood by where and when the business is. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string
  lang: string
  today: Day
  /** The business's own, and the turn that answers one now. */
  questions: readonly Question[]
  turnId: string
}

/** Say → spell → type: each miss asks in a way that works better. */
export function missed(
  flow: MessageFlow,
  field: 'name' | 'phone' | 'email' | 'address' | 'date',
  fill: Record<string, string> = {},
): Next {
  const misses = flow.misses + 1
  const word = `${field}${misses > 1 ? 'Type' : 'Again'}` as const
  return ask({ ...flow, misses }, word, field, fill)
}

export function ask(
  flow: MessageFlow,
  word: MessageWord,
  field: Expecting['field'],
  fill: Record<string, string> = {},
): Extract<Next, { kind: 'ask' }> {
  const how =
    field === 'yes_no' || field === 'text' || field === 'secret' ? 'say' : (hows[Math.min(flow.misses, 2)] ?? 'type')
  return { kind: 'ask', flow, word, fill, expects: { field, how } }
}

/** What the business wants to know besides, one after another; then what it is about. */
export function lastQuestions(flow: MessageFlow, { questions }: Pick<Place, 'questions'>): Next {
  const own = questions[flow.answers?.length ?? 0]
  if (own === undefined) return ask({ ...flow, asked: 'text', misses: 0 }, 'text', 'text')
  const [asked, field] = own.sensitive ? (['question!', 'secret'] as const) : (['question', 'text'] as const)
  return { ...ask({ ...flow, asked, misses: 0 }, 'text', field), own }
}
