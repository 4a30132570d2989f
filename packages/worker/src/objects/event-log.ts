import type { NewEvent } from '../features/turns/index.ts'
import type { StreamEventOut } from '../features/turns/schema.ts'

const kept = 400

interface Row extends Record<string, SqlStorageValue> {
  n: number
  turn_id: string
  body: string
}

/** The numbered events of a conversation, in the object's own SQLite: what a listener that lost its line goes on from. */
export class EventLog {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    sql.exec(
      `create table if not exists events (n integer primary key autoincrement, turn_id text not null, client_id text not null, body text not null)`,
    )
    sql.exec(`create index if not exists events_client on events (client_id)`)
  }

  append(event: NewEvent, turnId = '', clientId = ''): StreamEventOut {
    const { n } = this.#sql
      .exec<{ n: number }>(
        `insert into events (turn_id, client_id, body) values (?, ?, ?) returning n`,
        turnId,
        clientId,
        JSON.stringify(event),
      )
      .one()
    if (n % 50 === 0) this.#sql.exec(`delete from events where n <= ?`, n - kept)
    return { n, ...event } as StreamEventOut
  }

  after(n: number): { event: StreamEventOut; turnId: string }[] {
    const rows = this.#sql.exec<Row>(`select n, turn_id, body from events where n > ? order by n`, n)
    return [...rows].map((row) => ({
      turnId: row.turn_id,
      event: { n: row.n, ...(JSON.parse(row.body) as NewEvent) } as StreamEventOut,
    }))
  }

  forget(): void {
    this.#sql.exec(`delete from events`)
  }

  /** Whether the newest answer asked for something sensitive. */
  awaitsSecret(): boolean {
    const newest = `select json_extract(body, '$.expects.field') as field from events where json_extract(body, '$.type') = 'turn.answered' order by n desc limit 1`
    return [...this.#sql.exec<{ field: string | null }>(newest)][0]?.field === 'secret'
  }

  forgetTurns(turnIds: readonly string[]): void {
    for (const turnId of turnIds) this.#sql.exec(`delete from events where turn_id = ?`, turnId)
  }

  /** Where a message of the client was acknowledged. */
  acceptance(clientId: string): { n: number; turnId: string } | null {
    const [row] = [...this.#sql.exec<Row>(`select n, turn_id, body from events where client_id = ? limit 1`, clientId)]
    return row === undefined ? null : { n: row.n, turnId: row.turn_id }
  }

  /** How many sentences of a turn were told. */
  sentencesOf(turnId: string): number {
    const told = `select count(*) as told from events where turn_id = ? and json_extract(body, '$.type') = 'sentence'`
    return this.#sql.exec<{ told: number }>(told, turnId).one().told
  }
}
