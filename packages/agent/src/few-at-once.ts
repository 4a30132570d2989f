/** Runs what is asked for few at a time; what cannot be done within its time is not begun, or no longer waited for. */
export class FewAtOnce {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#free = most
  }

  /** @returns undefined when it was too late */
  async run<T>(work: () => Promise<T>, withinMs: number): Promise<T | undefined> {
    const late = Promise.withResolvers<undefined>()
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      late.resolve(undefined)
    }, withinMs)
    const done = this.#turn().then(async () => {
      try {
        return isLate ? undefined : await work()
      } finally {
        clearTimeout(timer)
        this.#next()
      }
    })
    return await Promise.race([done, late.promise])
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #next(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free++
    else next()
  }
}
