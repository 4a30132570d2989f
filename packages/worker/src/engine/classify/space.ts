import type { Rows } from './svm.ts'

/** Where a linear classifier is trained: it can be asked a row's decision value and moved along a row. */
export interface Space {
  rows: Rows
  value(row: number): number
  add(row: number, by: number): void
  clear(): void
}

/** Up to so many examples every inner product is worked out once; 1,000 take 4 MB while a model is trained. */
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
}

/** The decision value of every row, kept up to date: few examples of many features are so trained twice as fast. */
class InnerProducts implements Space {
  readonly rows: Rows
  readonly #values: Float64Array
  readonly #products: Float32Array

  constructor(rows: Rows) {
    this.rows = rows
    this.#values = new Float64Array(rows.squares.length)
    this.#products = productsOf(rows)
  }

  clear(): void {
    this.#values.fill(0)
  }

  value(row: number): number {
    return this.#values[row] as number
  }

  add(row: number, by: number): void {
    const values = this.#values
    const products = this.#products
    const from = row * values.length
    for (let at = 0; at < values.length; at++)
      values[at] = (values[at] as number) + by * (products[from + at] as number)
  }
}

/** Each row's product with each, the constant feature of the bias included. */
function productsOf({ start, ids, values, squares, width }: Rows): Float32Array {
  const count = squares.length
  const products = new Float32Array(count * count).fill(1)
  const having: number[][] = Array.from({ length: width }, () => [])
  for (let row = 0; row < count; row++) {
    for (let k = start[row] as number; k < (start[row + 1] as number); k++) {
      const value = values[k] as number
      const list = having[ids[k] as number] as number[]
      for (let at = 0; at < list.length; at += 2) {
        const place = row * count + (list[at] as number)
        products[place] = (products[place] as number) + value * (list[at + 1] as number)
      }
      list.push(row, value)
    }
    products[row * count + row] = squares[row] as number
  }
  for (let row = 0; row < count; row++)
    for (let other = 0; other < row; other++) products[other * count + row] = products[row * count + other] as number
  return products
}
