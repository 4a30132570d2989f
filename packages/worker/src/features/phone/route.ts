import type { Weekday } from '../../engine/location-facts.ts'

/** Where a call goes, and why in words for the log. */
export type Route =
  | { kind: 'assistant'; assistantId: string; why: string }
  /** Takes a message, after whatever is a matter of danger. */
  | { kind: 'message'; assistantId: string; why: string }
  /** Not answered: the carrier rings the business's own phone, as it does when nobody answers here. */
  | { kind: 'passed_on'; why: string }
  /** Told in one sentence, and hung up. */
  | { kind: 'turned_away'; say: 'blocked' | 'anonymous'; why: string }

export interface RouteSettings {
  assistantId: string
  answers: 'always' | 'after_hours' | 'unknown_callers' | 'off'
  anonymous: 'answer' | 'message' | 'refuse'
  blocked: readonly string[]
  rules: readonly RouteRule[]
  spam: 'note' | 'block'
}

/** Its every condition must hold; the first rule that does decides. */
export interface RouteRule {
  when: {
    caller?: 'known' | 'unknown' | undefined
    /** Local wall time, `HH:MM`; a span that ends before it begins goes over midnight and belongs to the day it began. */
    between?: [from: string, to: string] | undefined
    days?: Weekday[] | undefined
  }
  to: 'assistant' | 'message' | 'passed_on'
  /** Another one than the number's own. */
  assistantId?: string | undefined
}

export interface Ringing {
  /** E.164; '' when the caller hides it. A hint, never an identity. */
  from: string
  known: boolean
  /** One of their calls within a month was spam. */
  spam: boolean
  /** null when the hours are not known. */
  open: boolean | null
  /** At the location. */
  minute: number
  weekday: Weekday
}

/** Where a ringing call goes. Pure: the same call at the same minute goes the same way. */
export function route(number: RouteSettings, call: Ringing): Route {
  if (number.blocked.some((entry) => matches(entry, call.from)))
    return { kind: 'turned_away', say: 'blocked', why: 'the caller is blocked' }
  if (call.spam && number.spam === 'block')
    return { kind: 'turned_away', say: 'blocked', why: 'the caller was spam before' }
  if (call.from === '' && number.anonymous === 'refuse')
    return { kind: 'turned_away', say: 'anonymous', why: 'callers who hide their number are not taken' }
  const { assistantId } = number
  if (call.from === '' && number.anonymous === 'message')
    return { kind: 'message', assistantId, why: 'the caller hides their number' }
  const at = number.rules.findIndex(({ when }) => holds(when, call))
  const rule = number.rules[at]
  if (rule === undefined) return byMode(number, call)
  const why = `rule ${at + 1}`
  return rule.to === 'passed_on'
    ? { kind: 'passed_on', why }
    : { kind: rule.to, assistantId: rule.assistantId ?? assistantId, why }
}

function byMode({ answers, assistantId }: RouteSettings, { open, known }: Ringing): Route {
  const assistant = (why: string): Route => ({ kind: 'assistant', assistantId, why })
  switch (answers) {
    case 'always':
      return assistant('it takes every call')
    case 'after_hours':
      return open === true
        ? { kind: 'passed_on', why: 'open now' }
        : assistant(open === null ? 'hours unknown' : 'closed now')
    case 'unknown_callers':
      return known ? { kind: 'passed_on', why: 'a known caller' } : assistant('an unknown caller')
    case 'off':
      return { kind: 'passed_on', why: 'switched off' }
    default:
      return answers satisfies never
  }
}

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const dayBefore = (day: Weekday) => weekdays[(weekdays.indexOf(day) + 6) % 7]

function holds({ caller, between, days }: RouteRule['when'], call: Ringing): boolean {
  if (caller !== undefined && (caller === 'known') !== call.known) return false
  const [from, to] = (between ?? ['00:00', '24:00']).map(minuteOf) as [number, number]
  const on = (day: Weekday | undefined) => days === undefined || days.some((each) => each === day)
  if (from <= to) return on(call.weekday) && from <= call.minute && call.minute < to
  return (on(call.weekday) && call.minute >= from) || (on(dayBefore(call.weekday)) && call.minute < to)
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const matches = (entry: string, from: string) =>
  from !== '' && (entry.endsWith('*') ? from.startsWith(entry.slice(0, -1)) : entry === from)
