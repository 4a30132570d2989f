import { matchScenario } from '../../../engine/classify/index.ts'
import type { Turn } from '../turn.ts'

/** The scenario of this turn when exactly one was recognised. */
export function recognised(turn: Turn) {
  if (turn.playbook === null) return undefined
  const verdict = matchScenario(turn.playbook.scenarios, turn.question)
  return verdict.kind === 'match' ? turn.playbook.document.scenarios.find((scenario) => scenario.id === verdict.id) : undefined
}
