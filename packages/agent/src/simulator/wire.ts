const PACKET_MS = 20
/** What an ordinary jitter buffer waits for; what comes later is not played. */
const BUFFER_MS = 60

export type Quality = {
  /** The noise of the line, as the largest sample of it (of 32 767). */
  noise: number
  /** The share of packets that never arrive, 0 to 1. */
  loss: number
  /** One way. */
  delayMs: number
  /** The most that a packet is late beyond the delay. */
  jitterMs: number
}

/** A line is never quite silent. */
export const GOOD: Quality = { noise: 6, loss: 0, delayMs: 0, jitterMs: 0 }

/** What is heard at the far end of a line, twenty milliseconds after twenty. */
export class Wire {
  readonly #quality: Quality
  readonly #random: () => number
  readonly #under: (Int16Array | null)[]

  constructor(quality: Quality, random: () => number = Math.random) {
    this.#quality = quality
    this.#random = random
    const waitMs = quality.delayMs + (quality.jitterMs > 0 ? BUFFER_MS : 0)
    this.#under = Array.from({ length: Math.round(waitMs / PACKET_MS) }, () => null)
  }

  /** @param sent what is said in these milliseconds; null for nothing. @returns what arrives in them, of that length */
  pass(sent: Int16Array | null, length: number): Int16Array {
    const { noise, loss, jitterMs } = this.#quality
    const isLost = this.#random() < loss || this.#random() * jitterMs > BUFFER_MS
    this.#under.push(isLost ? null : sent)
    const heard = this.#under.shift()
    return Int16Array.from({ length }, (_, i) => (heard?.[i] ?? 0) + (this.#random() * 2 - 1) * noise)
  }
}
