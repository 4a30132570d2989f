import type { TurnTimings } from '@foyer/sdk/agent'
import type { Said } from './speech/speaker.ts'

type Stages = TurnTimings['stages']

/** Where the time of one spoken turn went, from the end of the visitor's speech. */
export class Stopwatch {
  readonly #from: number
  readonly #speechEndedAt: string
  readonly #stages: Stages = {}
  readonly #providers: { recognition?: number; speech?: number } = {}
  readonly #by: { recognition?: string; speech?: string } = {}
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

  /** @param by the provider's name */
  waited(for_: 'recognition' | 'speech', ms: number, by: string): void {
    this.#providers[for_] ??= ms
    this.#by[for_] ??= by
  }

  filled(): void {
    this.hasFiller = true
  }

  /** Notes when the first audio came. */
  async *timed(said: Pick<Said, 'audio' | 'by'>): AsyncGenerator<Int16Array> {
    const from = performance.now()
    for await (const chunk of said.audio) {
      this.waited('speech', Math.round(performance.now() - from), said.by)
      this.reached('voiced')
      yield chunk
    }
  }

  spent(): TurnTimings {
    return {
      speechEndedAt: this.#speechEndedAt,
      stages: this.#stages,
      providers: this.#providers,
      by: this.#by,
      filler: this.hasFiller,
    }
  }
}
