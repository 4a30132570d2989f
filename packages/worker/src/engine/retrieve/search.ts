import type { Passage } from '../passage.ts'
import { closeness } from './closeness.ts'
import { expectedOf } from './expected.ts'
import { shapesAsked } from './forms.ts'
import { eachGram } from './grams.ts'
import { pairsOf } from './index-build.ts'
import type { PassageIndex } from './open.ts'
import { findKey } from '../text/index.ts'
import { idfOf, scoreTerm } from './postings.ts'
import { parseQuery, type Query } from './query.ts'

export interface Candidate {
  passage: Passage
  /** Sum of the weighted parts; comparable within one search only. */
  score: number
  /** What each part gave; `raw` is the BM25 of stems before it was scaled, comparable across searches. */
  parts: Record<string, number>
  /** Share (by rarity) of the question's informative words, or others for the same, that text or headings have: 0 to 1. */
  coverage: number
}
export interface SearchOptions {
  /** Language of the question. */
  lang: string
  /** Candidates wanted; default 8. */
  k?: number
  /** Earlier questions of the visitor, oldest first; their words count a little. */
  context?: readonly string[]
}
export interface Found {
  candidates: Candidate[]
  counted: { candidates: number; postings: number }
}

export const PART_WEIGHTS = {
  bm25: 0.7,
  trigrams: 0.6,
  fourgrams: 0.5,
  pairs: 0.1,
  headings: 0.25,
  form: 0.15,
  closeness: 1,
  rare: 0.3,
  expected: 0.3,
}
export const BM25 = { k1: 1.2, b: 0.75 }
export const GRAM_BM25 = { k1: 1.2, b: 0.5 }
const CONTEXT_WEIGHT = 0.25
/** Passages whose sentences are read for how close the question's words stand. */
const RERANKED = 12
/** Of passages in other languages than the question's at least so many are kept; and how far down they are looked for. */
const FOREIGN = 3
const FOREIGN_WITHIN = 60

/**
 * The passages that are most about the question: BM25 over stems, headings, stem pairs and character n-grams, each scaled
 * by its best passage and summed, and a little for passages shaped like an answer.
 */
export function search(index: PassageIndex, query: string, options: SearchOptions): Found {
  const parsed = parseQuery(query, options.lang, index.languages)
  const count = index.passageCount
  if (count === 0 || parsed.terms.length === 0) return { candidates: [], counted: { candidates: 0, postings: 0 } }
  const parts = {
    bm25: new Float32Array(count),
    trigrams: new Float32Array(count),
    fourgrams: new Float32Array(count),
    pairs: new Float32Array(count),
    headings: new Float32Array(count),
  }
  const bits = new Uint32Array(count)
  let postings = scoreQuery(index, parsed, 1, parts, bits)
  for (const earlier of options.context?.slice(-2) ?? []) {
    postings += scoreQuery(index, parseQuery(earlier, options.lang, index.languages), CONTEXT_WEIGHT, parts, undefined)
  }
  return rank(index, parsed, query, parts, bits, options, postings)
}

type Parts = Record<'bm25' | 'trigrams' | 'fourgrams' | 'pairs' | 'headings', Float32Array>

function scoreQuery(
  index: PassageIndex,
  query: Query,
  weight: number,
  parts: Parts,
  bits: Uint32Array | undefined,
): number {
  const { blocks } = index
  let read = 0
  const trigrams = new Map<number, number>()
  const fourgrams = new Map<number, number>()
  query.terms.forEach((term, at) => {
    const mask = bits === undefined || at > 31 ? undefined : { bits, bit: 1 << at }
    for (const [hash, own] of term.hashes) {
      read += scoreTerm(blocks.stems, hash, own * weight, BM25, parts.bm25, mask)
      read += scoreTerm(blocks.headings, hash, own * weight, { k1: 1.2, b: 0.3 }, parts.headings)
    }
  })
  for (const word of query.spelled) {
    eachGram(word, 3, (hash) => trigrams.set(hash, weight))
    eachGram(word, 4, (hash) => fourgrams.set(hash, weight))
  }
  for (const [hash, own] of trigrams) read += scoreTerm(blocks.trigrams, hash, own, GRAM_BM25, parts.trigrams)
  for (const [hash, own] of fourgrams) read += scoreTerm(blocks.fourgrams, hash, own, GRAM_BM25, parts.fourgrams)
  for (const hash of pairsOf(query.sequence)) read += scoreTerm(blocks.pairs, hash, weight, BM25, parts.pairs)
  return read
}

function rank(
  index: PassageIndex,
  query: Query,
  question: string,
  parts: Parts,
  bits: Uint32Array,
  { lang, k = 8 }: SearchOptions,
  postings: number,
): Found {
  const count = index.passageCount
  const total = new Float32Array(count)
  const scale: Record<string, number> = {}
  for (const [name, values] of Object.entries(parts)) {
    const best = values.reduce((a, b) => Math.max(a, b), 0)
    const weight = PART_WEIGHTS[name as keyof typeof PART_WEIGHTS]
    scale[name] = best > 0 ? weight / best : 0
    if (best === 0) continue
    for (let at = 0; at < count; at++) total[at] = (total[at] as number) + ((values[at] as number) * weight) / best
  }
  const asked = shapesAsked(question)
  const expected = expectedOf(question)
  let candidates = 0
  const order: number[] = []
  for (let at = 0; at < count; at++) {
    if ((total[at] as number) <= 0) continue
    candidates++
    if (asked !== 0 && ((index.shapes[at] as number) & asked) !== 0 && bits[at] !== 0) {
      total[at] = (total[at] as number) + PART_WEIGHTS.form
    }
    order.push(at)
  }
  order.sort((a, b) => (total[b] as number) - (total[a] as number) || a - b)
  const rarity = query.terms.map((term) => rarityOf(index, [...term.hashes.keys()])).slice(0, 32)
  const whole = rarity.reduce((sum, one) => sum + one, 0)
  const first = Math.max(k, RERANKED)
  const read = [...order.slice(0, first), ...foreignOf(index, order.slice(first, FOREIGN_WITHIN), lang)]
  const best = read.map((at): Candidate => {
    const passage = index.passage(at)
    const own: Record<string, number> = { raw: parts.bm25[at] as number }
    for (const [name, values] of Object.entries(parts)) own[name] = (values[at] as number) * (scale[name] ?? 0)
    if (asked !== 0 && ((index.shapes[at] as number) & asked) !== 0 && bits[at] !== 0) own['form'] = PART_WEIGHTS.form
    const near = closeness(passage, query, rarity, expected)
    own['closeness'] = PART_WEIGHTS.closeness * near.share
    own['rare'] = PART_WEIGHTS.rare * near.rare
    own['expected'] = PART_WEIGHTS.expected * near.fits
    const covered = rarity.reduce((sum, one, bit) => (((bits[at] as number) & (1 << bit)) !== 0 ? sum + one : sum), 0)
    const coverage = whole === 0 ? 0 : Math.min(1, covered / whole)
    return {
      passage,
      score: (total[at] as number) + own['closeness'] + own['rare'] + own['expected'],
      parts: own,
      coverage,
    }
  })
  best.sort((a, b) => b.score - a.score)
  const kept = best.slice(0, k)
  const more = best.slice(k).filter(({ passage }) => passage.lang !== lang)
  const short = Math.max(0, FOREIGN - kept.filter(({ passage }) => passage.lang !== lang).length)
  return { candidates: [...kept, ...more.slice(0, short)], counted: { candidates, postings } }
}

/** A page in another language shares few letters with the question, however well it answers. */
function foreignOf(index: PassageIndex, order: readonly number[], lang: string): number[] {
  const found: number[] = []
  if (index.languages.every((one) => one === lang)) return found
  for (const at of order) {
    if (found.length === FOREIGN) break
    if (index.passage(at).lang !== lang) found.push(at)
  }
  return found
}

/** How rare a word is: that of its spelling nearest to the question which the index knows. */
function rarityOf(index: PassageIndex, hashes: readonly number[]): number {
  const known = hashes.find((hash) => findKey(index.blocks.stems.keys, hash) >= 0)
  return idfOf(index.blocks.stems, known ?? hashes[0] ?? 0)
}
