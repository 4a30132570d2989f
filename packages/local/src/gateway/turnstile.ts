import { DatabaseRefusal } from './refusal.ts'

type Waiter = { admit: () => void; leave: (reason: Error) => void }

/** One at a time, first come first served. Whoever waits longer than `waitMs` is told who is in the way. */
export class Turnstile {
  readonly #waitMs: number
  readonly #waiting: Waiter[] = []
  #taken = false

  constructor(waitMs: number) {
    this.#waitMs = waitMs
  }

  /** Resolves to the function that lets the next one in; calling it twice does nothing more. */
  async enter(): Promise<() => void> {
    if (this.#taken) await this.#wait()
    this.#taken = true
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.#waiting.shift()
      if (next) next.admit()
      else this.#taken = false
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: () => {
          clearTimeout(timer)
          resolve()
        },
        leave: reject,
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        waiter.leave(busy(this.#waitMs))
      }, this.#waitMs)
      this.#waiting.push(waiter)
    })
  }
}

const busy = (waitMs: number): DatabaseRefusal =>
  new DatabaseRefusal(
    '55P03',
    `The embedded database runs one transaction at a time, and another one has kept it for ${waitMs / 1000} s. ` +
      'Do not open a second connection inside an open transaction; try again.',
  )
