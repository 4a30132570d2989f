import type { Weekday } from '../../engine/location-facts.ts'
import { words } from '../../engine/text/words.ts'
import { isOn, type LocalMinute } from './reach.ts'

/** Where a call goes, and why in words for the log. */
export type Route =
  | { kind: 'assistant'; assistantId: string; why: string }
  /** Somebody of the tenant's is rung first; when nobody comes, the assistant answers. */
  | { kind: 'ring'; assistantId: string; reach: string; ringMs: number; why: string }
  /** Takes a message, after whatever is a matter of danger. */
  | { kind: 'message'; assistantId: string; why: string }
  /** Not answered: the carrier rings the business's own phone, as it does when nobody answers here. */
  | { kind: 'passed_on'; why: string }
  /** Told in one sentence, and hung up. */
  | { kind: 'turned_away'; say: 'blocked' | 'anonymous'; why: string }

export interface RouteSettings {
  assistantId: string
  answers: 'always' | 'staff_first' | 'after_hours' | 'unknown_callers' | 'off'
  anonymous: 'answer' | 'message' | 'refuse'
  blocked: readonly string[]
  rules: readonly RouteRule[]
  spam: 'note' | 'block'
  /** Who is fetched; '' when nobody can be. */
  reach: string
  staffFirstMs: number
}

/** Its every condition must hold; the first rule that does decides. */
export interface RouteRule {
  when: {
    caller?: 'known' | 'unknown' | undefined
    /** Local wall time, `HH:MM`; a span that ends before it begins goes over midnight and belongs to the day it began. */
    between?: [from: string, to: string] | undefined
    days?: Weekday[] | undefined
    /** At least so many calls of the tenant's run already. */
    busyLines?: number | undefined
    /** Known once the caller has chosen or spoken: such rules say who goes on with the call, or who is rung for it. */
    lang?: string | undefined
    /** One of these was said, as whole words; beside a key, one of both will do. */
    says?: string[] | undefined
    /** This key was pressed: 1 to 9. */
    presses?: string | undefined
  }
  to: 'assistant' | 'message' | 'ring' | 'passed_on'
  /** With `ring`: a person's id or a ring group's; the number's own when left out. */
  reach?: string | undefined
  /** Another one than the number's own. */
  assistantId?: string | undefined
  /** What the menu says of it, by language. */
  menu?: Partial<Record<string, string>> | undefined
}

/** What a rule asks of a call, from its first ring on. */
export interface Rung extends LocalMinute {
  known: boolean
  busyLines: number
}

/** What is known besides once the caller has spoken. */
export interface Heard {
  lang: string
  said: readonly Utterance[]
}

export interface Utterance {
  text: string
  via: 'voice' | 'keys' | 'late' | null
}

export interface Ringing extends Rung {
  /** E.164; '' when the caller hides it. A hint, never an identity. */
  from: string
  /** One of their calls within a month was spam. */
  spam: boolean
  /** null when the hours are not known. */
  open: boolean | null
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
  const at = number.rules.findIndex(({ when }) => holds(when, call, null))
  const rule = number.rules[at]
  if (rule === undefined) return byMode(number, call)
  const why = `rule ${at + 1}`
  const answering = rule.assistantId ?? assistantId
  switch (rule.to) {
    case 'passed_on':
      return { kind: 'passed_on', why }
    case 'ring':
      return ringing(number, answering, rule.reach ?? number.reach, why)
    case 'assistant':
    case 'message':
      return { kind: rule.to, assistantId: answering, why }
    default:
      return rule.to satisfies never
  }
}

/** Where nobody can be rung, the assistant answers at once. */
const ringing = ({ staffFirstMs }: RouteSettings, assistantId: string, reach: string, why: string): Route =>
  reach === ''
    ? { kind: 'assistant', assistantId, why: `${why}, and nobody to be rung` }
    : { kind: 'ring', assistantId, reach, ringMs: staffFirstMs, why }

function byMode(number: RouteSettings, { open, known }: Ringing): Route {
  const { answers, assistantId } = number
  const assistant = (why: string): Route => ({ kind: 'assistant', assistantId, why })
  switch (answers) {
    case 'always':
      return assistant('it takes every call')
    case 'staff_first':
      return ringing(number, assistantId, number.reach, 'staff is rung first')
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

/** The first rule about what was heard that leads there. Who is rung by it, or which assistant goes on, is its business. */
export const ruleHeard = (rules: readonly RouteRule[], to: 'assistant' | 'ring', call: Rung, heard: Heard) =>
  rules.find((rule) => rule.to === to && isAboutHeard(rule.when) && holds(rule.when, call, heard))

/** What the caller chose by saying or pressing this. */
export interface Choice {
  rule: RouteRule
  /** For the trace. */
  why: string
  /** Nothing was said besides: there is nothing else to answer. */
  isBare: boolean
}

/** By a word or a key another assistant goes on; by what stands in the menu somebody is fetched, too. */
export const isChoice = ({ to, when: { says, presses } }: RouteRule): boolean =>
  to === 'assistant' ? says !== undefined || presses !== undefined : to === 'ring' && presses !== undefined

export function choice(rules: readonly RouteRule[], call: Rung, lang: string, said: Utterance): Choice | null {
  const at = rules.findIndex((rule) => isChoice(rule) && holds(rule.when, call, { lang, said: [said] }))
  const rule = rules[at]
  if (rule === undefined) return null
  const { presses, says = [] } = rule.when
  if (isKey(said, presses)) return { rule, why: `rule ${at + 1}: key ${presses}`, isBare: true }
  const phrase = says.find((each) => isSaid(each, said)) ?? ''
  const besides = words(said.text).length - words(phrase).length
  return { rule, why: `rule ${at + 1}: said “${phrase}”`, isBare: besides <= mostBesides }
}

/** "For billing, please" is no question. */
const mostBesides = 2

/** What the menu says: of each choice that there is now, in this language. */
export const menuOf = (rules: readonly RouteRule[], call: Rung, lang: string): string[] =>
  rules.flatMap((rule) => {
    const { says: _, presses: __, ...when } = rule.when
    const isOpen = isChoice(rule) && holds(when, call, { lang, said: [] })
    return isOpen ? (rule.menu?.[lang] ?? []) : []
  })

/** A phrase stands in what was said where this of the one stands in this of the other. */
const asWords = (text: string) =>
  ` ${words(text)
    .map((word) => word.text)
    .join(' ')} `

const isSaid = (phrase: string, { text }: Utterance) => asWords(text).includes(asWords(phrase))
const isKey = ({ text, via }: Utterance, key: string | undefined) => via === 'keys' && text === key

const isAboutHeard = ({ lang, says, presses }: RouteRule['when']) =>
  lang !== undefined || says !== undefined || presses !== undefined

function holds(when: RouteRule['when'], call: Rung, heard: Heard | null): boolean {
  const { caller, between, days, busyLines = 0, lang, says = [], presses } = when
  if (isAboutHeard(when) && heard === null) return false
  if (caller !== undefined && (caller === 'known') !== call.known) return false
  if (call.busyLines < busyLines) return false
  if (lang !== undefined && lang !== heard?.lang) return false
  const isChosen = (said: Utterance) => isKey(said, presses) || says.some((phrase) => isSaid(phrase, said))
  const isAsked = when.says !== undefined || presses !== undefined
  if (isAsked && heard?.said.some(isChosen) !== true) return false
  return isOn({ between: between ?? ['00:00', '24:00'], days }, call)
}

const matches = (entry: string, from: string) =>
  from !== '' && (entry.endsWith('*') ? from.startsWith(entry.slice(0, -1)) : entry === from)
