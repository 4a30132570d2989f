import { matchScenario, type ScenarioVerdict } from '../../../engine/classify/index.ts'
import { answerFromFacts } from '../../../engine/facts/index.ts'
import type { EvidenceOut, OfferOut, SentenceOut } from '../../conversations/schema.ts'
import type { PlaybookDocument } from '../../playbook/index.ts'
import type { Answer, Reasoned, Said, Tier, Turn, Verdict } from '../turn.ts'
import { callOffer, fixed, ownersWords } from '../wording.ts'

type Scenario = PlaybookDocument['scenarios'][number]

/** Facts that answer exactly, then the scenario the trained classifier recognises. */
export const semantic: Tier = {
  name: 'semantic',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const facts = fromFacts(turn)
    if (facts !== null) {
      for (const sentence of facts.answer.sentences) yield { kind: 'sentence', sentence }
      return { kind: 'answered', ...facts }
    }
    if (turn.playbook === null) return { kind: 'passed', reason: 'No playbook is published and no fact answers.' }
    const verdict = matchScenario(turn.playbook.scenarios, turn.question)
    const why = reasonOf(verdict, turn)
    const answer = fromScenario(turn, verdict)
    if (answer === null) return { kind: 'passed', ...why }
    for (const sentence of answer.sentences) yield { kind: 'sentence', sentence }
    return { kind: 'answered', answer, ...why }
  },
}

function fromFacts(turn: Turn): ({ answer: Answer } & Reasoned) | null {
  const { facts } = turn.knowledge
  const found = answerFromFacts(turn.question, { lang: turn.lang, facts, now: turn.now, previous: [...turn.previous] })
  if (found === null) return null
  const sentences = found.sentences.map(({ text, evidence }): SentenceOut => ({ text, lang: turn.lang, evidence: [evidence].flat() as EvidenceOut[] }))
  return { answer: { tier: 'semantic', kind: 'answer', confidence: found.confidence, sentences, offers: [] }, reason: `A fact answers: ${found.why}`, score: found.confidence }
}

/** The scenario that was recognised says what to do; `knowledge: true` leaves the answer to the tiers below. */
function fromScenario(turn: Turn, verdict: ScenarioVerdict): Answer | null {
  switch (verdict.kind) {
    case 'pass':
      return null
    case 'match': {
      const scenario = find(turn, verdict.id)
      return scenario === undefined || scenario.answer.knowledge ? null : told(turn, [scenario], confidenceOf(verdict))
    }
    case 'both': {
      const both = verdict.ids.flatMap((id) => find(turn, id) ?? [])
      return both.length < 2 || both.some((scenario) => scenario.answer.knowledge) ? null : told(turn, both, confidenceOf(verdict))
    }
    case 'ask':
      return turn.lastKind === 'clarify' ? null : asked(turn, verdict.ids.flatMap((id) => find(turn, id) ?? []), confidenceOf(verdict))
    default:
      return verdict satisfies never
  }
}

const find = (turn: Turn, id: string): Scenario | undefined => turn.playbook?.document.scenarios.find((scenario) => scenario.id === id)

function told(turn: Turn, scenarios: Scenario[], confidence: number): Answer | null {
  const sentences = scenarios.flatMap((scenario) => ownersWords(turn, scenario.answer.say ?? {}, scenario.id) ?? [])
  const offers = scenarios.flatMap((scenario): OfferOut[] => {
    if (scenario.answer.offer === 'message') return [{ kind: 'message' }]
    return scenario.answer.offer === 'handoff' ? [{ kind: 'person' }, ...callOffer(turn)] : []
  })
  if (sentences.length === 0 && offers.length > 0) sentences.push(fixed(turn, 'message'))
  if (sentences.length === 0) return null
  const kind = scenarios.some((scenario) => scenario.answer.offer === 'handoff') ? 'handoff' : 'answer'
  return { tier: 'semantic', kind, confidence, sentences, offers }
}

/** Two are close: ask once, in the words of the scenarios' own first examples. */
function asked(turn: Turn, scenarios: Scenario[], confidence: number): Answer | null {
  const [first, second] = scenarios.map((scenario) => (scenario.examples[turn.lang] ?? Object.values(scenario.examples)[0])?.[0])
  if (first === undefined || second === undefined) return null
  const offers: OfferOut[] = [first, second].map((text) => ({ kind: 'ask', text }))
  return { tier: 'semantic', kind: 'clarify', confidence, sentences: [fixed(turn, 'clarify', { first: `“${first}”`, second: `“${second}”` })], offers }
}

function confidenceOf(verdict: { score: number; threshold: number }): number {
  return Math.max(0, Math.min(1, 0.5 + (verdict.score - verdict.threshold) / 2))
}

function reasonOf(verdict: ScenarioVerdict, turn: Turn): Reasoned {
  const counted = { scenarios: turn.playbook?.document.scenarios.length ?? 0 }
  const named = (list: { id: string; score: number }[]) => list.slice(0, 5).map(({ id, score }) => ({ id, label: find(turn, id)?.name ?? id, score }))
  const { threshold } = verdict
  switch (verdict.kind) {
    case 'pass':
      return { reason: verdict.reason, threshold, counted, ...(verdict.best === undefined ? {} : { score: verdict.best.score, candidates: named([verdict.best]) }) }
    case 'match': {
      const leaves = find(turn, verdict.id)?.answer.knowledge === true
      const reason = leaves ? `Scenario “${verdict.id}”: answer from what was taught.` : `Scenario “${verdict.id}”, nearest to “${verdict.nearest}”.`
      return { reason, score: verdict.score, threshold, counted, candidates: named([{ id: verdict.id, score: verdict.score }, ...verdict.runnersUp]) }
    }
    case 'both':
      return { reason: `Two in one message: “${verdict.ids.join('” and “')}”.`, score: verdict.score, threshold, counted, candidates: named(verdict.runnersUp) }
    case 'ask':
      return { reason: `“${verdict.ids.join('” and “')}” are too close to tell apart.`, score: verdict.score, threshold, counted }
    default:
      return verdict satisfies never
  }
}
