import { fold } from './fold.ts'
import { digitsFromWords } from './numerals.ts'
import { terms } from '../text/index.ts'

/** Share of the claim's content words that stand in `source`, and the ones that do not. */
export function coverageOf(
  claim: string,
  claimLang: string,
  source: string,
  sourceLang: string,
): { share: number; missing: string[] } {
  const wanted = [
    ...new Set(terms(digitsFromWords(fold(claim), claimLang).replace(valueWords, ' '), claimLang)),
  ].filter((term) => !frame.has(term) && !/^\d+$/.test(term))
  if (wanted.length === 0) return { share: 1, missing: [] }
  const have = [...new Set([...terms(source, sourceLang), ...terms(source, claimLang)])]
  const known = new Set(have)
  const missing = wanted.filter((term) => !known.has(term) && !have.some((other) => akin(term, other)))
  return { share: 1 - missing.length / wanted.length, missing }
}

/** Words of values and negations: those are checked by themselves, exactly. */
const valueWords =
  /(?<![\p{L}])(?:[\d.,:%$€£]+|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|dollars?|euros?|pounds?|percent|a\.?m\.?|p\.?m\.?|o'clock|not|no|never|don't|doesn't|isn't|aren't|can't|cannot|won't|dolar(?:es)?|por ciento|de la (?:manana|tarde|noche)|دولارا?|ريالا?|صباحا?|مساء|لا|لن|لم|ليس)(?![\p{L}])/giu

/** Words that carry an answer but claim nothing about the business. */
const frame = new Set(
  [
    'yes',
    'hello',
    'hi',
    'thanks',
    'thank',
    'sure',
    'welcome',
    'si',
    'hola',
    'gracias',
    'claro',
    'نعم',
    'مرحبا',
    'شكرا',
  ].flatMap((w) => [w, ...terms(w, 'en'), ...terms(w, 'es'), ...terms(w, 'ar')]),
)

/** Same word in another form: a long common start and little else. */
export function akin(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  if (short < 4) return false
  let common = 0
  while (common < short && a[common] === b[common]) common += 1
  return common >= 4 && common >= Math.max(a.length, b.length) - 3
}

/** Capitalised words that do not merely begin a sentence: names of products, people and places. */
export function properNames(sentence: string): string[] {
  const names: string[] = []
  for (const m of sentence.matchAll(/(?<=[\p{L}\p{N},;"'’)]\s)\p{Lu}[\p{L}\p{N}'’-]+/gu)) {
    const name = fold(m[0]).replace(/'s$/, '')
    if (!calendar.test(name)) names.push(name)
  }
  return names
}
const calendar =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tue|wed|thu|fri|sat|sun)s?|january|february|march|april|may|june|july|august|september|october|november|december|i|i'm|i'll|we|our|you|am|pm|usted|ustedes|us)$/
