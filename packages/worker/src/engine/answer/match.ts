import { akin } from '../evidence/coverage.ts'
import { concepts, inLanguage, othersFor } from '../lexicon/index.ts'
import { fold } from '../evidence/index.ts'
import { stem, terms } from '../text/index.ts'
import type { Concept, Question } from './question.ts'

/** A concept of the question prepared once for every language its evidence may be in. */
export interface Seeker {
  concept: Concept
  found(folded: string, stems: ReadonlySet<string>, lang: string): boolean
}

export function seekersOf(question: Question): Seeker[] {
  return question.concepts.map((concept) => {
    const same = [concept.word, ...othersFor(concept.word, question.lang)]
    const singles = new Set(same.filter((w) => !/[ /-]/.test(w)).flatMap((w) => terms(w, question.lang)))
    singles.add(concept.stem)
    const many = same.filter((w) => /[ /-]/.test(w))
    const abroad = new Map<string, string[]>()
    return {
      concept,
      found(folded, stems, lang) {
        for (const single of singles) if (stems.has(single)) return true
        if (isNumber.test(concept.word))
          return (
            hasNumber(folded, concept.word) ||
            boundOver(folded, concept, lang) !== null ||
            (question.asks === 'price' && isOnlyCounted(folded, stems, concept, lang))
          )
        if (many.some((phrase) => hasPhrase(folded, phrase))) return true
        if (concept.stem.length >= 5 && !/\d/.test(concept.stem))
          for (const other of stems) if (alike(concept.stem, other) || isSlip(concept.stem, other)) return true
        if (
          lang === 'ar' &&
          question.lang === 'ar' &&
          hasStart(folded, concept.word.replace(/^(?:وال|بال|لل|ال)(?=\p{L}{3})/u, ''))
        )
          return true
        if (lang === question.lang) return false
        let words = abroad.get(lang)
        if (words === undefined) abroad.set(lang, (words = across(concept.word, question.lang, lang)))
        return words.some((word) => hasStart(folded, word)) || (concept.weight >= 1 && sameName(concept.word, folded))
      },
    }
  })
}

/** What a word is called in another language, by the glossary and by the lists of words that mean the same. */
function across(word: string, from: string, to: string): string[] {
  // "لشقة" is "for a flat": a letter before an Arabic word may be a word of its own.
  const own =
    from === 'ar' ? [keyOf(word, from), keyOf(word.replace(/^[وبلفك](?=\p{L}{3})/u, ''), from)] : [keyOf(word, from)]
  const same = concepts.filter((phrases) =>
    phrases.some((phrase) => phrase.lang === from && own.includes(keyOf(phrase.text, from))),
  )
  const direct = [
    ...inLanguage(word, from, to),
    ...same.flatMap((phrases) => phrases.filter((phrase) => phrase.lang === to).map((phrase) => phrase.text)),
  ]
  return [...new Set([...direct, ...direct.flatMap((w) => othersFor(w, to))])].map(fold)
}

/** English words are compared as written but for a plural: a rating is no rate. */
const keyOf = (text: string, lang: string): string => {
  if (lang === 'en') return fold(text).replace(/(?<=\p{L}{3})s$/u, '')
  const stems = terms(text, lang)
  return stems.length === 0 ? fold(text) : stems.join(' ')
}

/** A name in the other script: what is heard of it is its consonants. Fujairah and الفجيرة are both f-j-r. */
function sameName(word: string, folded: string): boolean {
  const wanted = consonants(word)
  return (
    wanted.length >= 3 &&
    (folded.match(/\p{L}+/gu) ?? []).some((other) => isArabic(other) !== isArabic(word) && consonants(other) === wanted)
  )
}

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word)
const sounds: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
}
const consonants = (word: string): string =>
  isArabic(word)
    ? [...word.replace(/^[وبل]?ال(?=\p{L}{3})/u, '').replace(/[هةا]$/u, '')]
        .map((letter) => sounds[letter] ?? '')
        .join('')
    : word
        .replace(/^al(?=[^\p{L}])/u, '')
        .replace(/a?h?$/u, '')
        .replace(/sh/gu, 's')
        .replace(/kh/gu, 'k')
        .replace(/gh/gu, 'g')
        .replace(/th/gu, 't')
        .replace(/dh/gu, 'd')
        .replace(/ch/gu, 's')
        .replace(/[q|c]/gu, 'k')
        .replace(/v/gu, 'f')
        .replace(/p/gu, 'b')
        .replace(/(.)\1/gu, '$1')
        .replace(/[aeiouwy]/gu, '')

const isNumber = /^\d[\d,]*$/u
const bare = (number: string): string => number.replaceAll(',', '')

/** 1000 and 1,000 are one number; 350 is not in 1,350. */
function hasNumber(folded: string, number: string): boolean {
  return (folded.match(/\d+(?:,\d{3})*/gu) ?? []).some((one) => bare(one) === bare(number))
}

/** "Up to 1,000 gallons" holds 900 of them: the least such limit in a text that names no such number. */
export function boundOver(folded: string, { word, unit }: Concept, lang: string): number | null {
  if (unit === '' || hasNumber(folded, word)) return null
  const limits = [
    ...folded.matchAll(/(?:\bup to|\bmax(?:imum)?\.?|\bunder|\bhasta|حتي|لغايه)\s+(\d[\d,]*)[\s-]*(\p{L}+)/gu),
  ]
  const fit = limits.filter((limit) => stem(limit[2] ?? '', lang) === unit).map((limit) => Number(bare(limit[1] ?? '')))
  const over = fit.filter((limit) => limit >= Number(bare(word)))
  return over.length === 0 ? null : Math.min(...over)
}

/** "A socket is $90" serves three of them, "40 gallons: $900" no 60: what is counted stands there, and no number by it. */
function isOnlyCounted(folded: string, stems: ReadonlySet<string>, { unit }: Concept, lang: string): boolean {
  if (unit === '' || !stems.has(unit)) return false
  return ![...folded.matchAll(/\d[\d,.]*[\s-]*(?:(?:or|to|o|a|-|–)\s*\d+[\s-]*)?(\p{L}+)/gu)].some(
    (one) => stem(one[1] ?? '', lang) === unit,
  )
}

/** One word in two forms: more than a common start, so that a dentist is not dental. */
function alike(a: string, b: string): boolean {
  if (!akin(a, b)) return false
  const short = Math.min(a.length, b.length)
  return a.startsWith(b.slice(0, Math.max(5, short - 1))) || b.startsWith(a.slice(0, Math.max(5, short - 1)))
}

const hasPhrase = (folded: string, phrase: string) => {
  const at = folded.indexOf(phrase)
  return (
    at >= 0 && !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(folded[at + phrase.length] ?? ' ')
  )
}
const hasStart = (folded: string, start: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:وال|بال|لل|ال|و|ب|ل)?${start.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`, 'u').test(
    folded,
  )

const weekday = /^(?:lun[ea]s?|mart[ei]s?|juev|viern|sabad|doming|mond|tuesd|thursd|frid|saturd|sund)/

/** One letter more, less, other or swapped, in words long enough that it is no other word. */
export function isSlip(a: string, b: string): boolean {
  if (weekday.test(a) || weekday.test(b)) return false
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  let j = 0
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j += 1
  const [x, y] = [a.length - i - j, b.length - i - j]
  if (x <= 1 && y <= 1)
    return (
      a.length >= 6 || x + y === 1 || (x === 1 && y === 1 && /[aeiou]/.test(a[i] ?? '') && /[aeiou]/.test(b[i] ?? ''))
    )
  return x === 2 && y === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]
}
