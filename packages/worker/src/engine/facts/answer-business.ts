import { seekersOf } from '../answer/match.ts'
import { readQuestion } from '../answer/question.ts'
import { fold } from '../evidence/index.ts'
import type { Area, Fact, LocationFacts } from '../location-facts.ts'
import { terms, words } from '../text/index.ts'
import { evidenceOf, type FactSentence, type Setting } from './answer-hours.ts'
import { phonesIn } from './read-contacts.ts'
import { usable } from './schedule.ts'
import { listText, priceText, say } from './speech.ts'

export function said(
  name: Parameters<typeof say>[0],
  values: Record<string, string>,
  facts: readonly Fact<unknown>[],
  label: string,
  setting: Setting,
): FactSentence {
  const sources = facts.map((fact) => evidenceOf(fact, label, setting.lang))
  const [first, ...more] = sources
  const evidence: FactSentence['evidence'] =
    first !== undefined && more.length === 0
      ? { kind: 'fact', ...first }
      : {
          kind: 'computed',
          what: `list-of-${label}`,
          facts: sources,
          at: setting.now.toISOString(),
          timeZone: setting.location.timeZone,
        }
  return { text: say(name, setting.lang, values), evidence }
}

export function phone(question: string, setting: Setting): FactSentence | null {
  const fit = usable(setting.location.phones)
  const folded = fold(question)
  const use = /\b(?:text|sms|whatsapp)\b|واتساب/u.test(folded) ? 'text' : /\bfax\b|فاكس/u.test(folded) ? 'fax' : null
  if (use !== null) {
    const special = fit.find((f) => f.value.use === use)
    return special === undefined
      ? null
      : said('phone', { value: asWritten(special, setting) }, [special], 'phone', setting)
  }
  const main =
    fit.find((f) => f.value.use === 'main') ?? fit.find((f) => f.value.use !== 'fax' && f.value.use !== 'emergency')
  return main === undefined ? null : said('phone', { value: asWritten(main, setting) }, [main], 'phone', setting)
}

/** The way the business writes it, where the fact quotes it. */
function asWritten(fact: LocationFacts['phones'][number], setting: Setting): string {
  const text = fact.quote?.text ?? ''
  const found = phonesIn(text, setting.location.country).find((p) => p.value.number === fact.value.number)
  return found === undefined ? spoken(fact.value.number) : text.slice(found.start, found.end)
}

/** E.164 as people write it: +1 (480) 555-0100. */
function spoken(number: string): string {
  const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number)
  return us === null ? number : `(${us[1]}) ${us[2]}-${us[3]}`
}

export function area(rest: readonly string[], question: string, setting: Setting): FactSentence | null {
  const fit = inTongue(usable(setting.location.areas), setting.lang)
  if (fit.length === 0) return null
  const zip = /(?<!\d)\d{5}(?!\d)/.exec(fold(question))?.[0]
  if (zip !== undefined) {
    const hit = fit.find((f) => f.value.postalCodes.includes(zip))
    if (hit !== undefined) return said('areaYes', { value: zip }, [hit], 'areas', setting)
    const listed = fit.filter((f) => f.value.postalCodes.length > 0)
    return listed.length === 0 ? null : said('areaNotListed', { value: zip }, listed, 'areas', setting)
  }
  if (rest.length === 0)
    return said(
      'areas',
      { list: listText(unique(fit.map((f) => nameOf(f.value)).filter((n) => n !== '')).slice(0, 20), setting.lang) },
      fit,
      'areas',
      setting,
    )
  const place = rest.join(' ')
  const hit = fit.find(
    (f) =>
      f.value.name !== '' &&
      (fold(f.value.name) === place ||
        (words(f.value.name).length <= 4 && rest.every((word) => mentions(f.value.name, word, setting.lang)))),
  )
  if (hit !== undefined) return said('areaYes', { value: hit.value.name }, [hit], 'areas', setting)
  return null
}

const nameOf = (value: Area) => (value.name === '' ? value.postalCodes.join(', ') : value.name)

export function services(setting: Setting): FactSentence | null {
  const fit = inTongue(usable(setting.location.services), setting.lang)
  if (fit.length === 0) return null
  return said(
    'services',
    { list: listText(unique(fit.map((f) => f.value.name)).slice(0, 8), setting.lang) },
    fit.slice(0, 8),
    'service',
    setting,
  )
}

/** Priced services whose name holds every word the question is about; the closest names, at most three. */
export function price(question: string, rest: readonly string[], setting: Setting): FactSentence[] {
  const asked = readQuestion(rest.join(' '), setting.lang)
  const numbers: string[] = fold(question).match(/\d+/g) ?? []
  const seekers = seekersOf(asked).filter((s) => s.concept.weight >= 1)
  if (seekers.length === 0) return []
  const fit = inTongue(usable(setting.location.services), setting.lang).flatMap((fact) => {
    const value = fact.value.price
    const lang = fact.quote?.lang ?? setting.lang
    const folded = fold(fact.value.name)
    const stems = new Set(terms(fact.value.name, lang))
    if (
      value === undefined ||
      !numbers.every((n) => new RegExp(`(?<!\\d)${n}(?!\\d)`).test(folded)) ||
      !seekers.every((s) => s.found(folded, stems, lang))
    )
      return []
    return [{ fact, value, extra: stems.size - seekers.length }]
  })
  const least = Math.min(...fit.map((f) => f.extra))
  const close = fit.filter((f) => f.extra <= least + 1).slice(0, 3)
  if (new Set(close.map((f) => fold(f.fact.value.name))).size < close.length) return []
  return close.map(({ fact, value }) =>
    said(
      'price',
      { name: fact.value.name, price: priceText(value, setting.lang, setting.location) },
      [fact],
      'service',
      setting,
    ),
  )
}

/** Facts quoted in the visitor's language when there are any; else all. */
export function inTongue<T>(facts: readonly Fact<T>[], lang: string): readonly Fact<T>[] {
  const own = facts.filter((fact) => fact.quote === undefined || fact.quote.lang === lang)
  return own.length > 0 ? own : facts
}

export function mentions(value: string, word: string, lang: string): boolean {
  const folded = fold(value)
  const stem = terms(word, lang)[0] ?? word
  return folded.includes(word) || (stem.length >= 4 && folded.includes(stem)) || new Set(terms(value, lang)).has(stem)
}

export const unique = (items: readonly string[]) => [...new Set(items)]
