import { stem } from '../text/stem.ts'
import { isFoldedStopWord } from '../text/stop-words.ts'
import { words } from '../text/words.ts'
import { conceptsOf } from './concepts.ts'
import { Counts } from './counts.ts'
import { expandWord } from './everyday.ts'

/** Hashed features of one utterance and how often each is there, block after block. */
export interface Features {
  keys: Uint32Array
  counts: Float64Array
  /** Where each block ends: stems and concepts; pairs in order, skip pairs and unordered pairs of content; n-grams inside words. */
  ends: readonly [number, number, number]
  empty: boolean
}

const LONGEST = 120
const MIN_GRAM = 2
const MAX_GRAM = 4
const EDGE = 0x5f
/** A concept counts this much of a word. */
const CONCEPT = 0.6
/** Content words each of which is paired with all ten after it. */
const MOST_CONTENT = 24
const REACH = 10

const unigrams = new Counts()
const pairs = new Counts()
const grams = new Counts()

/** Words of at most `LONGEST` tokens: nobody says more in one breath, and a pasted page must not cost more. */
export function featurise(text: string, lang: string): Features {
  unigrams.clear()
  pairs.clear()
  grams.clear()
  const stems: number[] = []
  const content: number[] = []
  for (const word of words(text.slice(0, 4000)).slice(0, LONGEST)) {
    for (const part of expandWord(word.text, lang)) {
      const stemmed = stem(part, lang)
      const hash = hashText(stemmed, 1)
      const concepts = conceptsOf(stemmed, lang)
      for (const concept of concepts) unigrams.add(mix(concept, 77, 13), CONCEPT)
      if (!isFoldedStopWord(part, lang)) content.push(concepts[0] === undefined ? hash : mix(concepts[0], 99, 17))
      stems.push(hash)
      unigrams.add(hash, 1)
      addGrams(part)
    }
  }
  addPairs(stems)
  addContentPairs(content.slice(0, MOST_CONTENT))
  return packed(stems.length === 0)
}

function packed(empty: boolean): Features {
  const keys = new Uint32Array(unigrams.size + pairs.size + grams.size)
  const counts = new Float64Array(keys.length)
  let end = 0
  const append = (block: Counts): number => {
    keys.set(block.keys.subarray(0, block.size), end)
    counts.set(block.counts.subarray(0, block.size), end)
    end += block.size
    return end
  }
  return { keys, counts, ends: [append(unigrams), append(pairs), append(grams)], empty }
}

function addPairs(stems: readonly number[]): void {
  let before = 2
  let twoBefore = 0
  for (const now of [...stems, 3]) {
    pairs.add(mix(before, now, 5), 1)
    if (twoBefore !== 0) pairs.add(mix(twoBefore, now, 7), 1)
    twoBefore = before
    before = now
  }
}

/** Which subjects meet, whatever stands between them and whichever comes first. */
function addContentPairs(content: readonly number[]): void {
  content.forEach((one, at) => {
    for (const other of content.slice(at + 1, at + 1 + REACH)) {
      if (one !== other) pairs.add(mix(Math.min(one, other), Math.max(one, other), 11), 1)
    }
  })
}

function addGrams(word: string): void {
  const length = Math.min(word.length, 30) + 2
  const code = (at: number): number => (at === 0 || at === length - 1 ? EDGE : word.charCodeAt(at - 1))
  for (let from = 0; from < length; from++) {
    let hash = 0x811c9dc5 ^ 9
    for (let size = 1; size <= MAX_GRAM && from + size <= length; size++) {
      hash = Math.imul(hash ^ code(from + size - 1), 0x01000193)
      if (size >= MIN_GRAM) grams.add(finish(hash + size), 1)
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
