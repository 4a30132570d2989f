import type { Beat, WatchedCall } from '../core/objects.ts'
import type { Principal } from '../core/principal.ts'
import { callEnded, dueAt, type Seen, superseded, type Watch } from '../features/calls/index.ts'

/** The call that runs in this conversation, if any: kept in SQLite, what was seen of it lately in memory. */
export class CallWatch implements Watch {
  readonly #sql: SqlStorage
  #call: WatchedCall | null
  #seen: Seen

  constructor(sql: SqlStorage, now: number = Date.now()) {
    this.#sql = sql
    sql.exec(`create table if not exists watched (one integer primary key check (one = 1), body text not null)`)
    const [row] = [...sql.exec<{ body: string }>(`select body from watched`)]
    this.#call =
      row === undefined ? null : ({ waitingSince: now, asks: 1, ...(JSON.parse(row.body) as object) } as WatchedCall)
    // A life that begins has heard nothing yet: whoever holds the call gets the whole time to be heard.
    this.#seen = fresh(now)
  }

  get call(): WatchedCall | null {
    return this.#call
  }

  get seen(): Seen {
    return this.#seen
  }

  begin(call: WatchedCall, now: number): void {
    this.#seen = fresh(now)
    this.#keep(call)
  }

  claimed(callId: string, generation: number, now: number): Beat {
    const known = this.#check(callId, generation)
    if (known.kind !== 'held' || this.#call === null) return known
    this.#seen = { ...this.#seen, heardAt: now, heldSince: now }
    this.#keep({ ...this.#call, generation, agent: 'held', waitingSince: 0, asks: 0 })
    return known
  }

  beat(callId: string, generation: number, now: number): Beat {
    const known = this.#check(callId, generation)
    if (known.kind === 'held') this.#seen.heardAt = now
    return known
  }

  /** The job that holds the call got an answer to something new: losses before it count no more. */
  served(callId: string, generation: number): void {
    if (this.#call === null || this.#call.losses === 0 || this.#check(callId, generation).kind !== 'held') return
    this.#keep({ ...this.#call, losses: 0 })
  }

  saw(room: 'visitor' | 'nobody' | 'gone', now: number): void {
    const well = room === 'visitor'
    this.#seen = {
      ...this.#seen,
      lookedAt: now,
      awaySince: well ? null : (this.#seen.awaySince ?? now),
      room: room === 'gone' ? 'gone' : 'there',
    }
    if (well && this.#call?.joined === false) this.#keep({ ...this.#call, joined: true })
  }

  lookSoon(callId: string): void {
    if (this.#call?.callId === callId) this.#seen.lookedAt = 0
  }

  sought(now: number): void {
    this.#seen.soughtAt = now
  }

  extended(endsAt: number): void {
    if (this.#call !== null) this.#keep({ ...this.#call, endsAt })
  }

  spared(now: number): void {
    if (this.#call === null) return
    this.#seen = { ...this.#seen, heardAt: now }
    this.#keep({ ...this.#call, losses: 0, waitingSince: now, asks: 0, agent: 'waiting' })
  }

  superseded(generation: number, losses: number, now: number): void {
    if (this.#call === null) return
    const { agent, waitingSince, asks } = this.#call
    const wait = agent === 'held' ? { waitingSince: now, asks: 1 } : { waitingSince, asks: asks + 1 }
    this.#seen = { ...this.#seen, heardAt: now, heldSince: now, soughtAt: now }
    this.#keep({ ...this.#call, ...wait, generation, losses, agent: 'waiting' })
  }

  forget(callId: string): void {
    if (this.#call?.callId === callId) this.#keep(null)
  }

  /** When to look after it next; Infinity when there is none. */
  due(): number {
    return this.#call === null ? Infinity : dueAt(this.#call, this.#seen)
  }

  /** @throws AppError superseded or call_ended when a call's agent speaks that holds it no more */
  requireHolder(principal: Principal): void {
    if (principal.kind !== 'callAgent') return
    const { kind } = this.#check(principal.callId, principal.generation)
    if (kind !== 'held') throw kind === 'ended' ? callEnded() : superseded()
  }

  #check(callId: string, generation: number): Beat {
    if (this.#call?.callId !== callId) return { kind: 'ended' }
    return generation < this.#call.generation ? { kind: 'superseded' } : { kind: 'held', endsAt: this.#call.endsAt }
  }

  #keep(call: WatchedCall | null): void {
    this.#call = call
    if (call === null) this.#sql.exec(`delete from watched`)
    else this.#sql.exec(`insert or replace into watched (one, body) values (1, ?)`, JSON.stringify(call))
  }
}

const fresh = (now: number): Seen => ({
  heardAt: now,
  heldSince: now,
  lookedAt: now,
  soughtAt: now,
  awaySince: null,
  room: 'there',
})
