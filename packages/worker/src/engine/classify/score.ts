import { detectLanguage } from '../language/detect.ts'
import { featurise } from './features.ts'
import type { ScenarioModel } from './model.ts'
import { vectorise } from './vectors.ts'

export interface Scored {
  /** Confidence that the utterance is one of the scenarios, comparable with the model's threshold. */
  score: number
  ranked: { id: string; index: number; value: number }[]
  /** The example most like the utterance, and how alike (cosine, 0 to 1). */
  nearest: { example: number; cosine: number }
  unknown: number
  empty: boolean
}

export const NEAREST_WEIGHT = 0.5
export const UNKNOWN_WEIGHT = 0.5

export function scoreUtterance(model: ScenarioModel, utterance: string): Scored {
  const features = featurise(utterance, utteranceLanguage(utterance, model.languages))
  const vector = vectorise(features, model.vocabulary)
  const values = Float32Array.from(model.bias)
  const cosines = new Float32Array(model.exampleClass.length)
  for (let at = 0; at < vector.ids.length; at++) {
    const id = vector.ids[at] as number
    const value = vector.values[at] as number
    for (let k = model.weightStart[id] as number; k < (model.weightStart[id + 1] as number); k++) {
      const c = model.weightClass[k] as number
      values[c] = (values[c] as number) + value * (model.weight[k] as number) * (model.weightScale[c] as number)
    }
    for (let k = model.exampleStart[id] as number; k < (model.exampleStart[id + 1] as number); k++) {
      const example = model.exampleId[k] as number
      cosines[example] = (cosines[example] as number) + (value * (model.exampleValue[k] as number)) / 255
    }
  }
  const ranked = model.ids
    .map((id, index) => ({ id, index, value: values[index] ?? -1 }))
    .sort((a, b) => b.value - a.value || a.index - b.index)
  const nearest = nearestOf(cosines, model.exampleClass, ranked[0]?.index ?? -1)
  const top = ranked[0]?.value ?? -1
  const score = top + NEAREST_WEIGHT * nearest.cosine - UNKNOWN_WEIGHT * vector.unknown
  return { score, ranked, nearest, unknown: vector.unknown, empty: features.empty }
}

/** The example nearest to the utterance among those of the winning scenario, so that a reader can see why it won. */
function nearestOf(cosines: Float32Array, classes: Uint16Array, winner: number): { example: number; cosine: number } {
  let best = { example: -1, cosine: 0 }
  for (let at = 0; at < cosines.length; at++) {
    const cosine = cosines[at] as number
    if (classes[at] === winner && cosine > best.cosine) best = { example: at, cosine }
  }
  return best
}

export function utteranceLanguage(text: string, languages: readonly string[]): string {
  const first = languages[0]
  if (first === undefined) return 'und'
  return languages.length === 1 ? first : detectLanguage(text, { allowed: languages }).lang
}
