import type { Passage } from '../passage.ts'
import { terms, words } from '../text/index.ts'
import { packTexts, writeSnapshot } from '../text/snapshot.ts'
import { shapesOf } from './forms.ts'
import { eachGram, hashPair, hashTerm } from './grams.ts'
import { PostingsWriter } from './postings.ts'

export const MAGIC = 'FPI1'
export interface IndexHeader {
  count: number
  /** Languages of the passages, most frequent first. */
  languages: string[]
}
/** Characters of a passage that are indexed; the rest is kept and quoted, not searched. */
const LONGEST = 6000

/**
 * One self-contained snapshot of a tenant's passages: their text and all that is needed to search them. The same passages
 * in the same order give the same bytes.
 */
export function buildIndex(passages: readonly Passage[]): Uint8Array {
  const stems = new PostingsWriter()
  const headings = new PostingsWriter()
  const pairs = new PostingsWriter()
  const trigrams = new PostingsWriter()
  const fourgrams = new PostingsWriter()
  const shapes = new Uint8Array(passages.length)
  passages.forEach((passage, at) => {
    const heading = [passage.title, ...passage.headings.filter((one) => one !== passage.title)].join('\n')
    const body = passage.text.slice(0, LONGEST)
    const all = `${heading}\n${body}`
    const sequence = terms(body, passage.lang).map(hashTerm)
    const titles = terms(heading, passage.lang).map(hashTerm)
    stems.add(at, counted([...sequence, ...titles]))
    headings.add(at, counted(titles))
    pairs.add(at, counted(pairsOf(sequence)))
    trigrams.add(at, counted(gramsOf(all, 3)))
    fourgrams.add(at, counted(gramsOf(all, 4)))
    shapes[at] = shapesOf(passage.text)
  })
  const stored = packTexts(passages.map((passage) => JSON.stringify(passage)))
  const header: IndexHeader = { count: passages.length, languages: languagesOf(passages) }
  return writeSnapshot(MAGIC, header, {
    ...stems.sections('stems'),
    ...headings.sections('headings'),
    ...pairs.sections('pairs'),
    ...trigrams.sections('trigrams'),
    ...fourgrams.sections('fourgrams'),
    shapes,
    passages: stored.bytes,
    passageOffsets: stored.offsets,
  })
}

export function pairsOf(sequence: readonly number[]): number[] {
  return sequence.slice(1).map((now, at) => hashPair(sequence[at] as number, now))
}

export function gramsOf(text: string, size: number): number[] {
  const found: number[] = []
  for (const word of words(text)) eachGram(word.text, size, (hash) => found.push(hash))
  return found
}

function counted(hashes: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}

function languagesOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>()
  for (const { lang } of passages) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang]) => lang)
}
