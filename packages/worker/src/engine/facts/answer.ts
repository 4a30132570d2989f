import { seekersOf } from '../answer/match.ts'
import { readQuestion } from '../answer/question.ts'
import { fold } from '../evidence/index.ts'
import type { Fact, LocationFacts } from '../location-facts.ts'
import { terms, words } from '../text/index.ts'
import { area, inTongue, mentions, phone, price, said, services, unique } from './answer-business.ts'
import {
  type FactSentence,
  occasionsOf,
  sayDays,
  sayHolidays,
  sayOpenNow,
  sayWeek,
  type Setting,
} from './answer-hours.ts'
import { addDays, localTime } from './local-time.ts'
import { usable } from './schedule.ts'
import { branch, placeMeant } from './places.ts'
import { listText, say } from './speech.ts'
import { type Asked, restOf, type Topic, topicsOf } from './topic.ts'
import { type Day, daysAsked } from './which-day.ts'

export interface FactAnswer {
  sentences: FactSentence[]
  topic: Topic
  /** 0…1. */
  confidence: number
  why: string
}

interface Asking {
  lang: string
  facts: readonly LocationFacts[]
  now: Date
  previous?: readonly string[]
}

/**
 * The answer from structured facts, or null when they do not hold it. Only confirmed facts, or proposed ones that carry
 * a quote, are used. A question with a word that neither its topic, the calendar nor a fact explains is left to others.
 * Of several locations the one that is named answers; where none is and they differ, each does, or it is asked which.
 */
export function answerFromFacts(question: string, input: Asking): FactAnswer | null {
  const text = question.slice(0, 500)
  const [only] = input.facts
  if (only === undefined) return null
  if (input.facts.length === 1) return answerAt(text, only, input, [])
  const meant = placeMeant(text, input.previous ?? [], input.facts)
  if (meant !== null) {
    const before = input.previous?.at(-1)
    const answer = answerAt(text, meant.location, input, meant.by)
    if (answer !== null || before === undefined || !namesOnly(text, meant.by, input)) return answer ?? null
    return answerAt(before, meant.location, input, meant.by)
  }
  const found = input.facts.flatMap((location) => {
    const answer = answerAt(text, location, input, [])
    return answer === null ? [] : [{ location, answer }]
  })
  const [first] = found
  if (first === undefined || new Set(found.map(({ answer }) => toldOf(answer))).size === 1) return first?.answer ?? null
  return ofEach(found, input.lang) ?? askWhich(found, input.lang)
}

const toldOf = ({ sentences }: FactAnswer) => sentences.map((sentence) => sentence.text).join(' ')

/** "The Marina one": nothing is said but the place that was asked for. */
const namesOnly = (text: string, by: readonly string[], { lang, facts }: Asking) =>
  restOf(fold(text), lang, null, new Set([...ownWords(facts, lang), ...by, ...branch])).length === 0

interface OfPlace {
  location: LocationFacts
  answer: FactAnswer
}

/** Addresses, phones and e-mails are short: each place says its own. */
function ofEach(found: readonly OfPlace[], lang: string): FactAnswer | null {
  const short = /^(?:address|phone|email)$/
  if (found.length > 3 || !found.every(({ answer }) => short.test(answer.topic))) return null
  const sentences = found.flatMap(({ location, answer }) =>
    answer.sentences.slice(0, 1).map((sentence) => ({
      ...sentence,
      text: say('atPlace', lang, { place: labelOf(location, found), text: sentence.text }),
    })),
  )
  return { sentences, confidence: 0.9, topic: found[0]?.answer.topic ?? 'address', why: 'Each location has its own.' }
}

/** Its name; its address where the others are called the same. */
function labelOf(location: LocationFacts, all: readonly OfPlace[]): string {
  const shared = all.some((one) => one.location !== location && one.location.name.value === location.name.value)
  return shared ? (usable(location.addresses)[0]?.value ?? location.name.value) : location.name.value
}

function askWhich(found: readonly OfPlace[], lang: string): FactAnswer {
  const list = unique(found.map(({ location }) => labelOf(location, found))).join(lang === 'ar' ? '، ' : ', ')
  return {
    sentences: [{ text: say('whichPlace', lang, { list }), evidence: { kind: 'fixed', name: 'whichPlace' } }],
    confidence: 0.9,
    topic: found[0]?.answer.topic ?? 'open',
    why: 'The locations differ, and none is named.',
  }
}

function answerAt(text: string, location: LocationFacts, input: Asking, by: readonly string[]): FactAnswer | null {
  const setting: Setting = { lang: input.lang, now: input.now, location }
  const days = daysAsked(text, input.lang, localTime(input.now, location.timeZone))
  const own = new Set([
    ...ownWords(input.facts, input.lang),
    ...by,
    ...(by.length > 0 ? branch : []),
    ...occasionsOf(days, location),
  ])
  for (const asked of topicsOf(text, input.lang, own)) {
    // "Do you come to Marina?" is about the place itself.
    const topic = asked.topic === 'areas' && by.length > 0 ? { ...asked, rest: [...asked.rest, ...by] } : asked
    const answer = answerTopic(topic, days, text, setting)
    if (answer !== null) return answer
  }
  return followUp(text, days, own, setting, input.previous ?? [])
}

function ownWords(facts: readonly LocationFacts[], lang: string): ReadonlySet<string> {
  return new Set(
    facts
      .flatMap((f) => words(f.name.value).map((word) => fold(word.text)))
      .filter((word) => word.length > 2 && !terms(word, lang).some((t) => t === '')),
  )
}

function answerTopic(
  { topic, rest }: Asked,
  days: readonly Day[],
  question: string,
  setting: Setting,
): FactAnswer | null {
  const { location, lang } = setting
  const clean = rest.length === 0
  const wrap = (sentences: (FactSentence | null)[], confidence: number): FactAnswer | null => {
    const said = sentences.filter((s) => s !== null)
    return said.length === 0
      ? null
      : { sentences: said, topic, confidence, why: `Asked for ${topic}; the facts of ${location.name.value} hold it.` }
  }
  const list = (
    facts: readonly Fact<string>[],
    name: 'payment' | 'insurance' | 'financing' | 'licence' | 'newCustomers' | 'emergencyService',
  ) => {
    const fit = inTongue(usable(facts), lang)
    if (fit.length === 0 || (!clean && !rest.every((word) => fit.some((f) => mentions(f.value, word, lang)))))
      return null
    const named = clean ? fit : fit.filter((f) => rest.some((word) => mentions(f.value, word, lang)))
    const whole = named.filter((f) => words(f.value).length >= 5)
    if (whole.length > 0)
      return wrap(
        whole.slice(0, 2).map((f) => ({
          ...said(name, {}, [f], name, setting),
          text: /[.!?]$/.test(f.value) ? f.value : `${f.value}.`,
        })),
        0.9,
      )
    return wrap([said(name, { list: listText(unique(named.map((f) => f.value)), lang) }, named, name, setting)], 0.9)
  }
  switch (topic) {
    case 'holidays':
      return clean && days.length === 0 ? wrap([sayHolidays(setting)], 0.9) : null
    case 'open':
      if (!clean) return null
      return wrap(
        days.length > 0 ? sayDays(days, setting) : openRule(question) ? [sayWeek(setting)] : [sayOpenNow(setting)],
        0.95,
      )
    case 'hours':
      return clean ? wrap(days.some((d) => d.kind !== 'now') ? sayDays(days, setting) : [sayWeek(setting)], 0.95) : null
    case 'phone':
      return clean ? wrap([phone(question, setting)], 0.95) : null
    case 'email':
      return clean
        ? wrap(
            usable(location.emails)
              .slice(0, 1)
              .map((f) => said('email', { value: f.value }, [f], 'email', setting)),
            0.95,
          )
        : null
    case 'address':
      return clean
        ? wrap(
            usable(location.addresses)
              .slice(0, 2)
              .map((f) => said('address', { value: f.value }, [f], 'address', setting)),
            0.95,
          )
        : null
    case 'areas':
      return /\b(?:how much|when|which days?|what days?|how (?:long|soon|fast|often))\b|\bcuanto\b|\bcuando\b|متي|بكم/u.test(
        fold(question),
      )
        ? null
        : wrap([area(rest, question, setting)], 0.9)
    case 'insurance':
      return list(location.insurance, 'insurance')
    case 'financing':
      return list(location.financing, 'financing')
    case 'payment':
      return list(location.payment, 'payment')
    case 'licence':
      return list(
        location.licences.toSorted((a, b) => Number(/\d/.test(b.value)) - Number(/\d/.test(a.value))),
        'licence',
      )
    case 'newCustomers':
      return list(location.newCustomers, 'newCustomers')
    case 'emergencyService':
      return list(location.emergencyService, 'emergencyService')
    case 'services':
      return clean ? wrap([services(setting)], 0.85) : null
    case 'price':
      return clean ? null : wrap(price(question, rest, setting), 0.9)
    default: {
      const never: never = topic
      return never
    }
  }
}

/** "What days are you open?" asks for the rule, "are you open?" for now. */
const openRule = (question: string) =>
  /\b(?:when|what|which|hours|how late|que dias|cuando)\b|متي|ساعات|اي/u.test(fold(question))
function followUp(
  text: string,
  days: readonly Day[],
  own: ReadonlySet<string>,
  setting: Setting,
  previous: readonly string[],
): FactAnswer | null {
  const last = previous.at(-1)
  if (last === undefined || words(text).length > 8) return null
  const before = topicsOf(last, setting.lang, own).map((a) => a.topic)
  const bare = fold(text).replace(/^(?:and|what about|how about|or|y|o|e|ماذا عن|و(?=\p{L}{3}))\s*/u, '')
  const timely = new Set<Topic>(['open', 'hours', 'holidays'])
  const hourly =
    before.some((topic) => timely.has(topic)) ||
    (previous.length > 1 &&
      daysAsked(last, setting.lang, localTime(setting.now, setting.location.timeZone)).length > 0 &&
      words(last).length <= 6)
  const next = days.length === 0 && /\b(?:the )?day after\b|\bnext day\b|\bdia siguiente\b|اليوم التالي/u.test(bare)
  const [of] = next ? daysAsked(last, setting.lang, localTime(setting.now, setting.location.timeZone)) : []
  if (hourly && of?.kind === 'date') {
    const sentences = sayDays([{ kind: 'date', date: addDays(of.date, 1), said: 'date' }], setting)
    if (sentences.length > 0)
      return { sentences, topic: 'open', confidence: 0.85, why: 'The day after the one that was asked for.' }
  }
  if (hourly && days.length > 0) {
    const rest = topicsOf(`open ${bare} abren مفتوح`, setting.lang, own).find((a) => a.topic === 'open')?.rest ?? []
    if (rest.length > 0) return null
    const sentences = sayDays(days, setting)
    return sentences.length === 0
      ? null
      : { sentences, topic: 'open', confidence: 0.85, why: 'Follows a question about opening hours.' }
  }
  for (const topic of before) {
    if (topic !== 'areas' && topic !== 'price') continue
    const rest = words(bare)
      .map((word) => fold(word.text))
      .filter((word) => !/^(?:the|a|an|in|to|for|el|la|los|las|en|a|de|and|un|una|about|what)$/.test(word))
    if (rest.length === 0 || rest.length > 4) continue
    if (topic === 'price' && !isAboutThat(text, rest, setting, previous)) continue
    const answer = answerTopic({ topic, rest }, days, text, setting)
    if (answer !== null) return { ...answer, confidence: 0.8 }
  }
  return null
}

/** "And for a villa?" after leak detection asks for leak detection, not for the villas of another list. */
function isAboutThat(
  text: string,
  rest: readonly string[],
  { lang, location }: Setting,
  previous: readonly string[],
): boolean {
  const kept = readQuestion(text, lang, previous).concepts.filter(
    (one) => one.weight >= 0.5 && !rest.includes(one.word),
  )
  if (kept.length === 0) return true
  const seekers = seekersOf({ ...readQuestion(text, lang, previous), concepts: kept })
  return usable(location.services).some((fact) => {
    if (!rest.every((word) => mentions(fact.value.name, word, fact.quote?.lang ?? lang))) return false
    const said = `${fact.value.name} ${fact.quote?.text ?? ''}`
    const of = fact.quote?.lang ?? lang
    return seekers.some((seeker) => seeker.found(fold(said), new Set(terms(said, of)), of))
  })
}
