import { readSnapshot, writeSnapshot } from '../text/snapshot.ts'

const MAGIC = 'FVT1'

interface Header {
  /** Of the model that made them. */
  model: string
  width: number
  /** What each row is of, in order. */
  ids: string[]
}

/** Vectors of length one, eight bits a number: a row for each id, all zero where there is none. */
export interface VectorTable extends Header {
  rows: Int8Array
  bytes: number
}

/** The same vectors give the same bytes. `vectors` has one for each id, or null. */
export function packVectors(
  model: string,
  ids: readonly string[],
  vectors: readonly (ArrayLike<number> | null)[],
): Uint8Array {
  const width = vectors.find((one) => one !== null)?.length ?? 0
  const rows = new Int8Array(ids.length * width)
  vectors.forEach((vector, at) => {
    if (vector !== null) rows.set(quantised(vector), at * width)
  })
  return writeSnapshot(MAGIC, { model, width, ids: [...ids] } satisfies Header, { rows })
}

/** Throws `SnapshotError` on other bytes. */
export function openVectors(blob: Uint8Array): VectorTable {
  const { header, section } = readSnapshot(MAGIC, blob)
  const known = header as Header
  return { ...known, rows: section.i8('rows'), bytes: blob.byteLength + known.ids.join('').length * 2 }
}

/** The row of an id as it was packed, to be packed again; null when it has none. */
export function rowOf(table: VectorTable, at: number): Int8Array | null {
  const row = table.rows.subarray(at * table.width, (at + 1) * table.width)
  return row.some((value) => value !== 0) ? row : null
}

/** Cosine of `vector` with every row, -1 to 1; rows without a vector are 0. */
export function likeness(table: VectorTable, vector: ArrayLike<number>): Float32Array {
  const { rows, width, ids } = table
  const found = new Float32Array(ids.length)
  if (vector.length !== width) return found
  const asked = quantised(vector)
  const length = lengthOf(asked)
  for (let at = 0, start = 0; at < ids.length; at++, start += width) {
    let dot = 0
    let own = 0
    for (let i = 0; i < width; i++) {
      const value = rows[start + i] as number
      dot += value * (asked[i] as number)
      own += value * value
    }
    found[at] = own === 0 || length === 0 ? 0 : dot / (Math.sqrt(own) * length)
  }
  return found
}

/** Scaled so that the largest number is 127: only the direction counts. */
function quantised(vector: ArrayLike<number>): Int8Array {
  const values = Float32Array.from(vector)
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (!Number.isFinite(largest) || largest === 0) return new Int8Array(values.length)
  return Int8Array.from(values, (value) => Math.round((value / largest) * 127))
}

function lengthOf(row: Int8Array): number {
  let sum = 0
  for (const value of row) sum += value * value
  return Math.sqrt(sum)
}
