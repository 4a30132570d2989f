import { search, type Candidate } from '../../engine/retrieve/index.ts'
import { joinNear } from '../../engine/vectors/index.ts'
import { respell } from '../../engine/spelling/index.ts'
import { words } from '../../engine/text/index.ts'
import type { Reasoned, Turn } from './turn.ts'

/** What was heard: the visitor's words with their slips set right, and the passages that may hold the answer. */
export interface Heard {
  question: string
  /** The same as it stands alone, after what was said before. */
  asked: string
  candidates: Candidate[]
  /** For the trace, by reference. */
  why: Pick<Reasoned, 'candidates' | 'counted'>
}

const k = 12
const heardBefore = new WeakMap<Turn, Heard>()

/** Searched once a turn; again when the pages found show that a word was a slip. */
export function heard(turn: Turn): Heard {
  const known = heardBefore.get(turn)
  if (known !== undefined) return known
  const found = searched(turn, turn.asked)
  const vocabulary = vocabularyOf(turn, found.candidates)
  const question = respell(turn.question, turn.lang, vocabulary).text
  const asked = respell(turn.asked, turn.lang, vocabulary).text
  const again = asked === turn.asked ? found : searched(turn, asked)
  turn.trace.passages.push(...again.candidates.map(({ passage, score }) => ({ id: passage.id, score })))
  const candidates = again.candidates.slice(0, 5).map(({ passage, score }) => ({
    id: passage.id,
    score,
    label: [passage.title, ...passage.headings.slice(-1)].join(' › ').slice(0, 120),
  }))
  const result = { question, asked, candidates: again.candidates, why: { candidates, counted: again.counted } }
  heardBefore.set(turn, result)
  return result
}

function searched(turn: Turn, asked: string): ReturnType<typeof search> {
  const { index } = turn.knowledge
  if (index === null) return { candidates: [], counted: { candidates: 0, postings: 0 } }
  const found = search(index, asked, { lang: turn.lang, k, context: turn.previous.slice(-2) })
  return { ...found, candidates: joinNear(index, found.candidates, turn.trace.near?.passages ?? [], k) }
}

/** The words of the passages found, best first, and the names of the business. A like word of another language is no slip. */
function vocabularyOf(turn: Turn, candidates: readonly Candidate[]): string[] {
  const own = candidates.filter(({ passage }) => passage.lang === turn.lang || passage.lang === 'und')
  const texts = own.flatMap(({ passage }) => [passage.text, ...passage.headings, passage.title])
  const names = turn.knowledge.facts.flatMap((location) => [
    location.name.value,
    ...location.addresses.map((one) => one.value),
    ...location.areas.map((one) => one.value.name),
  ])
  return [...new Set([...texts, ...names].flatMap((text) => words(text)).map((word) => word.text))]
}
