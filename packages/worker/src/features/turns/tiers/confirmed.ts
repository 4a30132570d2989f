import { detectConsent } from '../../../engine/intents/index.ts'
import type { Answer, Said, Tier, Verdict } from '../turn.ts'
import { fixed } from '../wording/wording.ts'
import { used } from './tool-answer.ts'

/** The visitor's yes or no to "Shall I …?". Who speaks of something else has not agreed: the question is dropped. */
export const confirmed: Tier = {
  name: 'rules',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const { pending } = turn.tools
    if (pending === null) return { kind: 'passed', reason: '' }
    turn.trace.tools.pending = pending
    const consent = detectConsent(turn.question)
    if (consent === 'yes') {
      const verdict = await used(turn, pending.spec, pending.given, pending)
      const answer: Answer = { ...verdict.answer, tier: 'rules' }
      for (const sentence of answer.sentences) yield { kind: 'sentence', sentence }
      return { ...verdict, answer }
    }
    await turn.tools.leave(pending, consent === 'no' ? 'declined' : 'dropped')
    if (consent === null)
      return { kind: 'passed', reason: 'The visitor neither agreed nor refused, so nothing was done.' }
    const sentence = fixed(turn, 'toolLeft')
    yield { kind: 'sentence', sentence }
    const answer: Answer = { tier: 'rules', kind: 'answer', confidence: 1, sentences: [sentence], offers: [] }
    return { kind: 'answered', answer, reason: `The visitor said no to “${pending.spec.name}”.` }
  },
}
