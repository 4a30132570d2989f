import type { Gunzip, Inflate } from 'fflate'

export interface Inflated {
  /** How much came out; more than `most` when it was stopped. */
  size: number
  chunks: Uint8Array[]
  /** The data broke off or made no sense; the chunks before that are whole. */
  broken: boolean
}

/** Pushes data through in small pieces and stops at the first byte over `most`, so that a bomb costs no more than that. */
export function inflateUpTo(stream: Inflate | Gunzip, data: Uint8Array, most: number, keep = true): Inflated {
  const out: Inflated = { size: 0, chunks: [], broken: false }
  stream.ondata = (chunk) => {
    out.size += chunk.length
    if (keep && out.size <= most) out.chunks.push(chunk)
  }
  const step = 16_384
  try {
    for (let at = 0; at < data.length && out.size <= most; at += step) {
      stream.push(data.subarray(at, at + step), at + step >= data.length)
    }
  } catch {
    out.broken = true
  }
  return out
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
