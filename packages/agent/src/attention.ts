import type { Hears } from './fetching.ts'

export type AttentionOptions = {
  /** Understood, and answered. */
  hear(samples: Int16Array): void
  record(samples: Int16Array): void
}

/** What becomes of what the caller says: of who waits for somebody, or talks to them, nothing is recorded. */
export class Attention {
  readonly #with: AttentionOptions
  #hears: Hears = 'all'

  constructor(options: AttentionOptions) {
    this.#with = options
  }

  turn(to: Hears): void {
    this.#hears = to
  }

  /** 16 kHz mono. */
  heard(samples: Int16Array): void {
    if (this.#hears === 'nothing') return
    this.#with.hear(samples)
    if (this.#hears === 'all') this.#with.record(samples)
  }
}
