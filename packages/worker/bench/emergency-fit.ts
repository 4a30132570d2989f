import type { Tables } from '../src/engine/emergency/linear.ts'
import { causes } from '../src/engine/emergency/rules.ts'
import { fineSize, roughSize, type Signs, signsOf, wordsOf } from '../src/engine/emergency/signs.ts'
import type { Saying } from '../src/engine/emergency/score.ts'

// Weights kept of a table, the heaviest first.
const keepFine = 60_000
const keepRough = 1900

interface Row {
  signs: Signs
  yes: boolean
}

/** Weights for the detector's tables from labelled sayings; the same sayings give the same weights. */
export function fit(sayings: readonly Saying[]): Tables {
  const rows = sayings.map((saying) => ({ saying, ...signsOf(wordsOf(saying.text)) }))
  const alarms = rows.filter((row) => row.saying.grade !== 'none')
  return {
    alarm: separate(
      rows.map((row) => ({ signs: row.fine, yes: row.saying.grade !== 'none' })),
      fineSize,
      { cost: 3, positive: 3, rounds: 20 },
      keepFine,
    ),
    cause: causes.map((cause) =>
      separate(
        rows.map((row) => ({ signs: row.rough, yes: row.saying.cause === cause })),
        roughSize,
        { cost: 1, positive: 3, rounds: 12 },
        keepRough,
      ),
    ),
    urgent: separate(
      alarms.map((row) => ({ signs: row.rough, yes: row.saying.grade === 'urgent' })),
      roughSize,
      { cost: 1, positive: 1, rounds: 15 },
      keepRough,
    ),
  }
}

/** Linear support vector machine, squared hinge loss, dual coordinate descent (Hsieh et al. 2008). */
function separate(
  rows: readonly Row[],
  size: number,
  { cost, positive, rounds }: { cost: number; positive: number; rounds: number },
  keep: number,
): Float32Array {
  const weights = new Float64Array(size)
  const dual = new Float64Array(rows.length)
  const order = rows.map((_, at) => at)
  let state = 1
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return Math.floor(((state >>> 0) / 2 ** 32) * n)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = below(i + 1)
      const [a, b] = [order[i] ?? 0, order[j] ?? 0]
      order[i] = b
      order[j] = a
    }
    for (const at of order) {
      const row = rows[at]
      if (row === undefined) continue
      const side = row.yes ? 1 : -1
      const soft = 1 / (2 * cost * (row.yes ? positive : 1))
      const old = dual[at] ?? 0
      const gap = side * dot(weights, row.signs) - 1 + old * soft
      const now = Math.max(0, old - gap / (1 + soft))
      if (now !== old) add(weights, row.signs, (now - old) * side)
      dual[at] = now
    }
  }
  return heaviest(weights, keep)
}

/** The mean of several fits, of as many weights as one. */
export function meanOf(fits: readonly Tables[]): Tables {
  const mean = (tables: readonly Float32Array[], keep: number) => {
    const sum = new Float64Array(tables[0]?.length ?? 0)
    for (const table of tables) for (const [place, weight] of table.entries()) sum[place] = (sum[place] ?? 0) + weight
    return heaviest(
      sum.map((weight) => weight / tables.length),
      keep,
    )
  }
  return {
    alarm: mean(
      fits.map(({ alarm }) => alarm),
      keepFine,
    ),
    cause: causes.map((_, at) =>
      mean(
        fits.map(({ cause }) => cause[at] ?? new Float32Array(roughSize)),
        keepRough,
      ),
    ),
    urgent: mean(
      fits.map(({ urgent }) => urgent),
      keepRough,
    ),
  }
}

function heaviest(weights: Float64Array, keep: number): Float32Array {
  const floor = weights.map(Math.abs).toSorted()[Math.max(0, weights.length - keep)] ?? 0
  return Float32Array.from(weights, (weight) => (Math.abs(weight) < floor ? 0 : weight))
}

function dot(weights: Float64Array, { at, value }: Signs): number {
  let sum = 0
  for (let i = 0; i < at.length; i += 1) sum += (weights[at[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum
}

function add(weights: Float64Array, { at, value }: Signs, by: number): void {
  for (let i = 0; i < at.length; i += 1) {
    const place = at[i] ?? 0
    weights[place] = (weights[place] ?? 0) + by * (value[i] ?? 0)
  }
}
