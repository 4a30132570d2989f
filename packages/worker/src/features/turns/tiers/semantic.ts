import { answerFromFacts } from '../../../engine/facts/index.ts'
import type { EvidenceOut, SentenceOut } from '../../conversations/schema.ts'
import type { Answer, Reasoned, Said, Tier, Turn, Verdict } from '../turn.ts'
import { heard } from '../retrieve.ts'
import { meant } from './meant.ts'
import { atPlace } from './place.ts'
import { confidenceOf, reasonOf } from './reason.ts'
import { isSaidOtherwise } from './singled-out.ts'
import { told } from './told.ts'

/** Facts that answer exactly, then the scenario that is clearly meant. Everything less sure waits until the pages were asked. */
export const semantic: Tier = {
  name: 'semantic',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    if (turn.look !== null) turn.trace.near = await turn.trace.waitFor('vector', turn.look(turn.asked, turn.signal))
    const found = fromFacts(turn) ?? fromScenario(turn)
    if (found.kind === 'answered') for (const sentence of found.answer.sentences) yield { kind: 'sentence', sentence }
    return found
  },
}

function fromFacts(turn: Turn): ({ kind: 'answered'; answer: Answer } & Reasoned) | null {
  const { question, facts } = atPlace(heard(turn).question, turn.previous, turn.knowledge.facts)
  const found = answerFromFacts(question, { lang: turn.lang, facts, now: turn.now, previous: [...turn.previous] })
  if (
    found === null ||
    isSaidOtherwise(
      turn,
      found.sentences.flatMap((sentence) => sentence.evidence),
    )
  )
    return null
  const sentences = found.sentences.map(({ text, evidence }): SentenceOut => ({
    text,
    lang: turn.lang,
    evidence: [evidence].flat() as EvidenceOut[],
  }))
  const answer: Answer = { tier: 'semantic', kind: 'answer', confidence: found.confidence, sentences, offers: [] }
  return { kind: 'answered', answer, reason: `A fact answers: ${found.why}`, score: found.confidence }
}

function fromScenario(turn: Turn): Verdict {
  const found = meant(turn)
  if (found === null) return { kind: 'passed', reason: 'No playbook is published and no fact answers.' }
  const why = reasonOf(turn, found)
  const answer = found.kind === 'clear' ? told(turn, found.scenarios, confidenceOf(found.verdict)) : null
  return answer === null ? { kind: 'passed', ...why } : { kind: 'answered', answer, ...why }
}
