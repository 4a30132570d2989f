import type { OfferOut, SentenceOut } from '../../conversations/schema.ts'
import type { Answer, Turn } from '../turn.ts'
import { callOffer, fixed, ownersWords } from '../wording/wording.ts'
import type { Scenario } from './meant.ts'

/** What the owner lets be said in these scenarios, with the ways on that they offer. */
export function told(turn: Turn, scenarios: readonly Scenario[], confidence: number): Answer | null {
  const sentences = scenarios.flatMap((scenario) => ownersWords(turn, scenario.answer.say ?? {}, scenario.id) ?? [])
  const offers = scenarios.flatMap((scenario): OfferOut[] => {
    if (scenario.answer.offer === 'message') return [{ kind: 'message' }]
    return scenario.answer.offer === 'handoff' ? [{ kind: 'person' }, ...callOffer(turn)] : []
  })
  if (sentences.length === 0 && offers.length > 0) sentences.push(fixed(turn, 'message'))
  if (sentences.length === 0) return null
  const kind = scenarios.some((scenario) => scenario.answer.offer === 'handoff') ? 'handoff' : 'answer'
  const answer: Answer = { tier: 'semantic', kind, confidence, sentences, offers }
  return kind === 'handoff' && turn.reachable ? { ...answer, fetches: 'transfer' } : answer
}

/** Two are close: ask once, in the words of the scenarios' own first examples. */
export function askedBack(turn: Turn, scenarios: readonly Scenario[], confidence: number): Answer | null {
  const [first, second] = scenarios.map(
    (scenario) => (scenario.examples[turn.lang] ?? Object.values(scenario.examples)[0])?.[0],
  )
  if (first === undefined || second === undefined) return null
  const offers: OfferOut[] = [first, second].map((text) => ({ kind: 'ask', text }))
  return {
    tier: 'semantic',
    kind: 'clarify',
    confidence,
    sentences: [fixed(turn, 'clarify', { first: `“${first}”`, second: `“${second}”` })],
    offers,
  }
}

/** The owner's words of a scenario that leaves the answer to the pages: said after it, or when there is none. */
export function afterwords(turn: Turn, scenario: Scenario): SentenceOut | null {
  return scenario.answer.say === undefined ? null : ownersWords(turn, scenario.answer.say, scenario.id)
}
