import { splitClauses } from './clauses.ts'
import type { ScenarioModel } from './model.ts'
import { nearestExample, scoreUtterance, type Scored } from './score.ts'

export interface Ranked {
  id: string
  score: number
}
export type ScenarioVerdict =
  | { kind: 'match'; id: string; score: number; threshold: number; nearest: string; runnersUp: Ranked[] }
  | {
      kind: 'both'
      ids: [string, string]
      score: number
      threshold: number
      nearest: [string, string]
      runnersUp: Ranked[]
    }
  | { kind: 'ask'; ids: [string, string]; score: number; threshold: number; nearest: [string, string] }
  | { kind: 'pass'; reason: string; best?: Ranked; threshold: number }

/** Fewer than two letters or digits are a slip of the finger. */
const SOMETHING = /[\p{L}\p{N}].*[\p{L}\p{N}]/su
/** Two scenarios closer than this (difference of decision values) are one question to the visitor. */
const ASK_GAP = 0.2
/** The second of two close scenarios may be this much below the threshold. */
const ASK_SLACK = 0.15
/** A half of a message with more of its words unknown than this is not a request of its own. */
const MOST_UNKNOWN = 0.35

/** What likeness by vectors may add to a decision value: enough to lift a paraphrase, not to make a match of nothing. */
const LIFT = 0.5

/**
 * Which scenario an utterance is, by the trained model; never throws, whatever the utterance. `near` gives, by scenario,
 * how much the utterance is like its examples by other means, 0 to 1.
 */
export function matchScenario(
  model: ScenarioModel,
  utterance: string,
  near: ReadonlyMap<string, number> = new Map(),
): ScenarioVerdict {
  const { threshold } = model
  if (model.ids.length === 0) return { kind: 'pass', reason: 'No scenario has examples.', threshold }
  const whole = lifted(scoreUtterance(model, utterance), near)
  const first = whole.ranked[0]
  if (whole.empty || first === undefined || !SOMETHING.test(utterance))
    return { kind: 'pass', reason: 'There are no words in this message.', threshold }
  const both = matchBoth(model, utterance, whole)
  if (both !== undefined) return both
  const best = { id: first.id, score: whole.score }
  if (whole.score < threshold) {
    const reason = `Nearest is “${first.id}” with ${whole.score.toFixed(2)}, below the threshold of ${threshold.toFixed(2)}.`
    return { kind: 'pass', reason, best, threshold }
  }
  const second = whole.ranked[1]
  if (second !== undefined && first.value - second.value < ASK_GAP && second.value >= threshold - ASK_SLACK) {
    const nearest: [string, string] = [exampleOf(model, whole), nearestExample(model, whole, second.index)]
    return { kind: 'ask', ids: [first.id, second.id], score: whole.score, threshold, nearest }
  }
  return { kind: 'match', ...best, threshold, nearest: exampleOf(model, whole), runnersUp: runnersUp(whole) }
}

function matchBoth(model: ScenarioModel, utterance: string, whole: Scored): ScenarioVerdict | undefined {
  const likely = new Set(whole.ranked.slice(0, 3).map((one) => one.id))
  for (const [left, right] of splitClauses(utterance)) {
    const a = scoreUtterance(model, left)
    const b = scoreUtterance(model, right)
    const first = a.ranked[0]
    const second = b.ranked[0]
    if (first === undefined || second === undefined || first.id === second.id) continue
    if (!likely.has(first.id) || !likely.has(second.id)) continue
    const score = Math.min(a.score, b.score)
    if (score < model.threshold || a.vector.unknown > MOST_UNKNOWN || b.vector.unknown > MOST_UNKNOWN) continue
    if (!ahead(a) || !ahead(b)) continue
    return {
      kind: 'both',
      ids: [first.id, second.id],
      score,
      threshold: model.threshold,
      nearest: [exampleOf(model, a), exampleOf(model, b)],
      runnersUp: runnersUp(whole),
    }
  }
  return undefined
}

function lifted(scored: Scored, near: ReadonlyMap<string, number>): Scored {
  if (near.size === 0) return scored
  const ranked = scored.ranked
    .map((one) => ({ ...one, value: one.value + LIFT * (near.get(one.id) ?? 0) }))
    .toSorted((a, b) => b.value - a.value || a.index - b.index)
  return { ...scored, ranked, score: ranked[0]?.value ?? -1 }
}

const ahead = (scored: Scored): boolean => (scored.ranked[0]?.value ?? 0) - (scored.ranked[1]?.value ?? -1) > 0.3
const exampleOf = (model: ScenarioModel, scored: Scored): string =>
  nearestExample(model, scored, scored.ranked[0]?.index ?? -1)
const runnersUp = (scored: Scored): Ranked[] => scored.ranked.slice(1, 4).map(({ id, value }) => ({ id, score: value }))
