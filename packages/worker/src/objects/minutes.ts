import { minuteMs } from '../shared/time.ts'

/** Counts of this minute, in memory: nothing is written for them, and an object that was away begins anew. */
export class Minutes {
  readonly #used = new Map<string, number>()
  #ends = 0

  take(name: string, limit: number, now: number): { allowed: boolean; remaining: number; resetMs: number } {
    if (now >= this.#ends) {
      this.#used.clear()
      this.#ends = (Math.floor(now / minuteMs) + 1) * minuteMs
    }
    const used = Math.min((this.#used.get(name) ?? 0) + 1, limit + 1)
    this.#used.set(name, used)
    return { allowed: used <= limit, remaining: Math.max(0, limit - used), resetMs: this.#ends - now }
  }
}
