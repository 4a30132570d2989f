import { correctPhone, hearEmail, hearName, hearPhone, hearYesNo, soundsAsked } from '../../../engine/capture/index.ts'
import type { MessageWord } from './message-words.ts'

/** A message that is being taken by voice: what is known of it, what was asked last, and how often in vain. */
export interface MessageFlow {
  asked: 'offer' | 'name' | 'phone' | 'phone?' | 'email' | 'email?' | 'text'
  /** Said in vain: once more spelled, then typed. */
  misses: number
  name: string
  /** Digits while they come in; E.164 once they are right. */
  phone: string
  email: string
  /** Another address that was perhaps meant. */
  meant: string
}

export interface Expecting {
  field: 'name' | 'phone' | 'email' | 'text' | 'yes_no'
  how: 'say' | 'spell' | 'type'
}

export type Next =
  | { kind: 'ask'; flow: MessageFlow; word: MessageWord; fill: Record<string, string>; expects: Expecting }
  | { kind: 'leave'; name: string; phone: string; email: string; text: string }
  | { kind: 'drop' }
  /** What was said is about something else: the other tiers answer it, and the flow waits. */
  | { kind: 'elsewhere' }

export const offered: MessageFlow = { asked: 'offer', misses: 0, name: '', phone: '', email: '', meant: '' }

const hows = ['say', 'spell', 'type'] as const

/** Begins: somebody wants a message taken. */
export const begin = (): Next => ask({ ...offered, asked: 'name' }, 'name', 'name')

/** One thing said → what comes next. Pure: the same said in the same state leads to the same. */
export function step(flow: MessageFlow, said: string, country: string): Next {
  const answer = hearYesNo(said)
  if (answer === 'cancel') return { kind: 'drop' }
  switch (flow.asked) {
    case 'offer':
      return answer === 'yes' ? begin() : answer === 'no' ? { kind: 'drop' } : { kind: 'elsewhere' }
    case 'name': {
      if (soundsAsked(said)) return { kind: 'elsewhere' }
      const name = answer === null ? hearName(said) : ''
      if (name === '') return missed(flow, 'name')
      return ask({ ...flow, asked: 'phone', misses: 0, name }, 'phone', 'phone', { name })
    }
    case 'phone':
      return phone(flow, said, country)
    case 'phone?':
      return phoneRight(flow, said, answer, country)
    case 'email':
      return email(flow, said)
    case 'email?':
      return emailRight(flow, said, answer)
    case 'text':
      return { kind: 'leave', name: flow.name, phone: flow.phone, email: flow.email, text: said }
    default:
      return flow.asked satisfies never
  }
}

function phone(flow: MessageFlow, said: string, country: string): Next {
  const address = hearEmail(said)
  if (address.kind === 'whole') return email(flow, said)
  const heard = hearPhone(said, flow.phone, country)
  switch (heard.kind) {
    case 'whole':
      return ask({ ...flow, asked: 'phone?', phone: heard.digits }, 'phoneRight', 'yes_no', { phone: heard.shown })
    case 'part':
      return ask({ ...flow, phone: heard.digits }, 'phoneMore', 'phone', { heard: [...heard.digits].join(' ') })
    case 'wrong':
      return missed({ ...flow, phone: '' }, 'phone')
    case 'none':
      return soundsAsked(said) ? { kind: 'elsewhere' } : missed(flow, 'phone')
    default:
      return heard satisfies never
  }
}

function phoneRight(flow: MessageFlow, said: string, answer: 'yes' | 'no' | null, country: string): Next {
  const corrected = correctPhone(said, flow.phone, country) ?? hearPhone(said, '', country)
  if (corrected.kind === 'whole')
    return ask({ ...flow, phone: corrected.digits }, 'phoneRight', 'yes_no', { phone: corrected.shown })
  if (answer === 'yes') {
    const known = hearPhone(flow.phone, '', country)
    return ask(
      { ...flow, asked: 'text', misses: 0, phone: known.kind === 'whole' ? known.e164 : flow.phone },
      'text',
      'text',
    )
  }
  return missed({ ...flow, asked: 'phone', phone: '' }, 'phone')
}

function email(flow: MessageFlow, said: string): Next {
  const heard = hearEmail(said)
  if (heard.kind !== 'whole') return missed({ ...flow, asked: 'email' }, 'email')
  const { email: address, meant } = heard
  const word = meant === '' ? 'emailRight' : 'emailMeant'
  return ask({ ...flow, asked: 'email?', phone: '', email: address, meant }, word, 'yes_no', { email: address, meant })
}

function emailRight(flow: MessageFlow, said: string, answer: 'yes' | 'no' | null): Next {
  if (hearEmail(said).kind === 'whole') return email(flow, said)
  // "Did you mean …?" is asked of the other address: yes takes that one, no keeps what was said.
  const settled = answer === 'yes' ? flow.meant || flow.email : answer === 'no' && flow.meant !== '' ? flow.email : ''
  if (settled !== '') return ask({ ...flow, asked: 'text', misses: 0, email: settled, meant: '' }, 'text', 'text')
  return missed({ ...flow, asked: 'email' }, 'email')
}

/** Say → spell → type: each miss asks in a way that works better. */
function missed(flow: MessageFlow, field: 'name' | 'phone' | 'email'): Next {
  const misses = flow.misses + 1
  const word = `${field}${misses > 1 ? 'Type' : 'Again'}` as const
  return ask({ ...flow, misses }, word, field)
}

function ask(flow: MessageFlow, word: MessageWord, field: Expecting['field'], fill: Record<string, string> = {}): Next {
  const how = field === 'yes_no' || field === 'text' ? 'say' : (hows[Math.min(flow.misses, 2)] ?? 'type')
  return { kind: 'ask', flow, word, fill, expects: { field, how } }
}
