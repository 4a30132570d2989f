import type { Rows } from './svm.ts'

/** Where a linear classifier is trained: it can be asked a row's decision value and moved along a row. */
export interface Space {
  rows: Rows
  value(row: number): number
  add(row: number, by: number): void
  clear(): void
  /** The decision value of any row after training in a space narrowed from this one moved it along the first `count` of `rows`, `by` so much each. */
  valueMoved(row: number, rows: Uint32Array, by: Float64Array, count: number): number
  /** A space for training on `seen` alone, rows numbered as here; it may be this one. */
  narrowed(seen: Uint32Array): Space
}

/** Up to so many examples every inner product is worked out once; 1,000 take 4 MB while a model is trained, and as much again for its folds. */
const MOST_IN_MEMORY = 1000

export function spaceOf(rows: Rows): Space {
  return rows.squares.length <= MOST_IN_MEMORY ? new InnerProducts(rows) : new Weights(rows)
}

/** One weight a feature: a step costs the features of a row. */
export class Weights implements Space {
  readonly weights: Float64Array
  readonly rows: Rows

  constructor(rows: Rows) {
    this.rows = rows
    this.weights = new Float64Array(rows.width + 1)
  }

  clear(): void {
    this.weights.fill(0)
  }

  value(row: number): number {
    const { start, ids, values, width } = this.rows
    let value = this.weights[width] as number
    const to = start[row + 1] as number
    for (let k = start[row] as number; k < to; k++)
      value += (this.weights[ids[k] as number] as number) * (values[k] as number)
    return value
  }

  add(row: number, by: number): void {
    const { start, ids, values, width } = this.rows
    const to = start[row + 1] as number
    for (let k = start[row] as number; k < to; k++) {
      const id = ids[k] as number
      this.weights[id] = (this.weights[id] as number) + by * (values[k] as number)
    }
    this.weights[width] = (this.weights[width] as number) + by
  }

  /** What it was moved along stands in the weights. */
  valueMoved(row: number): number {
    return this.value(row)
  }

  narrowed(): Space {
    return this
  }
}

/** The decision value of every row, kept up to date: few examples of many features are so trained twice as fast. */
class InnerProducts implements Space {
  readonly rows: Rows
  readonly #values: Float64Array
  /** Products of the rows that have a place, by place. */
  readonly #products: Float32Array
  readonly #place: Uint32Array

  constructor(rows: Rows, of?: { all: InnerProducts; seen: Uint32Array }) {
    this.rows = rows
    const count = of?.seen.length ?? rows.squares.length
    this.#values = new Float64Array(count)
    this.#place = new Uint32Array(rows.squares.length)
    if (of === undefined) {
      this.#products = productsOf(rows)
      this.#place.forEach((_, row) => (this.#place[row] = row))
      return
    }
    this.#products = new Float32Array(count * count)
    const products = this.#products
    const place = this.#place
    const { seen } = of
    const all = of.all.#products
    let to = 0
    for (let at = 0; at < count; at++) {
      const row = seen[at] as number
      place[row] = at
      const from = row * rows.squares.length
      for (let other = 0; other < count; other++) products[to++] = all[from + (seen[other] as number)] as number
    }
  }

  clear(): void {
    this.#values.fill(0)
  }

  value(row: number): number {
    return this.#values[this.#place[row] as number] as number
  }

  add(row: number, by: number): void {
    const values = this.#values
    const products = this.#products
    const from = (this.#place[row] as number) * values.length
    for (let at = 0; at < values.length; at++)
      values[at] = (values[at] as number) + by * (products[from + at] as number)
  }

  valueMoved(row: number, rows: Uint32Array, by: Float64Array, count: number): number {
    const products = this.#products
    const from = row * this.rows.squares.length
    let value = 0
    for (let at = 0; at < count; at++) value += (by[at] as number) * (products[from + (rows[at] as number)] as number)
    return value
  }

  narrowed(seen: Uint32Array): Space {
    return new InnerProducts(this.rows, { all: this, seen })
  }
}

/** Each row's product with each, the constant feature of the bias included. Features are met column by column. */
function productsOf({ start, ids, values, squares, width }: Rows): Float32Array {
  const count = squares.length
  const products = new Float32Array(count * count).fill(1)
  const first = new Uint32Array(width + 1)
  for (let k = 0; k < ids.length; k++) {
    const next = (ids[k] as number) + 1
    first[next] = (first[next] as number) + 1
  }
  for (let id = 0; id < width; id++) first[id + 1] = (first[id + 1] as number) + (first[id] as number)
  const end = first.slice()
  const having = new Uint32Array(ids.length)
  const worth = new Float64Array(ids.length)
  for (let row = 0; row < count; row++) {
    const base = row * count
    for (let k = start[row] as number; k < (start[row + 1] as number); k++) {
      const value = values[k] as number
      const id = ids[k] as number
      const to = end[id] as number
      for (let at = first[id] as number; at < to; at++) {
        const place = base + (having[at] as number)
        products[place] = (products[place] as number) + value * (worth[at] as number)
      }
      having[to] = row
      worth[to] = value
      end[id] = to + 1
    }
    products[base + row] = squares[row] as number
  }
  for (let row = 0; row < count; row++)
    for (let other = 0; other < row; other++) products[other * count + row] = products[row * count + other] as number
  return products
}
