import { answersIt, isOrder } from '../../../engine/answer/index.ts'
import { verifySentence } from '../../../engine/evidence/index.ts'
import type { Candidate } from '../../../engine/retrieve/index.ts'
import type { Passage } from '../../../engine/passage.ts'
import { sentences } from '../../../engine/text/index.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import type { Claim } from '../model/line.ts'
import type { Turn } from '../turn.ts'

export interface Shown {
  /** `P1`, `P2`, …: what the model cites. */
  ref: string
  candidate: Candidate
}

export type Checked = { kind: 'stands'; sentence: SentenceOut; answers: boolean } | { kind: 'refused'; reason: string }

/** Whether a model's sentence may be said: its quote stands where it says, and says all of it. */
export function checkClaim(turn: Turn, claim: Claim, shown: readonly Shown[]): Checked {
  const ref = claim.from.replace(/[[\]]/g, '')
  const passage = shown.find((candidate) => candidate.ref === ref)?.candidate.passage
  if (passage === undefined) return { kind: 'refused', reason: `It cites ${claim.from}, which was not shown to it.` }
  const at = passage.text.indexOf(claim.quote)
  if (at < 0) return { kind: 'refused', reason: 'Its quote does not stand in the passage it names.' }
  if (isPoisoned(passage, at + claim.quote.length))
    return { kind: 'refused', reason: 'It quotes text that was written to a machine, not to visitors.' }
  const { documentId, versionId, url, title, anchor, lang } = passage
  const headings = passage.headings.filter((heading) => !isOrder(heading))
  const end = at + claim.quote.length
  const local = { documentId, versionId, url, title, anchor, lang, text: claim.quote, start: at, end }
  const verdict = verifySentence(claim.say, { ...local, headings }, passage.text, turn.lang)
  if (!verdict.ok) return { kind: 'refused', reason: verdict.detail }
  const quote = { ...local, start: passage.start + at, end: passage.start + end }
  const { question: text, lang: asked, previous } = turn
  return {
    kind: 'stands',
    sentence: { text: claim.say, lang: turn.lang, evidence: [{ kind: 'passage', quote }] },
    answers: answersIt(claim.say, passage, { text, lang: asked, previous }),
  }
}

/** An order to a machine stands in what is quoted, or before it: what follows one is its author's, not the business's. */
function isPoisoned({ text, lang }: Passage, end: number): boolean {
  return sentences(text, lang).some((span) => span.start < end && isOrder(text.slice(span.start, span.end)))
}
