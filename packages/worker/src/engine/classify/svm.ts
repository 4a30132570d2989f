import type { Vector } from './vectors.ts'

export interface SvmOptions {
  /** Cost of an error; a positive example of a small scenario costs `positive` times as much. */
  cost: number
  positive: number
  rounds: number
  tolerance: number
}
export const SVM: SvmOptions = { cost: 1, positive: 4, rounds: 20, tolerance: 0.1 }

/** Rows of examples packed for speed. */
export interface Rows {
  start: Uint32Array
  ids: Uint32Array
  values: Float64Array
  /** Squared length of each row, the constant feature of the bias included. */
  squares: Float64Array
  width: number
}

export function packRows(vectors: readonly Vector[], width: number): Rows {
  const total = vectors.reduce((sum, one) => sum + one.ids.length, 0)
  const start = new Uint32Array(vectors.length + 1)
  const ids = new Uint32Array(total)
  const values = new Float64Array(total)
  const squares = new Float64Array(vectors.length)
  let at = 0
  vectors.forEach((vector, row) => {
    ids.set(vector.ids, at)
    values.set(vector.values, at)
    at += vector.ids.length
    start[row + 1] = at
    squares[row] = vector.values.reduce((sum, value) => sum + value * value, 1)
  })
  return { start, ids, values, squares, width }
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent with shrinking (Hsieh et al. 2008).
 * `weights` (width + 1, the last is the bias) is overwritten. `alpha` holds the dual variable of every row: where it starts
 * from, and where it ends. The order of the coordinates comes from a fixed seed.
 */
export function trainBinary(
  rows: Rows,
  pick: Uint32Array,
  isPositive: (row: number) => boolean,
  options: SvmOptions,
  weights: Float64Array,
  alpha: Float64Array,
): void {
  const count = pick.length
  weights.fill(0)
  const order = pick.slice()
  const sign = new Int8Array(alpha.length)
  const ridge = new Float64Array(alpha.length)
  for (const row of pick) {
    sign[row] = isPositive(row) ? 1 : -1
    ridge[row] = 0.5 / (options.cost * (sign[row] === 1 ? options.positive : 1))
    if (alpha[row] !== 0) addRow(rows, row, (alpha[row] as number) * (sign[row] as number), weights)
  }
  let active = count
  let limit = Infinity
  let seed = 12345
  for (let round = 0; round < options.rounds; round++) {
    let high = -Infinity
    let low = Infinity
    for (let i = active - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      const j = seed % (i + 1)
      const swap = order[i] as number
      order[i] = order[j] as number
      order[j] = swap
    }
    for (let at = 0; at < active; at++) {
      const row = order[at] as number
      const from = rows.start[row] as number
      const to = rows.start[row + 1] as number
      let dot = weights[rows.width] as number
      for (let k = from; k < to; k++) dot += (weights[rows.ids[k] as number] as number) * (rows.values[k] as number)
      const y = sign[row] as number
      const a = alpha[row] as number
      const gradient = y * dot - 1 + (ridge[row] as number) * a
      if (a === 0 && gradient > limit) {
        active--
        order[at] = order[active] as number
        order[active] = row
        at--
        continue
      }
      const projected = a === 0 && gradient > 0 ? 0 : gradient
      if (projected > high) high = projected
      if (projected < low) low = projected
      if (Math.abs(projected) < 1e-12) continue
      const next = Math.max(a - gradient / ((rows.squares[row] as number) + (ridge[row] as number)), 0)
      const step = (next - a) * y
      alpha[row] = next
      addRow(rows, row, step, weights)
    }
    if (high - low <= options.tolerance) {
      if (active === count) break
      active = count
      limit = Infinity
    } else limit = high > 0 ? high : Infinity
  }
}

function addRow(rows: Rows, row: number, step: number, weights: Float64Array): void {
  for (let k = rows.start[row] as number; k < (rows.start[row + 1] as number); k++) {
    const id = rows.ids[k] as number
    weights[id] = (weights[id] as number) + step * (rows.values[k] as number)
  }
  weights[rows.width] = (weights[rows.width] as number) + step
}

/** The decision value of a row. */
export function decide(rows: Rows, row: number, weights: Float64Array): number {
  let value = weights[rows.width] as number
  for (let k = rows.start[row] as number; k < (rows.start[row + 1] as number); k++) {
    value += (weights[rows.ids[k] as number] as number) * (rows.values[k] as number)
  }
  return value
}
