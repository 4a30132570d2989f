import type { FinishedBatch, Frontier, KnownPage, PageOutcome, TakenUrl } from './deps.ts'

/** A frontier in memory: for tests and for small sites. */
export class MemoryFrontier implements Frontier {
  readonly outcomes: PageOutcome[] = []
  #waiting: TakenUrl[] = []
  #keys = new Set<string>()
  #taken = new Map<string, TakenUrl>()
  #known: ReadonlyMap<string, KnownPage & { url: string }>

  /** `known` holds, by page key, what an earlier read left behind. */
  constructor(known: ReadonlyMap<string, KnownPage & { url: string }> = new Map()) {
    this.#known = known
  }

  take(count: number): Promise<TakenUrl[]> {
    const taken = this.#waiting.splice(0, count)
    for (const one of taken) this.#taken.set(one.key, one)
    return Promise.resolve(taken)
  }

  finish(batch: Pick<FinishedBatch, 'outcomes' | 'found'>): Promise<{ added: number; waiting: number }> {
    let added = 0
    for (const found of batch.found) {
      if (this.#keys.has(found.key)) continue
      this.#keys.add(found.key)
      const known = this.#known.get(found.key)
      this.#waiting.push({ ...found, tries: 0, ...(known ? { known } : {}) })
      added += 1
    }
    for (const outcome of batch.outcomes) {
      const taken = this.#taken.get(outcome.key)
      this.#taken.delete(outcome.key)
      if (outcome.state !== 'again') {
        this.outcomes.push(outcome)
        this.#waiting = this.#waiting.filter(({ key }) => key !== outcome.key)
      } else if (taken) this.#waiting.push({ ...taken, tries: taken.tries + (outcome.tried ? 1 : 0) })
    }
    this.#waiting.sort((a, b) => a.rank - b.rank)
    return Promise.resolve({ added, waiting: this.#waiting.length })
  }

  known(): Promise<string[]> {
    return Promise.resolve([...this.#known.values()].map(({ url }) => url))
  }

  close(code: string, why: string): Promise<number> {
    const rest = [...this.#taken.values(), ...this.#waiting.splice(0)]
    this.#taken.clear()
    for (const { key, url } of rest) this.outcomes.push({ state: 'skipped', key, url, code, why })
    return Promise.resolve(rest.length)
  }
}
