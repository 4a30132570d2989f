import { dayWordsIn } from '../evidence/calendar-words.ts'
import { foldShapes } from '../evidence/index.ts'
import type { Weekday } from '../location-facts.ts'
import { addDays, type LocalDate, weekdayOf } from './local-time.ts'

/** "First and third Saturday of the month": its rules as `HoursException.date`, and where it stands in the folded text. */
export interface FoundRule {
  rules: string[]
  day: Weekday
  start: number
  end: number
}

const ordinals: [string, RegExp][] = [
  ['1', /^(?:first|1st|primer[oa]?s?|1er|1o|1º|(?:ال)?(?:اول|اولي))$/u],
  ['2', /^(?:second|2nd|segund[oa]s?|2do|2o|2º|(?:ال)?ثاني)$/u],
  ['3', /^(?:third|3rd|tercer[oa]?s?|3er|3o|3º|(?:ال)?ثالث)$/u],
  ['4', /^(?:fourth|4th|cuart[oa]s?|4to|4o|4º|(?:ال)?رابع)$/u],
  ['last', /^(?:last|final|ultim[oa]s?|(?:ال)?(?:اخر|اخير))$/u],
]
const ordinalOf = (word: string) => ordinals.find(([, form]) => form.test(word))?.[0]
/** Words between ordinals, and before the weekday. */
const joint = /^(?:and|y|e|&|و|the|el|los|يوم|ايام)$/u
const ofMonth =
  /^\s*(?:(?:of|in|de|del|en|من|في)\s+)?(?:(?:the|each|every|a|any|cada|todos los|كل|el)\s+)?(?:month|months|mes|meses|(?:ال)?شهر)(?!\p{L})|^\s*(?:monthly|mensual(?:mente)?|شهريا)(?!\p{L})/u
const eachBefore = /(?:every|each|cada|todos los|كل)\s*$/u

/** Arabic says «أول سبت» without the article by which its weekdays are known. */
const withoutArticle =
  /(?<=(?:اول|ثاني|ثالث|رابع|اخر) (?:يوم )?)(?=(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)(?!\p{L}))/gu

/** Days of a month by their place in it. A weekday counts only with an ordinal and a word for month, or for each. */
export function weekdayRulesIn(text: string): FoundRule[] {
  const shaped = foldShapes(text).replace(withoutArticle, 'ال')
  const lower = shaped.toLowerCase()
  return dayWordsIn(shaped).flatMap(({ day, start, end }): FoundRule[] => {
    const before = [...lower.slice(0, start).matchAll(/[\p{L}\p{N}º&]+/gu)].map((m) => ({
      word: bare(m[0]),
      at: m.index,
    }))
    const said: string[] = []
    let from = start
    for (const { word, at } of before.toReversed()) {
      const one = ordinalOf(word)
      if (one === undefined && !joint.test(word)) break
      if (one === undefined) continue
      said.push(one)
      from = at
    }
    let to = end
    // Arabic may set the ordinal after the day: «السبت الأول من كل شهر».
    const after = /^\s+(\p{L}+)(?:\s+و(\p{L}+))?/u.exec(lower.slice(end))
    const behind = [after?.[1], after?.[2]].flatMap((word) => (word === undefined ? [] : [ordinalOf(word) ?? '']))
    if (said.length === 0 && after !== null && behind.length > 0 && !behind.includes('')) {
      said.push(...behind.toReversed())
      to = end + after[0].length
    }
    const month = ofMonth.exec(lower.slice(to))
    if (said.length === 0 || (month === null && !eachBefore.test(lower.slice(0, from)))) return []
    return [
      { rules: said.toReversed().map((one) => `${day}-${one}`), day, start: from, end: to + (month?.[0].length ?? 0) },
    ]
  })
}

/** An Arabic "and" leans on its word: «والثالث». */
const bare = (word: string) => (ordinalOf(word) === undefined && /^و\p{L}{3}/u.test(word) ? word.slice(1) : word)

/** Whether the exception is of the n-th such weekday of every month. */
export const isRule = (date: string) => /^[a-z]{3}-/u.test(date)

/** The rules that a day falls under: its place among its kind, and whether it is the last. */
export function rulesOf(date: LocalDate): string[] {
  const day = weekdayOf(date)
  const isLast = addDays(date, 7).month !== date.month
  return [`${day}-${Math.ceil(date.day / 7)}`, ...(isLast ? [`${day}-last`] : [])]
}
