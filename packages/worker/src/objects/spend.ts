import type { SpendHold } from '../core/objects.ts'
import { minuteMs } from '../shared/time.ts'

/**
 * What models cost this month, as far as simultaneous turns must know of one another: the database's sum as the newest
 * turn read it, what was settled since, and what turns under way may still cost. In memory: an object that was away starts
 * from the database again.
 */
export class Spend {
  readonly #held = new Map<string, { estimateMicros: number; until: number }>()
  #month = ''
  #spentMicros = 0

  hold({ turnId, month, estimateMicros, spentMicros, capMicros }: SpendHold, now: number): boolean {
    if (month !== this.#month) [this.#month, this.#spentMicros] = [month, 0]
    this.#spentMicros = Math.max(this.#spentMicros, spentMicros)
    let underWay = 0
    for (const [id, held] of this.#held) {
      if (held.until < now) this.#held.delete(id)
      else if (id !== turnId) underWay += held.estimateMicros
    }
    if (this.#spentMicros + underWay >= capMicros) return false
    this.#held.set(turnId, { estimateMicros, until: now + 2 * minuteMs })
    return true
  }

  /** Before the turn is closed, so that whoever reads the database later counts it once. */
  settle(turnId: string, costMicros: number): void {
    if (this.#held.delete(turnId)) this.#spentMicros += costMicros
  }
}
