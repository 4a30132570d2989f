import { decide, SVM, trainBinary, type Rows } from './svm.ts'

const FOLDS = 5
const FEWEST = 8
const BIG = 2500
/** How far above an utterance without a known word (`silence`) a match has to be, however few examples there are. */
const MORE_THAN_SILENCE = 0.25
/** Times `falseRejection`: how much of a rejection a stranger let in is worth. */
const STRANGER_COST = 6
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
  rows: Rows,
  classes: readonly number[],
  count: number,
  alphas: readonly Float64Array[],
): CrossScores {
  const scores: CrossScores = { own: [], strangers: [] }
  if (classes.length < FEWEST || count < 2) return scores
  const weights = new Float64Array(rows.width + 1)
  const folds = classes.length > BIG ? 1 : FOLDS
  for (let fold = 0; fold < folds; fold++) {
    const absent = (row: number): boolean => count >= FOLDS && (classes[row] ?? 0) % FOLDS === (fold + 1) % FOLDS
    const held = [...classes.keys()].filter((row) => row % FOLDS === fold || absent(row))
    const seen = Uint32Array.from([...classes.keys()].filter((row) => row % FOLDS !== fold && !absent(row)))
    const best = held.map(() => ({ score: -Infinity, scenario: -1 }))
    for (let c = 0; c < count; c++) {
      if (count >= FOLDS && c % FOLDS === (fold + 1) % FOLDS) continue
      trainBinary(
        rows,
        seen,
        (row) => classes[row] === c,
        ROUGH,
        weights,
        (alphas[c] ?? new Float64Array(classes.length)).slice(),
      )
      held.forEach((row, at) => {
        const score = decide(rows, row, weights)
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
 * The threshold from what the cross scores show: two parts of where `falseRejection` of the understood examples are turned
 * away, one part of where turning away starts to cost more than strangers let in. The first alone lets many strangers in
 * where scenarios are alike; the second alone is unsteady with few examples.
 */
export function chooseThreshold(scores: CrossScores, falseRejection: number, silence: number): number {
  return Math.max(proven(scores, falseRejection) ?? -Infinity, silence + MORE_THAN_SILENCE)
}

function proven({ own, strangers }: CrossScores, falseRejection: number): number | undefined {
  const right = own
    .filter((one) => one.right)
    .map((one) => one.score)
    .sort((a, b) => a - b)
  if (right.length < FEWEST) return undefined
  const quantile = right[Math.floor(right.length * falseRejection)] ?? 0
  if (strangers.length < FEWEST) return quantile
  const balance = right.find((score, at) => {
    const letIn = strangers.reduce((sum, other) => sum + (other >= score ? 1 : 0), 0) / strangers.length
    return at / right.length >= letIn * falseRejection * STRANGER_COST
  })
  return (2 * quantile + (balance ?? quantile)) / 3
}
