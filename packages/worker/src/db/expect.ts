import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { query } from './tenant.ts'

/**
 * Follows a change with a condition: holds only when this very batch wrote the one row that fits, else all of it is
 * rolled back and `isLostRace` says so. A row that looks the same because somebody else wrote it does not count.
 */
export const expectWritten = (table: PgTable, where: SQL | undefined) =>
  query.execute(
    sql`select app.expect_rows(1, (select count(*) from ${table} where ${where} and xmin::text::bigint = (pg_current_xact_id()::text::bigint % 4294967296)))`,
  )
