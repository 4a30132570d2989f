import { Inflate } from 'fflate'
import { refuse, type Refusal } from './document.ts'
import { inflateUpTo, joined } from './inflate.ts'

export interface ZipLimits {
  entries: number
  /** Of all entries together, counted while inflating; what the archive says of itself is not believed. */
  inflatedBytes: number
}

export interface ZipEntry {
  name: string
  bytes: Uint8Array
}

/**
 * Opens a ZIP by its central directory, inflating every entry with a running count, and hands back those that `wanted`
 * names. Stops at the first byte over the limit, so a bomb costs no more than the limit.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits, wanted: (name: string) => boolean): ZipEntry[] | Refusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return damaged()
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  let left = limits.inflatedBytes
  let count = 0
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    count += 1
    if (count > limits.entries) {
      return refuse(
        'zip-bomb',
        `This file holds more than ${limits.entries.toLocaleString('en')} parts, which no ordinary document does, so we did not open it. Save it again from your word processor and upload that.`,
      )
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const flags = view.getUint16(at + 8, true)
    if (flags & 1)
      return refuse('encrypted', 'This file is protected by a password. Save it without one and upload it again.')
    const content = inflateEntry(bytes, view, at, left, wanted(name))
    if (content === 'over') {
      return refuse(
        'zip-bomb',
        `This file unpacks to more than ${Math.round(limits.inflatedBytes / 1_048_576)} MB, so we stopped unpacking it. Take out large pictures and upload it again.`,
      )
    }
    if (content === 'damaged') return damaged()
    left -= content.size
    if (content.bytes) entries.push({ name, bytes: content.bytes })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return count === 0 ? damaged() : entries
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

type Inflated = { size: number; bytes?: Uint8Array } | 'over' | 'damaged'

function inflateEntry(bytes: Uint8Array, view: DataView, at: number, left: number, keep: boolean): Inflated {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return 'damaged'
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > bytes.length) return 'damaged'
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return data.length > left ? 'over' : { size: data.length, ...(keep ? { bytes: data } : {}) }
  return method === 8 ? inflate(data, left, keep) : 'damaged'
}

function inflate(data: Uint8Array, left: number, keep: boolean): Inflated {
  const { size, chunks, broken } = inflateUpTo(new Inflate(), data, left, keep)
  if (size > left) return 'over'
  if (broken) return 'damaged'
  return { size, ...(keep ? { bytes: joined(chunks) } : {}) }
}

function damaged(): Refusal {
  return refuse('damaged', 'This file is damaged or cut short, so it cannot be opened. Save it again and upload that.')
}
