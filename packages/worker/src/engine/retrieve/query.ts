import { bare, stem, words } from '../text/index.ts'
import { withoutClitic } from '../text/stem-arabic.ts'
import { isFoldedStopWord } from '../text/stop-words.ts'
import { kinOf } from './expand.ts'
import { hashTerm } from './grams.ts'

/** One informative word of the question, empty where only a phrase was understood: the hashes it goes by, with weights. */
export interface QueryTerm {
  word: string
  hashes: Map<number, number>
}
export interface Query {
  terms: QueryTerm[]
  /** Every word as it is spelled, for n-grams: small words say what kind of sentence answers. */
  spelled: string[]
  /** Hashes of the content stems in order, for pairs. */
  sequence: number[]
}

export const KIN_WEIGHT = 0.4
/** An Arabic word without the letter that leans on it. */
const LEANED = 0.7
const LONGEST = 64

/**
 * A question as an index understands it: content stems in the question's language and, where they differ, in the languages
 * of the passages; then the trade's other words for the same thing, in every language.
 */
export function parseQuery(question: string, lang: string, languages: readonly string[]): Query {
  const all = words(question.slice(0, 4000)).slice(0, LONGEST)
  const content = all.filter((word) => !isFoldedStopWord(word.text, lang))
  const kept = new Set(content.length > 0 ? content : all)
  const spoken = [...new Set([lang, ...languages])]
  const terms: QueryTerm[] = []
  const place: number[] = []
  all.forEach((word, at) => {
    place[at] = -1
    if (!kept.has(word)) return
    const hashes = new Map<number, number>()
    spoken.forEach((one, rank) => {
      const hash = hashTerm(stem(bare(word.text), one))
      if (!hashes.has(hash)) hashes.set(hash, rank === 0 ? 1 : 0.7)
    })
    const leaned = hashTerm(stem(withoutClitic(word.text), lang))
    if (!hashes.has(leaned)) hashes.set(leaned, LEANED)
    place[at] = terms.length
    terms.push({ word: word.text, hashes })
  })
  const sequence = all.filter((word) => kept.has(word)).map((word) => hashTerm(stem(bare(word.text), lang)))
  addKin(
    all.map((word) => stem(word.text, lang)),
    place,
    terms,
  )
  return { terms, spelled: all.map((word) => word.text), sequence }
}

function addKin(sequence: readonly string[], place: readonly number[], terms: QueryTerm[]): void {
  for (const { from, to, kin } of kinOf(sequence)) {
    let at = place.slice(from, to).find((one) => one >= 0)
    if (at === undefined) {
      at = terms.length
      terms.push({ word: '', hashes: new Map() })
    }
    const term = terms[at]
    if (term === undefined) continue
    for (const { hashes } of kin) {
      for (const hash of hashes) {
        const weight = KIN_WEIGHT / hashes.length
        if ((term.hashes.get(hash) ?? 0) < weight) term.hashes.set(hash, weight)
      }
    }
  }
}
