import { fold } from '../evidence/index.ts'
import { stem, words } from '../text/index.ts'
import type { Asks } from './question.ts'
import type { Unit } from './units.ts'

const has = (unit: Unit, ...kinds: string[]) => unit.values.some((value) => kinds.includes(value.kind))
const free =
  /\b(?:free|no charge|complimentary|at no cost|included|gratis|gratuit[oa]s?|sin (?:costo|coste|cargo)|incluid[oa]|costs? (?:the same|nothing|extra|more)|(?:no|not|without|any) (?:extra|additional|charge|fee|surcharge)s?|do not charge|don't charge|mismo precio|no cobramos)\b|مجان|بدون (?:رسوم|مقابل)/u
const spans =
  /\b(?:hours?|minutes?|days?|weeks?|months?|years?|same[- ]day|next[- ]day|overnight|today|horas?|minutos?|dias?|semanas?|mes(?:es)?|anos?|mismo dia)\b|ساع|دقيق|دقايق|يوم|ايام|اسبوع|شهر|سنه|سنوات/u
const place =
  /\b\d+ [\p{L}\d. ]+\b(?:st|street|ave|avenue|blvd|rd|road|dr|drive|ln|lane|way|suite|hwy|court|ct|plaza|pkwy)\b|\b(?:located|corner|downtown|next to|across from|behind|near|county|counties|city|cities|calle|avenida|av\.|ubicad|esquina|junto a|frente a|ciudad)\b|شارع|طريق|حي |يقع|تقع|بجانب|مدينه|منطقه/u
const within = /\b(?:in|at|on|throughout|en) (?:the )?(\p{L}+)/gu
const fullName = /(?<![.] )\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}{2,}/u
const namedInside =
  /(?<=[\p{L}\p{N},;)] )(?!(?:AED|USD|EUR|GBP|SAR|VAT|AM|PM)\b)\p{Lu}[\p{Ll}\p{Lu}]+|\p{Script=Arabic}/u
const role =
  /\b(?:owner|owned|founder|founded|manager|president|director|dr\.?|doctor|ceo|team|technicians?|duen[oa]|fundador[a]?|gerente|equipo|doctor[a]?|dra?\.)\b|مالك|موسس|مدير|الدكتور|د\./u

/** Whether a sentence is of the kind that the question asks for: a price for "how much", a time for "when". */
export function satisfies(unit: Unit, asks: Asks, question = ''): boolean {
  switch (asks) {
    case 'price':
      return (
        has(unit, 'price', 'percent') ||
        free.test(unit.folded) ||
        (unit.passage.kind === 'table-row' && has(unit, 'number'))
      )
    case 'time':
      return has(unit, 'time', 'date', 'weekday', 'always') || spans.test(unit.folded)
    case 'duration':
      return spans.test(unit.folded) || has(unit, 'time', 'always')
    case 'count':
      if (/\bhow old\b/u.test(fold(question)) && !/\b(?:old|age|aged|under|over)\b/u.test(unit.folded)) return false
      return (
        has(unit, 'number') ||
        spans.test(unit.folded) ||
        /\b(?:once|twice|every|annually|monthly|yearly|cada|anual|una vez|two|three|several)\b|كل |مره|مرتين|سنوي/u.test(
          unit.folded,
        )
      )
    case 'place':
      // Where a place is, is not told by naming it.
      return (
        place.test(unit.folded) ||
        [...unit.folded.matchAll(within)].some((one) => !fold(question).includes(one[1] ?? ''))
      )
    case 'often':
      return /\b(?:once|twice|every|each|annually|monthly|yearly|weekly|times? (?:a|per)|cada|anual|una vez|dos veces|veces|al (?:ano|mes))\b|كل |مره|مرتين|مرات|سنوي|شهري/u.test(
        unit.folded,
      )
    case 'name':
      return fullName.test(unit.text)
    case 'person':
      return /\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+/u.test(unit.text) || role.test(unit.folded)
    case 'phone':
      return has(unit, 'phone')
    case 'which':
      return namedInside.test(unit.text.replace(/^\s*\p{Lu}/u, 'x')) || unit.passage.kind === 'list-item'
    case 'email':
      return has(unit, 'email')
    case 'open':
      return true
    default: {
      const never: never = asks
      return never
    }
  }
}

const numeral =
  /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)$/u

/** "22 hours a day", "visits: 4": the number stands by what is counted. */
export function counts(unit: Unit, counted: string): boolean {
  const said = words(unit.text).map((word) => word.text)
  const lang = unit.passage.lang
  return said.some((word, at) => {
    if (stem(word, lang) !== counted) return false
    const before = said.slice(Math.max(0, at - 3), at)
    return before.some((one) => numeral.test(one)) || numeral.test(said[at + 1] ?? '')
  })
}
