/** Fixed windows in SQLite: exact, and they survive the object. A window begins on the multiples of its length (UTC). */
export class Windows {
  readonly #sql: SqlStorage
  #takes = 0

  constructor(sql: SqlStorage) {
    this.#sql = sql
    sql.exec(
      `create table if not exists windows (name text not null, ends integer not null, used integer not null, primary key (name, ends))`,
    )
  }

  take(
    name: string,
    limit: number,
    windowMs: number,
    now: number,
  ): { allowed: boolean; remaining: number; resetMs: number } {
    const ends = (Math.floor(now / windowMs) + 1) * windowMs
    const { used } = this.#sql
      .exec<{ used: number }>(
        `insert into windows (name, ends, used) values (?, ?, 1) on conflict (name, ends) do update set used = min(used + 1, ? + 1) returning used`,
        name,
        ends,
        limit,
      )
      .one()
    if (this.#takes++ % 200 === 0) this.#sql.exec(`delete from windows where ends <= ?`, now)
    return { allowed: used <= limit, remaining: Math.max(0, limit - used), resetMs: ends - now }
  }
}
