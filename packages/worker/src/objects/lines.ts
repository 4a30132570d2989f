/** A tenant's lines: how many calls run at once. One that is never given back becomes free when its time is over. */
export class Lines {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    sql.exec(`create table if not exists lines (call_id text primary key, until integer not null)`)
  }

  take(callId: string, lines: number, until: number, now: number): boolean {
    this.#sql.exec(`delete from lines where until <= ?`, now)
    const { busy } = this.#sql
      .exec<{ busy: number }>(`select count(*) as busy from lines where call_id <> ?`, callId)
      .one()
    if (busy >= lines) return false
    this.#sql.exec(`insert or replace into lines (call_id, until) values (?, ?)`, callId, until)
    return true
  }

  busy(now: number): number {
    return this.#sql.exec<{ busy: number }>(`select count(*) as busy from lines where until > ?`, now).one().busy
  }

  free(callId: string): void {
    this.#sql.exec(`delete from lines where call_id = ?`, callId)
  }
}
