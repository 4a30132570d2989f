import { detectLanguage } from '../language/detect.ts'
import { featurise } from './features.ts'
import type { ScenarioModel } from './model.ts'
import { vectorise, type Vector } from './vectors.ts'

export interface Scored {
  /** Confidence that the utterance is one of the scenarios, comparable with the model's threshold. */
  score: number
  ranked: { id: string; index: number; value: number }[]
  vector: Vector
  empty: boolean
}

export function scoreUtterance(model: ScenarioModel, utterance: string): Scored {
  const features = featurise(utterance, utteranceLanguage(utterance, model.languages))
  const vector = vectorise(features, model.vocabulary)
  const values = Float32Array.from(model.bias)
  for (let at = 0; at < vector.ids.length; at++) {
    const id = vector.ids[at] as number
    const value = vector.values[at] as number
    for (let k = model.weightStart[id] as number; k < (model.weightStart[id + 1] as number); k++) {
      const c = model.weightClass[k] as number
      values[c] = (values[c] as number) + value * (model.weight[k] as number) * (model.weightScale[c] as number)
    }
  }
  const ranked = model.ids
    .map((id, index) => ({ id, index, value: values[index] ?? -1 }))
    .sort((a, b) => b.value - a.value || a.index - b.index)
  return { score: ranked[0]?.value ?? -1, ranked, vector, empty: features.empty }
}

/**
 * The example of a scenario that is most like the utterance, so that a reader can see why it won; empty when no word is
 * shared.
 */
export function nearestExample(model: ScenarioModel, { vector }: Scored, scenario: number): string {
  const alike = new Float32Array(model.exampleClass.length)
  for (let at = 0; at < vector.stems; at++) {
    const id = vector.ids[at] as number
    for (let k = model.exampleStart[id] as number; k < (model.exampleStart[id + 1] as number); k++) {
      const example = model.exampleId[k] as number
      alike[example] = (alike[example] as number) + (vector.values[at] as number) * (model.exampleValue[k] as number)
    }
  }
  let best = -1
  let most = 0
  for (let at = 0; at < alike.length; at++) {
    if (model.exampleClass[at] !== scenario || (alike[at] as number) <= most) continue
    most = alike[at] as number
    best = at
  }
  return best < 0 ? '' : model.exampleText(best)
}

export function utteranceLanguage(text: string, languages: readonly string[]): string {
  const first = languages[0]
  if (first === undefined) return 'und'
  return languages.length === 1 ? first : detectLanguage(text, { allowed: languages }).lang
}
