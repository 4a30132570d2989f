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
  /** 0…1, the passage's retrieval score over the best one; in another language than that, over the best of its own. */
  rank: number
}

/** The best passage of another language than the best passage's. */
const ABROAD = 0.8

export function unitsOf(ranked: readonly Ranked[]): Unit[] {
  const first = ranked.reduce<Ranked | undefined>((a, b) => (a === undefined || b.score > a.score ? b : a), undefined)
  const best = new Map<string, number>()
  for (const { passage, score } of ranked) best.set(passage.lang, Math.max(score, best.get(passage.lang) ?? 1e-9))
  const rankOf = ({ passage, score }: Ranked) =>
    Math.max(0, score / (best.get(passage.lang) ?? score)) * (passage.lang === first?.passage.lang ? 1 : ABROAD)
  return ranked.flatMap((one) => {
    const { passage } = one
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
          rank: rankOf(one),
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
