import type { Decision } from './ours.ts'
import type { IntentQuery } from './sets.ts'

/** Percentages of a matching task, and per query whether it went right, for paired comparison. */
export interface IntentScore {
  closed: number
  inScope: number
  wrongAccept: number
  outRecall: number | null
  near: number | null
  far: number | null
  auroc: number | null
  asked: number
  /** Per in-scope query: the closed-set best was right (1) or not (0). */
  closedRight: number[]
}

export function scoreIntents(queries: readonly IntentQuery[], decisions: readonly Decision[]): IntentScore {
  const rows = queries.map((query, at) => ({ query, said: decisions[at] }))
  const within = rows.filter(({ query }) => query.intent !== null)
  const outside = rows.filter(({ query }) => query.intent === null)
  const recall = (kind?: 'near' | 'far'): number | null => {
    const some = outside.filter(({ query }) => kind === undefined || query.oos === kind)
    return some.length === 0 ? null : percent(some.map(({ said }) => said?.intent === null))
  }
  return {
    closed: percent(within.map(({ query, said }) => said?.top === query.intent)),
    inScope: percent(within.map(({ query, said }) => said?.intent === query.intent)),
    wrongAccept: percent(within.map(({ query, said }) => said?.intent !== null && said?.intent !== query.intent)),
    outRecall: recall(),
    near: recall('near'),
    far: recall('far'),
    auroc: auroc(
      within.map(({ said }) => said?.score ?? 0),
      outside.map(({ said }) => said?.score ?? 0),
    ),
    asked: percent(rows.map(({ said }) => said?.asked === true)),
    closedRight: within.map(({ query, said }) => (said?.top === query.intent ? 1 : 0)),
  }
}

export const percent = (flags: readonly boolean[]): number =>
  flags.length === 0 ? 0 : (100 * flags.filter(Boolean).length) / flags.length

/** Right at rank one, per query. */
export function firstRight(queries: readonly { relevant: string[] }[], ranked: readonly string[][]): number[] {
  return queries.map((query, at) => (query.relevant.includes(ranked[at]?.[0] ?? '') ? 1 : 0))
}
export function fifthRight(queries: readonly { relevant: string[] }[], ranked: readonly string[][]): number[] {
  return queries.map((query, at) =>
    ranked[at]?.slice(0, 5).some((id) => query.relevant.includes(id)) === true ? 1 : 0,
  )
}

export interface Interval {
  low: number
  high: number
}

/** 95 % interval of the mean (× 100) by bootstrap over queries; with `other`, of the paired difference. */
export function bootstrap(values: readonly number[], other?: readonly number[]): Interval {
  const rounds = 1000
  const count = values.length
  let seed = 7
  const means: number[] = []
  for (let round = 0; round < rounds; round++) {
    let sum = 0
    for (let i = 0; i < count; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      const at = Math.floor((seed / 4294967296) * count)
      sum += (values[at] ?? 0) - (other?.[at] ?? 0)
    }
    means.push((100 * sum) / Math.max(1, count))
  }
  means.sort((a, b) => a - b)
  return { low: means[Math.floor(rounds * 0.025)] ?? 0, high: means[Math.floor(rounds * 0.975)] ?? 0 }
}

export const mean = (values: readonly number[]): number =>
  (100 * values.reduce((a, b) => a + b, 0)) / Math.max(1, values.length)

function auroc(positive: readonly number[], negative: readonly number[]): number | null {
  if (positive.length === 0 || negative.length === 0) return null
  const all = [...positive.map((score) => ({ score, own: 1 })), ...negative.map((score) => ({ score, own: 0 }))].sort(
    (a, b) => a.score - b.score,
  )
  let sum = 0
  for (let i = 0; i < all.length;) {
    let j = i
    while (j < all.length && all[j]?.score === all[i]?.score) j++
    const own = all.slice(i, j).reduce((total, one) => total + one.own, 0)
    sum += (own * (i + j + 1)) / 2
    i = j
  }
  return (sum - (positive.length * (positive.length + 1)) / 2) / (positive.length * negative.length)
}
