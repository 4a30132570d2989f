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
  asked: 'offer' | 'name' | 'phone' | 'phone?' | 'email' | 'email?' | 'address' | 'address?' | 'date' | 'date?' | 'text'
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
  /** When somebody calls back; only when that is what was asked for. */
  callback?: CallbackWindow
}

export interface Expecting {
  field: 'name' | 'phone' | 'email' | 'address' | 'date' | 'text' | 'yes_no'
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
    default:
      return { field: asked, about: asked }
  }
}

export type Next =
  | { kind: 'ask'; flow: MessageFlow; word: MessageWord; fill: Record<string, string>; expects: Expecting }
  | {
      kind: 'leave'
      name: string
      phone: string
      email: string
      text: string
      visit?: Visit
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
): Next {
  const how = field === 'yes_no' || field === 'text' ? 'say' : (hows[Math.min(flow.misses, 2)] ?? 'type')
  return { kind: 'ask', flow, word, fill, expects: { field, how } }
}
