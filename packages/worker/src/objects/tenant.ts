import { DurableObject } from 'cloudflare:workers'
import type { Allowance, SpendHold } from '../core/objects.ts'
import { dayMs, hourMs } from '../shared/time.ts'
import type { Bindings } from '../web/bindings.ts'
import { Lines } from './lines.ts'
import { Minutes } from './minutes.ts'
import { Spend } from './spend.ts'
import { Windows } from './windows.ts'

const visitorTurnsPerMinute = 20
const tenantTurnsPerMinute = 12_000
/** The most a playbook may allow; the day's count stops there. */
const mostTurnsADay = 1_000_000

/** A tenant's exact counters and hard ceilings. */
export class TenantObject extends DurableObject<Bindings> {
  readonly #windows: Windows
  readonly #minutes = new Minutes()
  readonly #spend = new Spend()
  readonly #lines: Lines

  constructor(state: DurableObjectState, bindings: Bindings) {
    super(state, bindings)
    this.#windows = new Windows(state.storage.sql)
    this.#lines = new Lines(state.storage.sql)
  }

  takeTurn(visitorId: string): Allowance {
    const now = Date.now()
    const own = this.#minutes.take(`visitor ${visitorId}`, visitorTurnsPerMinute, now)
    if (!own.allowed)
      return { kind: 'refused', why: 'visitor-rate', limit: visitorTurnsPerMinute, resetMs: own.resetMs }
    const all = this.#minutes.take('turns', tenantTurnsPerMinute, now)
    if (!all.allowed) return { kind: 'refused', why: 'tenant-rate', limit: tenantTurnsPerMinute, resetMs: all.resetMs }
    const usedToday = mostTurnsADay - this.#windows.take('turns today', mostTurnsADay, dayMs, now).remaining
    return { kind: 'allowed', remaining: own.remaining, limit: visitorTurnsPerMinute, resetMs: own.resetMs, usedToday }
  }

  takeVisitor(addressHash: string, perHour: number): Allowance {
    const { allowed, remaining, resetMs } = this.#windows.take(`address ${addressHash}`, perHour, hourMs, Date.now())
    return allowed
      ? { kind: 'allowed', remaining, limit: perHour, resetMs, usedToday: 0 }
      : { kind: 'refused', why: 'address-rate', limit: perHour, resetMs }
  }

  takeMessage(perDay: number): Allowance {
    const { allowed, remaining, resetMs } = this.#windows.take('messages today', perDay, dayMs, Date.now())
    return allowed
      ? { kind: 'allowed', remaining, limit: perDay, resetMs, usedToday: perDay - remaining }
      : { kind: 'refused', why: 'messages-per-day', limit: perDay, resetMs }
  }

  holdSpend(hold: SpendHold): boolean {
    return this.#spend.hold(hold, Date.now())
  }

  settleSpend(turnId: string, costMicros: number): void {
    this.#spend.settle(turnId, costMicros)
  }

  takeLine(callId: string, lines: number, untilMs: number): boolean {
    return this.#lines.take(callId, lines, untilMs, Date.now())
  }

  busyLines(): number {
    return this.#lines.busy(Date.now())
  }

  freeLine(callId: string): void {
    this.#lines.free(callId)
  }
}
