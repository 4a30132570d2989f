import type { Passage } from '../passage.ts'
import { bare, sentences, stem, words } from '../text/index.ts'
import { withoutClitic } from '../text/stem-arabic.ts'
import { type Expected, holds } from './expected.ts'
import { hashTerm } from './grams.ts'
import type { Query } from './query.ts'

/** Characters read; an answer further down in one passage is rare. */
const LONGEST = 2500
const SHORTEST_PREFIX = 4

/** How near the words of a question stand to each other in a passage; 0 to 1 each. */
export interface Closeness {
  /** The largest share of the words (by rarity) in one sentence or two neighbours, headings counted everywhere. */
  share: number
  /** The same by rarity squared: the rarest words decide. */
  rare: number
  /** 1 where that sentence, or the one before, also has what the question asks for. */
  fits: number
}

/** What is asked for is mostly said in one place. */
export function closeness(passage: Passage, query: Query, rarity: readonly number[], asked: Expected): Closeness {
  const whole = rarity.reduce((sum, one) => sum + one, 0)
  if (whole === 0) return { share: 0, rare: 0, fits: 0 }
  const squares = rarity.reduce((sum, one) => sum + one * one, 0)
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
  let [share, rare] = [0, 0]
  let place = ''
  let before: { sure: Float32Array; text: string } | undefined
  for (const { start, end } of sentences(text, passage.lang)) {
    const sentence = text.slice(start, end)
    const now = found(sentence, passage.lang, query, byHash)
    let [together, rarest] = [0, 0]
    for (let term = 0; term < rarity.length; term++) {
      const here = Math.max(now[term] as number, 0.7 * (heading[term] as number))
      const around = Math.max(here, NEIGHBOUR * (before?.sure[term] ?? 0))
      together += (rarity[term] as number) * around
      rarest += (rarity[term] as number) ** 2 * around
    }
    if (together > share) {
      share = together
      place = `${before?.text ?? ''} ${sentence}`
    }
    rare = Math.max(rare, rarest)
    before = { sure: now, text: sentence }
  }
  return { share: share / whole, rare: rare / squares, fits: place !== '' && holds(place, asked, query) ? 1 : 0 }
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
    const known = byHash.get(hashTerm(stem(bare(word), lang))) ?? byHash.get(hashTerm(stem(withoutClitic(word), lang)))
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
