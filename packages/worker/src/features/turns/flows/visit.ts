import { hearAddress, hearDate, soundsAsked, writeAddress, writeDay } from '../../../engine/capture/index.ts'
import { ask, lastQuestions, type MessageFlow, missed, type Next, type Place, unarranged } from './asking.ts'

/** Street, city and ZIP code, at once or one after the other; read back as it is written. */
export function address(flow: MessageFlow, said: string, answer: 'yes' | 'no' | null): Next {
  const visit = flow.visit ?? unarranged
  const isReadBack = flow.asked === 'address?'
  if (isReadBack && answer === 'yes') return ask({ ...flow, asked: 'date', misses: 0 }, 'date', 'date')
  const bare = said.replace(/^(?:no|nope|sorry|لا)(?:[\s,.،]+|$)/iu, '')
  if (!isReadBack && soundsAsked(said)) return { kind: 'elsewhere' }
  const heard = hearAddress(bare, visit)
  const isNew = (['street', 'city', 'zip'] as const).some((part) => heard[part] !== visit[part])
  // "No" alone to what was read back: all of it anew.
  if (!isNew) return missed({ ...flow, asked: 'address', ...(isReadBack ? { visit: unarranged } : {}) }, 'address')
  const next = { ...flow, asked: 'address' as const, visit: { ...visit, ...heard } }
  if (heard.street === '') return missed(next, 'address')
  if (heard.zip !== '' && heard.city !== '')
    return ask({ ...next, asked: 'address?' }, 'addressRight', 'yes_no', { address: writeAddress(heard) })
  const word = heard.city === '' ? 'addressCity' : 'addressZip'
  return ask(next, word, 'address', { street: heard.street, city: heard.city })
}

/** A day that is still to come; read back with its weekday, because a slip shows there. */
export function date(flow: MessageFlow, said: string, answer: 'yes' | 'no' | null, place: Place): Next {
  const { today, country, lang } = place
  const visit = flow.visit ?? unarranged
  const isReadBack = flow.asked === 'date?'
  const heard = hearDate(said, today, country, isReadBack ? visit.day : undefined)
  const example = { example: writeDay(today, lang) }
  switch (heard.kind) {
    case 'whole':
      return ask({ ...flow, asked: 'date?', visit: { ...visit, day: heard.day } }, 'dateRight', 'yes_no', {
        day: writeDay(heard.day, lang),
      })
    case 'either':
      return ask({ ...flow, asked: 'date' }, 'dateEither', 'date', {
        day: writeDay(heard.day, lang),
        other: writeDay(heard.other, lang),
      })
    case 'past':
      return ask({ ...flow, asked: 'date' }, 'datePast', 'date', { day: writeDay(heard.day, lang) })
    case 'impossible':
      return missed({ ...flow, asked: 'date' }, 'date', example)
    case 'none':
      if (isReadBack && answer === 'yes') return lastQuestions(flow, place)
      if (!isReadBack && soundsAsked(said)) return { kind: 'elsewhere' }
      return missed({ ...flow, asked: 'date' }, 'date', example)
    default:
      return heard satisfies never
  }
}
