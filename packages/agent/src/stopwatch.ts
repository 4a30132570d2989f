import type { TurnTimings } from '@foyer/sdk/agent'

type Stages = TurnTimings['stages']

/** Where the time of one spoken turn went, from the end of the visitor's speech. */
export class Stopwatch {
  readonly #from: number
  readonly #speechEndedAt: string
  readonly #stages: Stages = {}
  readonly #providers: { recognition?: number; speech?: number } = {}
  hasFiller = false

  /** @param endedAt by performance.now() */
  constructor(endedAt: number) {
    this.#from = endedAt
    this.#speechEndedAt = new Date(Date.now() - (performance.now() - endedAt)).toISOString()
  }

  /** Only the first time counts. */
  reached(stage: keyof Stages): void {
    this.#stages[stage] ??= Math.round(performance.now() - this.#from)
  }

  waited(for_: 'recognition' | 'speech', ms: number): void {
    this.#providers[for_] ??= ms
  }

  filled(): void {
    this.hasFiller = true
  }

  /** Notes when the first audio came. */
  async *timed(audio: AsyncIterable<Int16Array>): AsyncGenerator<Int16Array> {
    const from = performance.now()
    for await (const chunk of audio) {
      this.waited('speech', Math.round(performance.now() - from))
      this.reached('voiced')
      yield chunk
    }
  }

  spent(): TurnTimings {
    return {
      speechEndedAt: this.#speechEndedAt,
      stages: this.#stages,
      providers: this.#providers,
      filler: this.hasFiller,
    }
  }
}
