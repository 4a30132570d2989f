import { findKey } from '../text/index.ts'
import { Counts } from './counts.ts'
import type { Features } from './features.ts'

/** Feature hashes in ascending order, their inverse document frequency, and the weight of an unseen feature. */
export interface Vocabulary {
  keys: Uint32Array
  idf: Float32Array
  unseenIdf: number
}
/** A sparse vector: feature numbers into the vocabulary and values, blocks normalised and weighted; length 1 in all. */
export interface Vector {
  ids: number[]
  values: number[]
  /** How many of `ids` are stems and concepts; they come first. */
  stems: number
  /** Share of the stems' weight that no example has. */
  unknown: number
}

/** How much each block counts: stems, pairs, character n-grams. */
export const BLOCK_WEIGHTS: [number, number, number] = [1, 1, 1]

/** What even the most frequent feature weighs: with few examples rarity says less than it seems. */
const IDF_FLOOR = 2

export function buildVocabulary(all: readonly Features[]): Vocabulary {
  const having = new Counts()
  for (const { keys } of all) for (let at = 0; at < keys.length; at++) having.add(keys[at] as number, 1)
  const keys = having.keys.slice(0, having.size).sort()
  const idf = new Float32Array(keys.length)
  const unseenIdf = Math.log(all.length + 1) + IDF_FLOOR
  for (let at = 0; at < keys.length; at++)
    idf[at] = Math.log((all.length + 1) / (having.of(keys[at] as number) + 1)) + IDF_FLOOR
  return { keys, idf, unseenIdf }
}

export function vectorise({ keys, counts, ends }: Features, vocabulary: Vocabulary): Vector {
  const ids: number[] = []
  const values: number[] = []
  let unknown = 0
  let stems = 0
  const whole = Math.hypot(...BLOCK_WEIGHTS)
  let at = 0
  ends.forEach((end, block) => {
    const from = ids.length
    let squares = 0
    let unseen = 0
    for (; at < end; at++) {
      const count = counts[at] as number
      const tf = count < 1 ? count : 1 + Math.log(count)
      const id = findKey(vocabulary.keys, keys[at] as number)
      const value = tf * (id < 0 ? vocabulary.unseenIdf : (vocabulary.idf[id] as number))
      squares += value * value
      if (id < 0) unseen += value * value
      else {
        ids.push(id)
        values.push(value)
      }
    }
    if (squares === 0) return
    if (block === 0) {
      unknown = unseen / squares
      stems = ids.length
    }
    const scale = (BLOCK_WEIGHTS[block] ?? 0) / whole / Math.sqrt(squares)
    for (let one = from; one < ids.length; one++) values[one] = (values[one] as number) * scale
  })
  return { ids, values, stems, unknown }
}
