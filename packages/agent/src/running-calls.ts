/** `settled`: what is still tried for a call that is done, such as to understand what nobody did at once. */
export type RunningCall = { done: Promise<void>; settled: Promise<void>; leave(): void }
export type Load = { calls: number; capacity: number; draining: boolean }

/** The calls of this process: how many run, of how many, and whether more are taken. */
export class RunningCalls {
  readonly #capacity: number
  readonly #calls = new Map<string, RunningCall>()
  readonly #unsettled = new Set<Promise<void>>()
  #isDraining = false

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get load(): Load {
    return { calls: this.#calls.size, capacity: this.#capacity, draining: this.#isDraining }
  }

  /** @param changed the load is another one now */
  add(jobId: string, call: RunningCall, changed: () => void): void {
    this.#calls.set(jobId, call)
    this.#unsettled.add(call.settled)
    void call.settled.then(() => this.#unsettled.delete(call.settled))
    changed()
    void call.done.then(() => {
      this.#calls.delete(jobId)
      changed()
    })
  }

  leave(jobId: string): void {
    this.#calls.get(jobId)?.leave()
  }

  /** Takes no more; resolves when those that run are done and settled, or are not after `mostMs`. */
  async drain(mostMs: number, changed: () => void): Promise<void> {
    this.#isDraining = true
    changed()
    let timer: NodeJS.Timeout | undefined
    await Promise.race([Promise.all(this.#unsettled), new Promise((resolve) => (timer = setTimeout(resolve, mostMs)))])
    clearTimeout(timer)
  }
}
