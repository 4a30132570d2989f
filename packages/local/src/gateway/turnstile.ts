import { DatabaseRefusal } from './refusal.ts'

type Waiter = { admit: () => void; refuse: (reason: Error) => void }

/** One at a time, first come first served. When one stays inside for `waitMs`, those who wait are told so. */
export class Turnstile {
  readonly #waitMs: number
  #waiting: Waiter[] = []
  #taken = false
  #watch: NodeJS.Timeout | undefined

  constructor(waitMs: number) {
    this.#waitMs = waitMs
  }

  /** Resolves to the function that lets the next one in; calling it twice does nothing more. */
  async enter(): Promise<() => void> {
    if (this.#taken) await new Promise<void>((admit, refuse) => this.#waiting.push({ admit, refuse }))
    this.#taken = true
    clearInterval(this.#watch)
    this.#watch = setInterval(() => this.#sendAway(), this.#waitMs)
    this.#watch.unref()
    let left = false
    return () => {
      if (left) return
      left = true
      clearInterval(this.#watch)
      const next = this.#waiting.shift()
      // By way of the event loop: else a long queue would run in one go, and no answer leave before its end.
      if (next) setImmediate(next.admit)
      else this.#taken = false
    }
  }

  #sendAway(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { refuse } of waiting) refuse(busy(this.#waitMs))
  }
}

const busy = (waitMs: number): DatabaseRefusal =>
  new DatabaseRefusal(
    '55P03',
    `The embedded database runs one transaction at a time, and another one has kept it for ${waitMs / 1000} s. ` +
      'Do not open a second connection inside an open transaction; try again.',
  )
