import type { Space } from './space.ts'
import { SVM, trainBinary } from './svm.ts'

const FOLDS = 5
const FEWEST = 8
const BIG = 2500
/** How far above an utterance without a known word (`silence`) a match has to be, however few examples there are. */
const MORE_THAN_SILENCE = 0.25
/** Share of the strangers that may come in, if the owner's own phrasings allow it. */
const LET_IN = 0.15
const ROUGH = { ...SVM, rounds: 6, tolerance: 0.3 }

/** Scores of examples by models that had not seen them: of those whose scenario was known, and of those of absent ones. */
export interface CrossScores {
  own: { score: number; scenario: number; right: boolean }[]
  strangers: number[]
}

/**
 * Scores each fifth of the examples by a model without it and without a fifth of the scenarios, whose examples play
 * strangers. Starts from the whole model's dual variables (`alphas`, by scenario), so that few rounds are enough.
 */
export function crossScore(
  space: Space,
  classes: readonly number[],
  count: number,
  alphas: readonly Float64Array[],
): CrossScores {
  const scores: CrossScores = { own: [], strangers: [] }
  if (classes.length < FEWEST || count < 2) return scores
  const folds = classes.length > BIG ? 1 : FOLDS
  for (let fold = 0; fold < folds; fold++) {
    const absent = (row: number): boolean => count >= FOLDS && (classes[row] ?? 0) % FOLDS === (fold + 1) % FOLDS
    const held = [...classes.keys()].filter((row) => row % FOLDS === fold || absent(row))
    const seen = Uint32Array.from([...classes.keys()].filter((row) => row % FOLDS !== fold && !absent(row)))
    const best = held.map(() => ({ score: -Infinity, scenario: -1 }))
    const part = space.narrowed(seen)
    const moved = new Uint32Array(seen.length)
    const by = new Float64Array(seen.length)
    for (let c = 0; c < count; c++) {
      if (count >= FOLDS && c % FOLDS === (fold + 1) % FOLDS) continue
      const alpha = (alphas[c] ?? new Float64Array(classes.length)).slice()
      const isOne = (row: number): boolean => classes[row] === c
      trainBinary(part, seen, isOne, ROUGH, alpha)
      let used = 0
      for (let at = 0; at < seen.length; at++) {
        const row = seen[at] as number
        if (alpha[row] === 0) continue
        moved[used] = row
        by[used++] = (alpha[row] as number) * (isOne(row) ? 1 : -1)
      }
      held.forEach((row, at) => {
        const score = space.valueMoved(row, moved, by, used)
        const leader = best[at]
        if (leader !== undefined && score > leader.score) best[at] = { score, scenario: c }
      })
    }
    held.forEach((row, at) => {
      const { score, scenario } = best[at] ?? { score: -1, scenario: -1 }
      if (absent(row)) scores.strangers.push(score)
      else scores.own.push({ score, scenario: classes[row] ?? 0, right: scenario === classes[row] })
    })
  }
  return scores
}

/**
 * The threshold: where `LET_IN` of the strangers would come in, as long as that turns away between 0.4 and 1.4 times
 * `falseRejection` of the understood examples. Scenarios that differ well so keep nearly all of their own; alike ones pay
 * for keeping strangers out, but not without end.
 */
export function chooseThreshold(scores: CrossScores, falseRejection: number, silence: number): number {
  // A scenario that stands alone has learned nothing but yes: there silence itself scores high, and half-way to a sure match is asked.
  const floor = Math.min(silence + MORE_THAN_SILENCE, (silence + 1) / 2)
  return Math.max(proven(scores, falseRejection) ?? -Infinity, floor)
}

function proven({ own, strangers }: CrossScores, falseRejection: number): number | undefined {
  const right = own
    .filter((one) => one.right)
    .map((one) => one.score)
    .sort((a, b) => a - b)
  if (right.length < FEWEST) return undefined
  const turnedAway = (share: number): number => right[Math.min(right.length - 1, Math.floor(right.length * share))] ?? 0
  if (strangers.length < FEWEST) return turnedAway(falseRejection)
  const nearest = strangers.toSorted((a, b) => b - a)
  const wanted = nearest[Math.floor(nearest.length * LET_IN)] ?? 0
  return Math.min(Math.max(wanted, turnedAway(0.4 * falseRejection)), turnedAway(1.4 * falseRejection))
}
