import type { Passage } from '../passage.ts'
import { sentences, stem, words } from '../text/index.ts'
import { hashTerm } from './grams.ts'
import type { Query } from './query.ts'

/** Characters read; an answer further down in one passage is rare. */
const LONGEST = 2500
const SHORTEST_PREFIX = 4

/**
 * The largest share of the question's words (by rarity) that stand together in one sentence or two neighbours of a
 * passage, headings counted everywhere: 0 to 1. What is asked for is mostly said in one place.
 */
export function closeness(passage: Passage, query: Query, rarity: readonly number[]): number {
  const whole = rarity.reduce((sum, one) => sum + one, 0)
  if (whole === 0) return 0
  const text = passage.text.slice(0, LONGEST)
  const byHash = new Map<number, { term: number; weight: number }[]>()
  query.terms.forEach(({ hashes }, term) => {
    for (const [hash, weight] of hashes) {
      const list = byHash.get(hash)
      if (list === undefined) byHash.set(hash, [{ term, weight }])
      else list.push({ term, weight })
    }
  })
  const heading = found([passage.title, ...passage.headings].join(' '), passage.lang, query, byHash)
  let best = 0
  let before: Float32Array | undefined
  for (const { start, end } of sentences(text, passage.lang)) {
    const now = found(text.slice(start, end), passage.lang, query, byHash)
    let alone = 0
    let together = 0
    for (let term = 0; term < rarity.length; term++) {
      const here = Math.max(now[term] as number, 0.7 * (heading[term] as number))
      alone += (rarity[term] as number) * here
      together += (rarity[term] as number) * Math.max(here, NEIGHBOUR * (before?.[term] ?? 0))
    }
    best = Math.max(best, alone, together)
    before = now
  }
  return best / whole
}

const NEIGHBOUR = 0.6

/** Per word of the question, how surely it stands in the text: 1 itself, less another word for it or only its start. */
function found(
  text: string,
  lang: string,
  query: Query,
  byHash: ReadonlyMap<number, { term: number; weight: number }[]>,
): Float32Array {
  const sure = new Float32Array(query.terms.length)
  for (const { text: word } of words(text)) {
    const known = byHash.get(hashTerm(stem(word, lang)))
    if (known !== undefined) {
      for (const { term, weight } of known) sure[term] = Math.max(sure[term] as number, weight)
      continue
    }
    if (word.length < SHORTEST_PREFIX) continue
    query.terms.forEach((term, at) => {
      if ((sure[at] as number) < ALIKE && alike(word, term.word)) sure[at] = ALIKE
    })
  }
  return sure
}

const ALIKE = 0.6

/** Whether two words share a start of four letters that is most of the shorter one. */
function alike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < SHORTEST_PREFIX) return false
  let same = 0
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same >= SHORTEST_PREFIX && same >= 0.7 * shorter
}
