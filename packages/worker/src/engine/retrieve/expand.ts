import { stem, words } from '../text/index.ts'
import { isFoldedStopWord } from '../text/stop-words.ts'
import { hashTerm } from './grams.ts'
import { concepts } from '../lexicon/index.ts'

/** A phrase of a concept as hashes of its content stems, which is what an index holds. */
interface Kin {
  lang: string
  hashes: number[]
}
interface Table {
  /** First stem of a phrase → the phrases that start so, longest first. */
  starts: Map<string, { stems: string[]; concept: number }[]>
  kin: Kin[][]
}
let table: Table | undefined

/** Stems of a text in order with stop words kept, so that "how much" and "tune up" can be seen. */
export function stemSequence(text: string, lang: string): string[] {
  return words(text).map((word) => stem(word.text, lang))
}

/**
 * Other ways to say what stands in the question, in every language of the lexicon. `from` and `to` are positions in
 * the question's stems; an expansion stands in for those words.
 */
export function kinOf(sequence: readonly string[]): { from: number; to: number; kin: readonly Kin[] }[] {
  table ??= buildTable()
  const found: { from: number; to: number; kin: readonly Kin[] }[] = []
  for (let at = 0; at < sequence.length; at++) {
    const seen = new Set<number>()
    let longest = 0
    for (const { stems, concept } of table.starts.get(sequence[at] ?? '') ?? []) {
      if (stems.length < longest || seen.has(concept)) continue
      if (!stems.every((one, i) => sequence[at + i] === one)) continue
      longest = stems.length
      seen.add(concept)
      found.push({ from: at, to: at + stems.length, kin: table.kin[concept] ?? [] })
    }
  }
  return found
}

function buildTable(): Table {
  const starts: Table['starts'] = new Map()
  const kin = concepts.map((phrases, concept) =>
    phrases.map(({ lang, text }) => {
      const stems = stemSequence(text, lang)
      const first = stems[0]
      if (first !== undefined) {
        const list = starts.get(first) ?? []
        list.push({ stems, concept })
        list.sort((a, b) => b.stems.length - a.stems.length)
        starts.set(first, list)
      }
      const hashes = words(text)
        .filter((word) => !isFoldedStopWord(word.text, lang))
        .map((word) => hashTerm(stem(word.text, lang)))
      return { lang, hashes }
    }),
  )
  return { starts, kin }
}
