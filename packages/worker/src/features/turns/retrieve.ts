import { search, type Candidate } from '../../engine/retrieve/index.ts'
import type { Reasoned, Turn } from './turn.ts'

/** The passages that may hold the answer; noted in the trace by reference. */
export function retrieve(turn: Turn): { candidates: Candidate[]; why: Pick<Reasoned, 'candidates' | 'counted'> } {
  const { index } = turn.knowledge
  if (index === null) return { candidates: [], why: { counted: { candidates: 0 } } }
  const found = search(index, turn.asked, { lang: turn.lang, k: 12, context: turn.previous.slice(-2) })
  if (turn.trace.passages.length === 0) {
    turn.trace.passages.push(...found.candidates.map(({ passage, score }) => ({ id: passage.id, score })))
  }
  const candidates = found.candidates.slice(0, 5).map(({ passage, score }) => ({
    id: passage.id, score, label: [passage.title, ...passage.headings.slice(-1)].join(' › ').slice(0, 120),
  }))
  return { candidates: found.candidates, why: { candidates, counted: found.counted } }
}
