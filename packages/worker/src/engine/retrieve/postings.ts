import { findKey } from '../text/index.ts'
import type { SectionArray, SectionReader } from '../text/snapshot.ts'

/** Counts of each term's hash in each passage, gathered while an index is built. */
export class PostingsWriter {
  readonly #terms = new Map<number, number[]>()
  readonly #lengths: number[] = []

  /** Passages must come in order; `weight` is how often the term counts as standing there. */
  add(passage: number, counts: ReadonlyMap<number, number>): void {
    let length = 0
    for (const [term, count] of counts) {
      length += count
      const list = this.#terms.get(term)
      if (list === undefined) this.#terms.set(term, [passage, count])
      else list.push(passage, count)
    }
    this.#lengths[passage] = length
  }

  /** Terms ascending; each list as varints of gap × 4 + (count capped at 4) − 1. */
  sections(name: string): Record<string, SectionArray> {
    const keys = Uint32Array.from(this.#terms.keys()).sort()
    const starts = new Uint32Array(keys.length + 1)
    const bytes: number[] = []
    keys.forEach((key, at) => {
      const list = this.#terms.get(key) ?? []
      let before = -1
      for (let i = 0; i < list.length; i += 2) {
        const passage = list[i] as number
        let value = (passage - before - 1) * 4 + Math.min(list[i + 1] as number, 4) - 1
        before = passage
        while (value > 127) {
          bytes.push((value & 127) | 128)
          value >>>= 7
        }
        bytes.push(value)
      }
      starts[at + 1] = bytes.length
    })
    return {
      [`${name}.keys`]: keys,
      [`${name}.starts`]: starts,
      [`${name}.bytes`]: Uint8Array.from(bytes),
      [`${name}.lengths`]: Uint16Array.from(this.#lengths, (length) => Math.min(length, 65535)),
    }
  }
}

/** One block of an opened index: term → passages, scored by BM25 (Robertson & Zaragoza 2009). */
export interface Postings {
  keys: Uint32Array
  starts: Uint32Array
  bytes: Uint8Array
  lengths: Uint16Array
  mean: number
}

export function openPostings(section: SectionReader, name: string): Postings {
  const lengths = section.u16(`${name}.lengths`)
  let total = 0
  for (const length of lengths) total += length
  return {
    keys: section.u32(`${name}.keys`),
    starts: section.u32(`${name}.starts`),
    bytes: section.u8(`${name}.bytes`),
    lengths,
    mean: Math.max(1, total / Math.max(1, lengths.length)),
  }
}

export interface Bm25 {
  k1: number
  b: number
}

/**
 * Adds a term's BM25 to `scores`; with `mask`, also sets `bit` for each passage that has the term.
 * Returns how many postings were read.
 */
export function scoreTerm(
  postings: Postings,
  hash: number,
  weight: number,
  { k1, b }: Bm25,
  scores: Float32Array,
  mask?: { bits: Uint32Array; bit: number },
): number {
  const at = findKey(postings.keys, hash)
  if (at < 0) return 0
  const { bytes, lengths, mean } = postings
  const end = postings.starts[at + 1] as number
  const start = postings.starts[at] as number
  const df = countValues(bytes, start, end)
  const idf = Math.log(1 + (lengths.length - df + 0.5) / (df + 0.5))
  let passage = -1
  for (let read = start; read < end;) {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = bytes[read++] as number
      value |= (byte & 127) << shift
      if (byte < 128) break
      shift += 7
    }
    passage += (value >>> 2) + 1
    const count = (value & 3) + 1
    const norm = k1 * (1 - b + (b * (lengths[passage] as number)) / mean)
    scores[passage] = (scores[passage] as number) + (weight * idf * (count * (k1 + 1))) / (count + norm)
    if (mask !== undefined) mask.bits[passage] = (mask.bits[passage] as number) | mask.bit
  }
  return df
}

/** Inverse document frequency of a term; that of a term nobody has when it is unknown. */
export function idfOf(postings: Postings, hash: number): number {
  const at = findKey(postings.keys, hash)
  const df = at < 0 ? 0 : countValues(postings.bytes, postings.starts[at] as number, postings.starts[at + 1] as number)
  return Math.log(1 + (postings.lengths.length - df + 0.5) / (df + 0.5))
}

function countValues(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if ((bytes[at] as number) < 128) count++
  return count
}
