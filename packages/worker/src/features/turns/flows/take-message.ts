import { correctPhone, hearEmail, hearName, hearPhone, hearYesNo, soundsAsked } from '../../../engine/capture/index.ts'
import { ask, lastQuestions, type MessageFlow, missed, type Next, offered, type Place } from './asking.ts'
import { aboutCallback } from './callback.ts'
import { address, date } from './visit.ts'

/** Begins: somebody wants a message taken. */
export const begin = (flow: MessageFlow = offered): Next =>
  ask({ ...flow, asked: 'name' }, aboutCallback(flow, 'name'), 'name')

/** One thing said → what comes next. Pure: the same said in the same state leads to the same. */
export function step(flow: MessageFlow, said: string, place: Place): Next {
  const { country } = place
  const answer = hearYesNo(said)
  if (answer === 'cancel') return { kind: 'drop' }
  switch (flow.asked) {
    case 'offer':
      return answer === 'yes' ? begin(flow) : answer === 'no' ? { kind: 'drop' } : { kind: 'elsewhere' }
    case 'name': {
      if (soundsAsked(said)) return { kind: 'elsewhere' }
      const name = answer === null ? hearName(said) : ''
      if (name === '') return missed(flow, 'name')
      return ask({ ...flow, asked: 'phone', misses: 0, name }, 'phone', 'phone', { name })
    }
    case 'phone':
      return phone(flow, said, country)
    case 'phone?':
      return phoneRight(flow, said, answer, place)
    case 'email':
      return email(flow, said)
    case 'email?':
      return emailRight(flow, said, answer, place)
    case 'address':
    case 'address?':
      return address(flow, said, answer)
    case 'date':
    case 'date?':
      return date(flow, said, answer, place)
    case 'question':
    case 'question!': {
      if (soundsAsked(said)) return { kind: 'elsewhere' }
      const own = place.questions[flow.answers?.length ?? 0]
      const answers = [...(flow.answers ?? []), { id: own?.id ?? '', turnId: place.turnId }]
      return lastQuestions({ ...flow, answers }, place)
    }
    case 'text': {
      const { name, phone, email, visit, answers, callback } = flow
      const more = {
        ...(answers === undefined ? {} : { answers }),
        ...(visit === undefined ? {} : { visit }),
        ...(callback === undefined ? {} : { callback }),
      }
      return { kind: 'leave', name, phone, email, text: said, ...more }
    }
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

function phoneRight(flow: MessageFlow, said: string, answer: 'yes' | 'no' | null, place: Place): Next {
  const { country } = place
  const corrected = correctPhone(said, flow.phone, country) ?? hearPhone(said, '', country)
  if (corrected.kind === 'whole')
    return ask({ ...flow, phone: corrected.digits }, 'phoneRight', 'yes_no', { phone: corrected.shown })
  if (answer === 'yes') {
    const known = hearPhone(flow.phone, '', country)
    return reachable({ ...flow, phone: known.kind === 'whole' ? known.e164 : flow.phone }, place)
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

function emailRight(flow: MessageFlow, said: string, answer: 'yes' | 'no' | null, place: Place): Next {
  if (hearEmail(said).kind === 'whole') return email(flow, said)
  // "Did you mean …?" is asked of the other address: yes takes that one, no keeps what was said.
  const settled = answer === 'yes' ? flow.meant || flow.email : answer === 'no' && flow.meant !== '' ? flow.email : ''
  if (settled !== '') return reachable({ ...flow, email: settled, meant: '' }, place)
  return missed({ ...flow, asked: 'email' }, 'email')
}

/** We know how to reach them: where and when to come next, if that is what it is about. */
const reachable = (flow: MessageFlow, place: Place): Next =>
  flow.visit === undefined
    ? lastQuestions(flow, place)
    : ask({ ...flow, asked: 'address', misses: 0 }, 'address', 'address')
