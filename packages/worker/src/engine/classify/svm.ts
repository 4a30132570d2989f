import type { Space } from './space.ts'
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
 * `space` is overwritten. `alpha` holds the dual variable of every row: where it starts from, and where it ends. The order
 * of the coordinates comes from a fixed seed.
 */
export function trainBinary(
  space: Space,
  pick: Uint32Array,
  isPositive: (row: number) => boolean,
  options: SvmOptions,
  alpha: Float64Array,
): void {
  const count = pick.length
  const { squares } = space.rows
  space.clear()
  const order = pick.slice()
  const sign = new Int8Array(alpha.length)
  const ridge = new Float64Array(alpha.length)
  for (const row of pick) {
    sign[row] = isPositive(row) ? 1 : -1
    ridge[row] = 0.5 / (options.cost * (sign[row] === 1 ? options.positive : 1))
    if (alpha[row] !== 0) space.add(row, (alpha[row] as number) * (sign[row] as number))
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
      const y = sign[row] as number
      const a = alpha[row] as number
      const gradient = y * space.value(row) - 1 + (ridge[row] as number) * a
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
      // Less than this changes neither the end nor a verdict, and would be most of the steps.
      if (Math.abs(projected) <= options.tolerance / 4) continue
      const next = Math.max(a - gradient / ((squares[row] as number) + (ridge[row] as number)), 0)
      if (next === a) continue
      alpha[row] = next
      space.add(row, (next - a) * y)
    }
    if (high - low <= options.tolerance) {
      if (active === count) break
      active = count
      limit = Infinity
    } else limit = high > 0 ? high : Infinity
  }
}
