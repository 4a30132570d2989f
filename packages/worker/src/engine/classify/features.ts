import { stem } from '../text/stem.ts'
import { words } from '../text/words.ts'
import { expandWord } from './everyday.ts'

/** Hashed features of one utterance: per block a map from feature hash to count. */
export interface Features {
  /** Stems; stem pairs and skip pairs; character n-grams inside words. */
  blocks: readonly [Map<number, number>, Map<number, number>, Map<number, number>]
  empty: boolean
}

export const BLOCKS = 3
const LONGEST = 120
const MIN_GRAM = 2
const MAX_GRAM = 4
const EDGE = 0x5f

/** Words of at most `LONGEST` tokens: nobody says more in one breath, and a pasted page must not cost more. */
export function featurise(text: string, lang: string): Features {
  const unigrams = new Map<number, number>()
  const pairs = new Map<number, number>()
  const grams = new Map<number, number>()
  const stems: number[] = []
  for (const word of words(text.slice(0, 4000)).slice(0, LONGEST)) {
    for (const part of expandWord(word.text, lang)) {
      const hash = hashText(stem(part, lang), 1)
      stems.push(hash)
      add(unigrams, hash)
      addGrams(grams, part)
    }
  }
  let before = 2
  let twoBefore = 0
  for (const now of [...stems, 3]) {
    add(pairs, mix(before, now, 5))
    if (twoBefore !== 0) add(pairs, mix(twoBefore, now, 7))
    twoBefore = before
    before = now
  }
  return { blocks: [unigrams, pairs, grams], empty: stems.length === 0 }
}

function addGrams(grams: Map<number, number>, word: string): void {
  const length = Math.min(word.length, 30) + 2
  const code = (at: number): number => (at === 0 || at === length - 1 ? EDGE : word.charCodeAt(at - 1))
  for (let from = 0; from < length; from++) {
    let hash = 0x811c9dc5 ^ 9
    for (let size = 1; size <= MAX_GRAM && from + size <= length; size++) {
      hash = Math.imul(hash ^ code(from + size - 1), 0x01000193)
      if (size >= MIN_GRAM) add(grams, finish(hash + size))
    }
  }
}

export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return finish(hash)
}

function mix(a: number, b: number, seed: number): number {
  return finish(Math.imul(a ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) + Math.imul(b, 0xc2b2ae35))
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  h = Math.imul(h, 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
