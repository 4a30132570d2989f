import { detectLanguage } from '../language/detect.ts'
import { packTexts, writeSnapshot } from '../text/snapshot.ts'
import { chooseThreshold, crossScore } from './calibrate.ts'
import { featurise } from './features.ts'
import { MAGIC, type ModelHeader } from './model.ts'
import { utteranceLanguage } from './score.ts'
import { type Space, spaceOf, Weights } from './space.ts'
import { packRows, SVM, trainBinary } from './svm.ts'
import { buildVocabulary, vectorise, type Vector } from './vectors.ts'

export interface Scenario {
  id: string
  /** Phrasings a visitor may use, in any language. */
  examples: readonly string[]
}
export interface TrainOptions {
  /** About the share of true matches that may be turned away to keep strangers out: above 0, below 0.5; default 0.05. */
  falseRejection?: number
}
/** Weights below this (of 127) change no verdict and are most of the bytes. */
const SMALLEST = 3
/** Examples kept for `nearest`; more are spread evenly over the scenarios. */
const KEPT_EXAMPLES = 3000
const LANGUAGES = ['en', 'es', 'ar', 'fr', 'pt', 'de', 'it']

/**
 * Trains the matcher of a playbook version: one linear classifier for each scenario against the rest over TF-IDF of
 * stems, stem pairs and character n-grams. Same scenarios, same bytes. Empty scenarios are left out (see
 * `lintScenarios`).
 */
export function trainScenarios(scenarios: readonly Scenario[], options: TrainOptions = {}): Uint8Array {
  const used = scenarios
    .map((one) => ({ id: one.id, examples: distinct(one.examples) }))
    .filter((one) => one.examples.length > 0)
  const texts = used.flatMap((one) => one.examples)
  const classes = used.flatMap((one, index) => one.examples.map(() => index))
  const languages = languagesOf(texts)
  const all = texts.map((text) => featurise(text, utteranceLanguage(text, languages)))
  const vocabulary = buildVocabulary(all)
  const vectors = all.map((features) => vectorise(features, vocabulary))
  const space = spaceOf(packRows(vectors, vocabulary.keys.length))
  const { packed, alphas } = packWeights(space, classes, used.length)
  const examples = packExamples(vectors, classes, vocabulary.keys.length)
  const silence = packed.bias.reduce((a, b) => Math.max(a, b), -1)
  const cross = crossScore(space, classes, used.length, alphas)
  const threshold = chooseThreshold(cross, options.falseRejection ?? 0.05, silence)
  const kept = packTexts(examples.rows.map((row) => texts[row] ?? ''))
  const header: ModelHeader = { ids: used.map((one) => one.id), languages, unseenIdf: vocabulary.unseenIdf, threshold }
  return writeSnapshot(MAGIC, header, {
    keys: vocabulary.keys,
    idf: vocabulary.idf,
    ...packed,
    ...examples.sections,
    texts: kept.bytes,
    textOffsets: kept.offsets,
  })
}

function packWeights(space: Space, classes: readonly number[], count: number) {
  const { width } = space.rows
  const pick = Uint32Array.from(classes.keys())
  const sum = new Weights(space.rows)
  const { weights } = sum
  const alphas: Float64Array[] = []
  const bias = new Float32Array(count)
  const weightScale = new Float32Array(count)
  const perClass: { ids: Uint32Array; values: Int8Array }[] = []
  const keptId = new Uint32Array(width)
  const keptValue = new Int8Array(width)
  for (let c = 0; c < count; c++) {
    const alpha = new Float64Array(classes.length)
    trainBinary(space, pick, (row) => classes[row] === c, SVM, alpha)
    alphas.push(alpha)
    sum.clear()
    for (let row = 0; row < alpha.length; row++)
      if (alpha[row] !== 0) sum.add(row, (alpha[row] as number) * (classes[row] === c ? 1 : -1))
    bias[c] = weights[width] ?? 0
    const largest = largestOf(weights, width)
    weightScale[c] = largest / 127
    const kept = keepHeavy(weights, width, largest, keptId, keptValue)
    perClass.push({ ids: keptId.slice(0, kept), values: keptValue.slice(0, kept) })
  }
  const weightStart = new Uint32Array(width + 1)
  for (const { ids } of perClass) for (const id of ids) weightStart[id + 1] = (weightStart[id + 1] as number) + 1
  for (let id = 0; id < width; id++) weightStart[id + 1] = (weightStart[id + 1] as number) + (weightStart[id] as number)
  const total = weightStart[width] ?? 0
  const weightClass = new Uint16Array(total)
  const weight = new Int8Array(total)
  const next = weightStart.slice()
  perClass.forEach(({ ids, values }, c) => {
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      const to = next[id] as number
      next[id] = to + 1
      weightClass[to] = c
      weight[to] = values[k] as number
    }
  })
  return { packed: { weightStart, weightClass, weight, weightScale, bias }, alphas }
}

function largestOf(weights: Float64Array, width: number): number {
  let largest = 1e-9
  for (let id = 0; id < width; id++) {
    const size = Math.abs(weights[id] as number)
    if (size > largest) largest = size
  }
  return largest
}

/** The weights that are kept, in steps of a 127th of the largest; returns how many. Most are told by a look at their size. */
function keepHeavy(weights: Float64Array, width: number, largest: number, ids: Uint32Array, values: Int8Array): number {
  const light = (largest * (SMALLEST - 0.51)) / 127
  let kept = 0
  for (let id = 0; id < width; id++) {
    const weight = weights[id] as number
    if (Math.abs(weight) < light) continue
    const value = Math.round((weight / largest) * 127)
    if (Math.abs(value) < SMALLEST) continue
    ids[kept] = id
    values[kept] = value
    kept++
  }
  return kept
}

/** Examples by stem, to find the one most like an utterance; every value is times 255 and for a vector of length 1. */
function packExamples(vectors: readonly Vector[], classes: readonly number[], width: number) {
  const step = Math.max(1, Math.ceil(vectors.length / KEPT_EXAMPLES))
  const rows = [...vectors.keys()].filter((row) => row % step === 0)
  const exampleStart = new Uint32Array(width + 1)
  const eachStem = (row: number, each: (id: number, value: number) => void): void => {
    const vector = vectors[row]
    if (vector === undefined) return
    let squares = 0
    for (let at = 0; at < vector.stems; at++) squares += (vector.values[at] as number) ** 2
    const length = Math.sqrt(squares)
    for (let at = 0; at < vector.stems; at++) each(vector.ids[at] as number, (vector.values[at] as number) / length)
  }
  for (const row of rows) eachStem(row, (id) => (exampleStart[id + 1] = (exampleStart[id + 1] as number) + 1))
  for (let id = 0; id < width; id++)
    exampleStart[id + 1] = (exampleStart[id + 1] as number) + (exampleStart[id] as number)
  const total = exampleStart[width] ?? 0
  const exampleId = new Uint16Array(total)
  const exampleValue = new Uint8Array(total)
  const next = exampleStart.slice()
  rows.forEach((row, example) => {
    eachStem(row, (id, value) => {
      const to = next[id] as number
      next[id] = to + 1
      exampleId[to] = example
      exampleValue[to] = Math.round(value * 255)
    })
  })
  const exampleClass = Uint16Array.from(rows.map((row) => classes[row] ?? 0))
  return { rows, sections: { exampleStart, exampleId, exampleValue, exampleClass } }
}

const distinct = (examples: readonly string[]): string[] =>
  [...new Set(examples.map((one) => one.trim()))].filter((one) => one !== '')

/** The languages that at least one example in twelve is in, most frequent first. */
function languagesOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const { lang, confidence } = detectLanguage(text, { allowed: LANGUAGES })
    if (confidence >= 0.3) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = ranked.reduce((sum, [, count]) => sum + count, 0)
  return ranked.filter(([, count], at) => at === 0 || count >= total / 12).map(([lang]) => lang)
}
