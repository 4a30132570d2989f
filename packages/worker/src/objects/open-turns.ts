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

  constructor(sql: SqlStorage) {
    this.#sql = sql
    sql.exec(`create table if not exists open_turns (turn_id text primary key, at integer not null, body text not null)`)
  }

  add(turn: OpenTurn, at: number): void {
    this.#sql.exec(`insert into open_turns (turn_id, at, body) values (?, ?, ?) on conflict do nothing`, turn.turnId, at, JSON.stringify(turn))
  }

  remove(turnId: string): void {
    this.#sql.exec(`delete from open_turns where turn_id = ?`, turnId)
  }

  list(): OpenTurn[] {
    return [...this.#sql.exec<{ body: string }>(`select body from open_turns order by at, turn_id`)].map((row) => JSON.parse(row.body) as OpenTurn)
  }
}
