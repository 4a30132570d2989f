import { fold, type Value, valuesIn } from '../evidence/index.ts'
import type { Passage, Quote } from '../passage.ts'
import { sentences, terms } from '../text/index.ts'
import { isBoilerplate, isOrder, isTestimonial } from './unquotable.ts'

/** What retrieval hands over; `Candidate` of engine/retrieve fits. */
export interface Ranked {
  passage: Passage
  /** Higher is better; only compared within one list. */
  score: number
}

/** The smallest thing that can be quoted: one sentence of a passage, or a whole table row. */
export interface Unit {
  passage: Passage
  /** Offsets into the passage's text. */
  start: number
  end: number
  text: string
  folded: string
  stems: ReadonlySet<string>
  index: number
  values: readonly Value[]
  /** 0…1, the passage's retrieval score over the best one. */
  rank: number
}

export function unitsOf(ranked: readonly Ranked[]): Unit[] {
  const best = Math.max(...ranked.map((r) => r.score), 1e-9)
  return ranked.flatMap(({ passage, score }) => {
    const asked = questionLine(passage)
    const spans =
      passage.kind === 'table-row'
        ? [{ start: 0, end: passage.text.length }]
        : sentences(passage.text, passage.lang).filter((span) => span.start >= asked)
    return spans.flatMap(({ start, end }, index) => {
      const text = passage.text.slice(start, end)
      if (
        text.trim() === '' ||
        isOrder(text) ||
        isTestimonial(text) ||
        (isBoilerplate(text) && passage.kind !== 'table-row')
      )
        return []
      const folded = fold(text)
      return [
        {
          passage,
          start,
          end,
          text,
          folded,
          stems: new Set(terms(text, passage.lang)),
          index,
          values: valuesIn(text, passage.lang),
          rank: Math.max(0, score / best),
        },
      ]
    })
  })
}

/** The exact words from one unit to another of the same passage. */
export function quoteOf(first: Unit, last: Unit = first): Quote {
  const { passage } = first
  return {
    documentId: passage.documentId,
    versionId: passage.versionId,
    url: passage.url,
    title: passage.title,
    anchor: passage.anchor,
    lang: passage.lang,
    text: passage.text.slice(first.start, last.end),
    start: passage.start + first.start,
    end: passage.start + last.end,
  }
}

/** Where the answer of a question-and-answer passage begins; 0 when it opens with no question. */
export function questionLine(passage: Passage): number {
  const line = /^[^\n]*[?؟][^\p{L}\n]*\n/u.exec(passage.text)
  return line === null ? 0 : line[0].length
}
