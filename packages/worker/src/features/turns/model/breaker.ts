const failuresInARow = 3
const restMs = 30_000

/** Leaves a failing endpoint alone: after three failures in a row, for 30 s; one try then decides. Per isolate. */
export class Breaker {
  #failures = 0
  #restUntil = 0

  allows(now: Date): boolean {
    return now.getTime() >= this.#restUntil
  }

  worked(): void {
    this.#failures = 0
  }

  failed(now: Date): void {
    this.#failures += 1
    if (this.#failures >= failuresInARow) this.#restUntil = now.getTime() + restMs
  }
}

export const breaker = new Breaker()
