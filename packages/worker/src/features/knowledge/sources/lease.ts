import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import type { ReadRow } from './source-store.ts'
import { reads } from '../table.ts'

/** Longer than one request to a slow site with all that surrounds it; a consumer that died holds a read no longer than this. */
const span = sql`interval '30 seconds'`

/** The right to work on a read. `until` fences: whoever takes over gets a later one, and the old holder's batches fail. */
export interface Lease {
  readId: string
  sourceId: string
  until: string
}

export interface Claim {
  lease: Lease
  state: ReadRow['state']
  progress: unknown
  /** Times it was taken up in vain since it last got further. */
  attempts: number
}

/** null when somebody else holds it, or it is over. A lease that was left behind, not given back, counts as an attempt. */
export async function claimRead(ctx: Ctx, readId: string): Promise<Claim | null> {
  const [[row]] = await withTenant(ctx).batch(
    query
      .update(reads)
      .set({
        leaseUntil: sql`now() + ${span}`,
        state: sql`case when ${reads.state} = 'queued' then 'reading' else ${reads.state} end`,
        startedAt: sql`coalesce(${reads.startedAt}, now())`,
        attempts: sql`${reads.attempts} + case when ${reads.leaseUntil} is null then 0 else 1 end`,
      })
      .where(
        and(
          eq(reads.id, readId),
          inArray(reads.state, ['queued', 'reading', 'publishing']),
          sql`(${reads.leaseUntil} is null or ${reads.leaseUntil} < now())`,
        ),
      )
      .returning({
        sourceId: reads.sourceId,
        state: reads.state,
        progress: reads.progress,
        attempts: reads.attempts,
        until: sql<string>`lease_until::text`,
      }),
  )
  if (row === undefined) return null
  const { sourceId, until, state, progress, attempts } = row
  return { lease: { readId, sourceId, until }, state, progress, attempts }
}

/** Goes first into every batch of a holder: renews the lease, and rolls the batch back when it was lost. */
export const holdLease = (lease: Lease, also = sql``) =>
  query.execute<{ until: string }>(sql`
    with held as (
      update reads set lease_until = now() + ${span} ${also}
       where id = ${lease.readId} and lease_until = ${lease.until}::timestamptz returning lease_until::text as until)
    select app.expect_rows(1, (select count(*) from held)), (select until from held) as until`)

export function keepLease(lease: Lease, held: { rows: { until: string }[] }): void {
  lease.until = held.rows[0]?.until ?? lease.until
}

/** False when it was lost. */
export async function renewLease(ctx: Ctx, lease: Lease): Promise<boolean> {
  try {
    const [held] = await withTenant(ctx).batch(holdLease(lease))
    keepLease(lease, held)
    return true
  } catch (error) {
    if (isLostRace(error)) return false
    throw error
  }
}

/** Gives it back, so that the next job need not wait; `failed` counts the attempt. Cron looks after it only if no job comes. */
export async function releaseLease(
  ctx: Ctx,
  lease: Lease,
  { waitMs, failed }: { waitMs: number; failed: boolean },
): Promise<void> {
  const mine = and(eq(reads.id, lease.readId), sql`${reads.leaseUntil} = ${lease.until}::timestamptz`)
  const attempts = failed ? { attempts: sql`${reads.attempts} + 1` } : {}
  const parkedUntil = sql`now() + make_interval(secs => ${waitMs / 1000 + 60}::float8)`
  await withTenant(ctx).batch(
    query
      .update(reads)
      .set({ leaseUntil: null, parkedUntil, ...attempts })
      .where(mine),
  )
}
