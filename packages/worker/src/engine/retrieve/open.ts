import type { Passage } from '../passage.ts'
import { readSnapshot, unpackText } from '../text/snapshot.ts'
import { MAGIC, type IndexHeader } from './index-build.ts'
import { openPostings, type Postings } from './postings.ts'

/** An opened snapshot: views over its bytes; a passage is decoded when asked for. */
export interface PassageIndex {
  passageCount: number
  /** Languages of the passages, most frequent first. */
  languages: readonly string[]
  /** Bytes this index keeps alive: evict by it. */
  heapBytes: number
  passage(at: number): Passage
  blocks: Readonly<Record<'stems' | 'headings' | 'pairs' | 'trigrams' | 'fourgrams', Postings>>
  shapes: Uint8Array
}

/** Opens a blob of `buildIndex`. Throws `SnapshotError` on other bytes. */
export function openIndex(blob: Uint8Array): PassageIndex {
  const { header, section } = readSnapshot(MAGIC, blob)
  const { count, languages } = header as IndexHeader
  const bytes = section.u8('passages')
  const offsets = section.u32('passageOffsets')
  return {
    passageCount: count,
    languages,
    heapBytes: blob.byteLength + 4096,
    passage: (at) => {
      if (!Number.isInteger(at) || at < 0 || at >= count)
        throw new RangeError(`There is no passage ${at}; there are ${count}.`)
      return JSON.parse(unpackText(bytes, offsets, at)) as Passage
    },
    blocks: {
      stems: openPostings(section, 'stems'),
      headings: openPostings(section, 'headings'),
      pairs: openPostings(section, 'pairs'),
      trigrams: openPostings(section, 'trigrams'),
      fourgrams: openPostings(section, 'fourgrams'),
    },
    shapes: section.u8('shapes'),
  }
}
