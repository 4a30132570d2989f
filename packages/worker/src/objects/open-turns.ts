import type { Caller } from '../core/objects.ts'
import type { Saying } from '../features/turns/index.ts'

export interface OpenTurn {
  turnId: string
  caller: Caller
  saying: Saying
}

/** Turns whose messages are acknowledged and whose answers are not stored yet; they survive the object's death. */
export class OpenTurns {
  readonly #sql: SqlStorage
  /** The same in memory, oldest first: it is looked at many times a turn. */
  #turns: readonly OpenTurn[]

  constructor(sql: SqlStorage) {
    this.#sql = sql
    sql.exec(
      `create table if not exists open_turns (turn_id text primary key, at integer not null, body text not null)`,
    )
    this.#turns = [...sql.exec<{ body: string }>(`select body from open_turns order by at, turn_id`)].map(
      (row) => JSON.parse(row.body) as OpenTurn,
    )
  }

  add(turn: OpenTurn, at: number): void {
    if (this.#turns.some(({ turnId }) => turnId === turn.turnId)) return
    this.#sql.exec(`insert into open_turns (turn_id, at, body) values (?, ?, ?)`, turn.turnId, at, JSON.stringify(turn))
    this.#turns = [...this.#turns, turn]
  }

  remove(turnId: string): void {
    this.#sql.exec(`delete from open_turns where turn_id = ?`, turnId)
    this.#turns = this.#turns.filter((turn) => turn.turnId !== turnId)
  }

  list(): readonly OpenTurn[] {
    return this.#turns
  }
}
