import type { ScenarioVerdict } from '../../../engine/classify/index.ts'
import type { Reasoned, Turn } from '../turn.ts'
import type { Meant } from './meant.ts'

export function confidenceOf(verdict: ScenarioVerdict): number {
  const score = verdict.kind === 'pass' ? verdict.threshold : verdict.score
  return Math.max(0, Math.min(1, 0.5 + (score - verdict.threshold) / 2))
}

/** For the trace: what was recognised, and why it was said or left. */
export function reasonOf(turn: Turn, found: Meant): Reasoned {
  const { verdict } = found
  const scenarios = turn.playbook?.document.scenarios ?? []
  const named = (list: readonly { id: string; score: number }[]) =>
    list.slice(0, 5).map(({ id, score }) => ({ id, label: scenarios.find((one) => one.id === id)?.name ?? id, score }))
  const base = { threshold: verdict.threshold, counted: { scenarios: scenarios.length } }
  const left = {
    clear: 'said in so many words',
    likely: 'only likely, so the pages come first',
    either: 'both as likely',
    topic: 'the pages answer',
    none: 'its examples do not account for the words of the message',
  }[found.kind]
  switch (verdict.kind) {
    case 'pass':
      return {
        ...base,
        reason: verdict.reason,
        ...(verdict.best === undefined ? {} : { score: verdict.best.score, candidates: named([verdict.best]) }),
      }
    case 'match':
      return {
        ...base,
        reason: `Scenario “${verdict.id}”, nearest to “${verdict.nearest}”: ${left}.`,
        score: verdict.score,
        candidates: named([{ id: verdict.id, score: verdict.score }, ...verdict.runnersUp]),
      }
    case 'both':
      return {
        ...base,
        reason: `Two in one message, “${verdict.ids.join('” and “')}”: ${left}.`,
        score: verdict.score,
        candidates: named(verdict.runnersUp),
      }
    case 'ask':
      return { ...base, reason: `Hard to tell apart, “${verdict.ids.join('” and “')}”: ${left}.`, score: verdict.score }
    default:
      return verdict satisfies never
  }
}
