import type { Answer, Said, Tier, Turn, Verdict } from '../turn.ts'
import { type Meant, meant } from './meant.ts'
import { confidenceOf, reasonOf } from './reason.ts'
import { askedBack, told } from './told.ts'

/** After the pages had nothing: the scenario that was likely meant, or the question which of two. Never asked twice. */
export const hesitant: Tier = {
  name: 'semantic',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const found = meant(turn)
    if (found === null) return { kind: 'passed', reason: 'No playbook is published.' }
    const why = reasonOf(turn, found)
    const answer = answerOf(turn, found)
    if (answer === null) return { kind: 'passed', ...why }
    for (const sentence of answer.sentences) yield { kind: 'sentence', sentence }
    return { kind: 'answered', answer, ...why }
  },
}

function answerOf(turn: Turn, found: Meant): Answer | null {
  switch (found.kind) {
    case 'likely':
      return told(turn, found.scenarios, confidenceOf(found.verdict))
    case 'either':
      return turn.lastKind === 'clarify' ? null : askedBack(turn, found.scenarios, confidenceOf(found.verdict))
    case 'clear':
    case 'topic':
    case 'none':
      return null
    default:
      return found satisfies never
  }
}
