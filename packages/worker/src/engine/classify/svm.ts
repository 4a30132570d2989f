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
  width: number
}

export function packRows(vectors: readonly Vector[], width: number): Rows {
  const total = vectors.reduce((sum, one) => sum + one.ids.length, 0)
  const rows = {
    start: new Uint32Array(vectors.length + 1),
    ids: new Uint32Array(total),
    values: new Float64Array(total),
    width,
  }
  let at = 0
  vectors.forEach((vector, row) => {
    rows.ids.set(vector.ids, at)
    rows.values.set(vector.values, at)
    at += vector.ids.length
    rows.start[row + 1] = at
  })
  return rows
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent with shrinking (Hsieh et al. 2008).
 * `weights` (width + 1, the last is the bias) is overwritten. The order of the coordinates comes from a fixed seed.
 */
export function trainBinary(
  rows: Rows,
  pick: Uint32Array,
  isPositive: (row: number) => boolean,
  options: SvmOptions,
  weights: Float64Array,
): void {
  const count = pick.length
  weights.fill(0)
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const alpha = new Float64Array(count)
  const sign = new Int8Array(count)
  const ridge = new Float64Array(count)
  const norm = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const row = pick[i] as number
    sign[i] = isPositive(row) ? 1 : -1
    ridge[i] = 0.5 / (options.cost * (sign[i] === 1 ? options.positive : 1))
    let squares = 1
    for (let at = rows.start[row] as number; at < (rows.start[row + 1] as number); at++)
      squares += (rows.values[at] as number) ** 2
    norm[i] = squares + (ridge[i] as number)
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
      const i = order[at] as number
      const row = pick[i] as number
      const from = rows.start[row] as number
      const to = rows.start[row + 1] as number
      let dot = weights[rows.width] as number
      for (let k = from; k < to; k++) dot += (weights[rows.ids[k] as number] as number) * (rows.values[k] as number)
      const y = sign[i] as number
      const a = alpha[i] as number
      const gradient = y * dot - 1 + (ridge[i] as number) * a
      if (a === 0 && gradient > limit) {
        active--
        order[at] = order[active] as number
        order[active] = i
        at--
        continue
      }
      const projected = a === 0 && gradient > 0 ? 0 : gradient
      if (projected > high) high = projected
      if (projected < low) low = projected
      if (Math.abs(projected) < 1e-12) continue
      const next = Math.max(a - gradient / (norm[i] as number), 0)
      const step = (next - a) * y
      alpha[i] = next
      for (let k = from; k < to; k++) {
        const id = rows.ids[k] as number
        weights[id] = (weights[id] as number) + step * (rows.values[k] as number)
      }
      weights[rows.width] = (weights[rows.width] as number) + step
    }
    if (high - low <= options.tolerance) {
      if (active === count) break
      active = count
      limit = Infinity
    } else limit = high > 0 ? high : Infinity
  }
}
