import { likeness, rowOf, type VectorTable } from './table.ts'

/** Examples as vectors, each row's id its scenario, and what likeness means to this model, by the owner's own examples. */
export interface ScenarioVectors {
  table: VectorTable
  /** Half of the examples are this near to the nearest of another scenario, and of their own. */
  stranger: number
  kin: number
}

export function openScenarioVectors(table: VectorTable): ScenarioVectors {
  const strangers: number[] = []
  const kin: number[] = []
  const step = Math.max(1, Math.ceil(table.ids.length / 200))
  for (let at = 0; at < table.ids.length; at += step) {
    const row = rowOf(table, at)
    if (row === null) continue
    const alike = likeness(table, row)
    let [own, other] = [-1, -1]
    alike.forEach((score, to) => {
      if (to === at) return
      if (table.ids[to] === table.ids[at]) own = Math.max(own, score)
      else other = Math.max(other, score)
    })
    if (own > -1) kin.push(own)
    if (other > -1) strangers.push(other)
  }
  return { table, stranger: median(strangers, 0), kin: median(kin, 1) }
}

/** By scenario, how much an utterance is like its examples: 0 like a stranger, 1 like one of its own; zeros are left out. */
export function scenarioNearness(
  { table, stranger, kin }: ScenarioVectors,
  vector: ArrayLike<number>,
): [string, number][] {
  const best = new Map<string, number>()
  likeness(table, vector).forEach((score, at) => {
    const id = table.ids[at] ?? ''
    best.set(id, Math.max(best.get(id) ?? -1, score))
  })
  const scaled = [...best].map(([id, score]): [string, number] => {
    const share = (score - stranger) / Math.max(0.01, kin - stranger)
    return [id, Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000]
  })
  return scaled
    .filter(([, share]) => share > 0)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
}

function median(values: readonly number[], without: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? without
}
