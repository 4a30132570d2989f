/** What comes a little early or late still follows what came before; beyond this there was a gap. */
const SLACK_MS = 250
/** Nobody is this far ahead of time but by mistake. */
const MOST_AHEAD_MS = 2000

/** One channel on the call's timeline, counted in samples; where nothing was laid it is silent. */
export class Side {
  readonly #slack: number
  readonly #mostAhead: number
  #pieces: { from: number; samples: Int16Array }[] = []
  #end = 0

  constructor(rate: number) {
    this.#slack = (SLACK_MS / 1000) * rate
    this.#mostAhead = (MOST_AHEAD_MS / 1000) * rate
  }

  /** @param at where it should be heard */
  lay(samples: Int16Array, at: number): void {
    if (this.#end - at > this.#mostAhead) return
    const from = at - this.#end > this.#slack ? at : this.#end
    this.#pieces.push({ from, samples })
    this.#end = from + samples.length
  }

  /** What lies after this was never heard. */
  cut(at: number): void {
    this.#pieces = this.#pieces.flatMap(({ from, samples }) =>
      from >= at ? [] : [{ from, samples: samples.subarray(0, at - from) }],
    )
    this.#end = Math.min(this.#end, at)
  }

  /** Nothing of it is heard. */
  blank(from: number, to: number): void {
    this.#pieces = this.#pieces.flatMap((piece) => {
      const end = piece.from + piece.samples.length
      const left = { from: piece.from, samples: piece.samples.subarray(0, Math.max(0, from - piece.from)) }
      const right = { from: Math.max(to, piece.from), samples: piece.samples.subarray(Math.max(0, to - piece.from)) }
      return piece.from >= to || end <= from ? [piece] : [left, right].filter(({ samples }) => samples.length > 0)
    })
  }

  /** Takes what lies before `from + count` off the timeline. */
  take(from: number, count: number): Int16Array {
    const out = new Int16Array(count)
    for (const piece of this.#pieces) {
      const begin = Math.max(from, piece.from)
      const end = Math.min(from + count, piece.from + piece.samples.length)
      if (begin < end) out.set(piece.samples.subarray(begin - piece.from, end - piece.from), begin - from)
    }
    this.#pieces = this.#pieces.filter((piece) => piece.from + piece.samples.length > from + count)
    return out
  }
}
