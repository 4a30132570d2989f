import type { Features } from './features.ts'
import { NEAREST_WEIGHT, UNKNOWN_WEIGHT } from './score.ts'
import { packRows, SVM, trainBinary } from './svm.ts'
import { buildVocabulary, vectorise, type Vector } from './vectors.ts'

const FOLDS = 5
const FEWEST = 8

/**
 * The threshold that turns away `falseRejection` of the utterances that belong to a scenario, from the playbook's own
 * examples: each fifth is scored by a model that saw neither it nor a fifth of the other scenarios.
 */
export function calibrate(
  all: readonly Features[],
  classes: readonly number[],
  count: number,
  falseRejection: number,
): number {
  if (all.length < FEWEST || count < 2) return 0
  const own: number[] = []
  const big = all.length > 2500
  for (let fold = 0; fold < (big ? 1 : FOLDS); fold++) {
    const held = (row: number): boolean => row % FOLDS === fold
    const absent = (row: number): boolean => count >= 5 && (classes[row] ?? 0) % FOLDS === (fold + 1) % FOLDS
    const trainRows = [...all.keys()].filter((row) => !held(row) && !absent(row))
    const vocabulary = buildVocabulary(trainRows.map((row) => all[row] as Features))
    const vectors = trainRows.map((row) => vectorise(all[row] as Features, vocabulary))
    const labels = trainRows.map((row) => classes[row] ?? 0)
    const model = trainAll(vectors, labels, count, vocabulary.keys.length)
    for (const row of all.keys()) {
      if (!held(row) || absent(row)) continue
      const { score, top } = scoreVector(vectorise(all[row] as Features, vocabulary), model, vectors, labels)
      if (top === classes[row]) own.push(score)
    }
  }
  if (own.length < FEWEST) return 0
  own.sort((a, b) => a - b)
  return own[Math.floor(own.length * falseRejection)] ?? 0
}

function trainAll(vectors: readonly Vector[], labels: readonly number[], count: number, width: number): Float64Array[] {
  const rows = packRows(vectors, width)
  const pick = Uint32Array.from(vectors.keys())
  return Array.from({ length: count }, (_, c) => {
    const weights = new Float64Array(width + 1)
    if (labels.includes(c)) trainBinary(rows, pick, (row) => labels[row] === c, SVM, weights)
    else weights[width] = -1
    return weights
  })
}

function scoreVector(
  vector: Vector,
  model: readonly Float64Array[],
  vectors: readonly Vector[],
  labels: readonly number[],
) {
  let top = -1
  let best = -Infinity
  model.forEach((weights, c) => {
    let value = weights[weights.length - 1] as number
    for (let at = 0; at < vector.ids.length; at++)
      value += (weights[vector.ids[at] as number] as number) * (vector.values[at] as number)
    if (value > best) {
      best = value
      top = c
    }
  })
  const mine = new Map(vector.ids.map((id, at) => [id, vector.values[at] as number]))
  let cosine = 0
  vectors.forEach((other, row) => {
    if (labels[row] !== top) return
    let dot = 0
    for (let at = 0; at < other.ids.length; at++)
      dot += (mine.get(other.ids[at] as number) ?? 0) * (other.values[at] as number)
    cosine = Math.max(cosine, dot)
  })
  return { top, score: best + NEAREST_WEIGHT * cosine - UNKNOWN_WEIGHT * vector.unknown }
}
