import { fold, words } from '../text/index.ts'
import type { Query } from './query.ts'

/** What the answer to a question must hold: a number, the name of a person, or nothing that can be told. */
export type Expected = 'number' | 'name' | 'anything'

const ASKS_NUMBER =
  /\b(?:how (?:many|much|long|old|far|big|large|tall|often)|when|what (?:percent\w*|year|date|number)|which year)\b|\b(?:cuant[oa]s?|cuando|que (?:ano|porcentaje|fecha|edad|numero))\b|(?<!\p{L})(?:كم|متي|اي (?:عام|سنه)|ما (?:عدد|نسبه)|نسبه)(?!\p{L})/u
const ASKS_NAME = /\b(?:who|whom|whose|quien|quienes)\b/u
// Two capitalised words in a row; a script without capitals never tells.
const FULL_NAME = /\p{Lu}\p{L}+ \p{Lu}\p{L}+/u

export function expectedOf(question: string): Expected {
  const clear = fold(question)
  if (ASKS_NUMBER.test(clear)) return 'number'
  return ASKS_NAME.test(clear) ? 'name' : 'anything'
}

/** Whether a text holds what is expected; a number of the question itself is no answer. */
export function holds(text: string, expected: Expected, query: Query): boolean {
  switch (expected) {
    case 'number':
      return words(text).some((word) => /\p{N}/u.test(word.text) && !query.spelled.includes(word.text))
    case 'name':
      return FULL_NAME.test(text)
    case 'anything':
      return false
  }
}
