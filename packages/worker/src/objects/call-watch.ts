import type { SqlStorage } from '@cloudflare/workers-types'
import type { Beat, WatchedCall } from '../core/objects.ts'
import type { Principal } from '../core/principal.ts'
import {
  askedAgain,
  callEnded,
  claimed,
  dueAt,
  foundAgain,
  heardOf,
  type Seen,
  superseded,
  type Watch,
} from '../features/calls/index.ts'

/** The call that runs in this conversation, if any: kept in SQLite, what was seen of it lately in memory. */
export class CallWatch implements Watch {
  readonly #sql: SqlStorage
  #call: WatchedCall | null
  #seen: Seen

  constructor(sql: SqlStorage, now: number = Date.now()) {
    this.#sql = sql
    sql.exec(`create table if not exists watched (one integer primary key check (one = 1), body text not null)`)
    const [row] = [...sql.exec<{ body: string }>(`select body from watched`)]
    const kept = row === undefined ? null : (JSON.parse(row.body) as Kept)
    this.#call = kept === null ? null : { ...kept, holder: kept.holder ?? kept.generation, lost: kept.lost ?? [] }
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
    return this.#hold(callId, now, generation, claimed)
  }

  beat(callId: string, generation: number, now: number): Beat {
    return this.#hold(callId, now, generation, heardOf)
  }

  /** The job that holds the call got an answer to something new: losses before it count no more. */
  served(callId: string, generation: number): void {
    const call = this.#call
    if (call?.callId !== callId || call.lost.length === 0 || heardOf(call, generation) === null) return
    this.#keep({ ...call, lost: [] })
  }

  saw(room: 'visitor' | 'nobody' | 'gone', now: number): void {
    const well = room === 'visitor'
    const { awaySince } = this.#seen
    // The media server closes a room in which nobody is left: that is no fault of its own.
    const isEmptied = this.#call?.joined === true && awaySince !== null && this.#seen.room === 'there'
    this.#seen = {
      ...this.#seen,
      lookedAt: now,
      awaySince: well ? null : (awaySince ?? now),
      room: room === 'gone' && !isEmptied ? 'gone' : 'there',
    }
    if (well && this.#call?.joined === false) this.#keep({ ...this.#call, joined: true })
  }

  lookSoon(callId: string): void {
    if (this.#call?.callId === callId) this.#seen.lookedAt = 0
  }

  sought(now: number): void {
    this.#seen.soughtAt = now
  }

  triedToPassOn(now: number): void {
    this.#seen.triedAt = now
  }

  extended(endsAt: number): void {
    if (this.#call !== null) this.#keep({ ...this.#call, endsAt })
  }

  spared(now: number): void {
    if (this.#call === null) return
    this.#seen = { ...this.#seen, askedAt: now }
    this.#keep({ ...this.#call, lost: [], waitingSince: now, asks: 0, agent: 'waiting' })
  }

  asked(lost: readonly number[], now: number): void {
    if (this.#call === null) return
    this.#seen = { ...this.#seen, askedAt: now, soughtAt: now }
    this.#keep(askedAgain(this.#call, lost, now))
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
    if (this.#call?.callId !== principal.callId) throw callEnded()
    if (heardOf(this.#call, principal.generation) === null) throw superseded()
  }

  #hold(
    callId: string,
    now: number,
    generation: number,
    take: (call: WatchedCall, generation: number) => WatchedCall | null,
  ): Beat {
    const before = this.#call
    if (before?.callId !== callId) return { kind: 'ended' }
    const call = take(before, generation)
    if (call === null) {
      const alive = foundAgain(before, generation)
      if (alive !== before) this.#keep(alive)
      return { kind: 'superseded' }
    }
    const isNew = call.holder !== before.holder
    this.#seen = { ...this.#seen, heardAt: now, ...(isNew ? { heldSince: now } : {}) }
    if (call !== before) this.#keep(call)
    return { kind: 'held', endsAt: call.endsAt, isBack: !isNew && before.agent === 'waiting' }
  }

  #keep(call: WatchedCall | null): void {
    this.#call = call
    if (call === null) this.#sql.exec(`delete from watched`)
    else this.#sql.exec(`insert or replace into watched (one, body) values (1, ?)`, JSON.stringify(call))
  }
}

/** As it was kept by releases before these were told of. */
type Kept = Omit<WatchedCall, 'holder' | 'lost'> & Partial<Pick<WatchedCall, 'holder' | 'lost'>>

const fresh = (now: number): Seen => ({
  heardAt: now,
  heldSince: now,
  askedAt: now,
  triedAt: 0,
  lookedAt: now,
  soughtAt: now,
  awaySince: null,
  room: 'there',
})
