import { fold } from '../evidence/fold.ts'
import { conceptsOf, isHazard } from './concepts.ts'

/** Places in a table of weights and how much each counts; together of length one. */
export interface Signs {
  at: Uint32Array
  value: Float32Array
}

/** Table sizes, powers of two: all signs, and the fewer that tell one cause from another. */
export const fineSize = 1 << 18
export const roughSize = 1 << 16
/** Characters that are read. */
export const longest = 4000
const mostWords = 120
const mostConcepts = 24

// What each kind of sign counts; found by cross-validation over templates.
const weigh = { pair: 1, skip: 1, word: 1, gram: 0.3, concept: 1, denied: 1, sequence: 0.7, together: 0.7, whole: 0.3 }
const seed = { pair: 1, skip: 2, word: 3, gram: 4, concept: 5, denied: 6, sequence: 7, together: 8, whole: 9 }

/** The words of a saying as spoken: folded, without apostrophes, drawn-out letters and sizes of numbers made one. */
export function wordsOf(text: string): string[] {
  const found = fold(text.slice(0, longest))
    .replace(/['’]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .match(/\p{L}+|\p{N}+|\?/gu)
  return (found ?? []).slice(0, mostWords).map((word) => (/^\p{N}/u.test(word) ? size(word) : word))
}

function size(digits: string): string {
  return /^(?:911|112|999)$/.test(digits) ? '911' : `#${Math.min(3, digits.length)}`
}

const negation = new Set(
  `no not dont doesnt isnt wasnt arent never without nobody nothing sin ni nunca tampoco nadie
  ما مو مش ليس لا بدون بلا لم`.split(/\s+/),
)

/** An Arabic word also without the article and the letters that lean on it. */
function barest(word: string): string {
  if (word.length < 4 || !/^\p{Script=Arabic}/u.test(word)) return word
  const bare = word.replace(/^[وف]?(?:[بلعهك]?ال|لل|عال|هال)(?=\p{L}{2})/u, '')
  return bare === word ? word.replace(/^[وفبه](?=\p{L}{3})/u, '') : bare
}

/** Signs of whether it is an emergency for the large table, of which one for the small, and whether a hazard is named. */
export function signsOf(words: readonly string[]): { fine: Signs; rough: Signs; hazard: boolean } {
  const fine = new Map<number, number>()
  const rough = new Map<number, number>()
  const both = (hash: number, value: number) => {
    fine.set(hash % fineSize, value)
    rough.set(hash % roughSize, value)
  }
  const seen = new Set<number>()
  const steps: number[][] = []
  const bare = words.map(barest)
  let deniedAt = -9
  bare.forEach((word, at) => {
    const raw = words[at] ?? word
    const concepts = conceptsOf(raw, word, words[at + 1])
    both(hashText(word, seed.word), weigh.word)
    const [next, after] = [bare[at + 1], bare[at + 2]]
    if (next !== undefined) both(hashText(`${word} ${next}`, seed.pair), weigh.pair)
    if (after !== undefined) fine.set(hashText(`${word} ${after}`, seed.skip) % fineSize, weigh.skip)
    for (const gram of gramsOf(word)) both(hashText(gram, seed.gram), weigh.gram)
    for (const id of concepts) {
      seen.add(id)
      both(hashPair(id, 0, seed.concept), weigh.concept)
      if (at - deniedAt <= 3) fine.set(hashPair(id, 0, seed.denied) % fineSize, weigh.denied)
      for (const before of steps.slice(-3).flat())
        fine.set(hashPair(before, id, seed.sequence) % fineSize, weigh.sequence)
    }
    steps.push(concepts)
    if (negation.has(raw)) deniedAt = at
  })
  const ids = [...seen].toSorted((a, b) => a - b).slice(0, mostConcepts)
  for (const [i, a] of ids.entries())
    for (const b of ids.slice(i + 1)) both(hashPair(a, b, seed.together), weigh.together)
  fine.set(hashPair(Math.min(6, Math.floor(words.length / 3)), 1, seed.whole) % fineSize, weigh.whole)
  fine.set(hashText(bare[0] ?? '', seed.whole) % fineSize, weigh.whole)
  return { fine: packed(fine), rough: packed(rough), hazard: ids.some(isHazard) }
}

function packed(signs: ReadonlyMap<number, number>): Signs {
  let squares = 0
  for (const value of signs.values()) squares += value * value
  const length = Math.sqrt(squares) || 1
  return { at: Uint32Array.from(signs.keys()), value: Float32Array.from(signs.values(), (value) => value / length) }
}

function gramsOf(word: string): string[] {
  const grams: string[] = []
  if (word.length < 3) return grams
  const edged = `<${word}>`
  for (const n of [3, 4, 5]) for (let at = 0; at + n <= edged.length; at += 1) grams.push(edged.slice(at, at + n))
  return grams
}

/** FNV-1a over UTF-16 units, mixed so that its low bits can be used alone. */
function hashText(text: string, kind: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

const hashPair = (a: number, b: number, kind: number) => mixed((kind << 20) ^ (a << 10) ^ b)

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return (h ^ (h >>> 15)) >>> 0
}
