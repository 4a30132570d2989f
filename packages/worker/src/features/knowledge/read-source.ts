import { eq, sql } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { newId } from '../../shared/ids.ts'
import { log } from '../../shared/log.ts'
import { type Claim, claimRead, type Lease, releaseLease } from './lease.ts'
import { storable } from './plain.ts'
import { publish } from './publish.ts'
import { enqueueRead } from './queue-read.ts'
import { readOne } from './read-one.ts'
import { readSite } from './read-site.ts'
import { anySourceRow, insertRead, type SourceRow } from './source-store.ts'
import { reads, sources } from './table.ts'

const maxAttempts = 6

/**
 * The job of the ingest worker, with an empty `readId` when cron found the source due; done twice it does no harm. It takes the read's lease, reads a share, and either queues
 * the rest or publishes. Killed at any moment, the old revision stays readable and the read goes on when its lease ends.
 */
export async function readSource(ctx: Ctx, job: { sourceId: string; readId: string }): Promise<void> {
  requireScope(ctx, 'knowledge:write')
  const readId = job.readId || (await beginRead(ctx, job.sourceId))
  const claim = readId === '' ? null : await claimRead(ctx, readId)
  if (claim === null) return
  try {
    await go(ctx, claim)
  } catch (error) {
    await releaseLease(ctx, claim.lease, { waitMs: 0, failed: true })
    throw error
  }
}

async function beginRead(ctx: Ctx, sourceId: string): Promise<string> {
  const [[read]] = await withTenant(ctx).batch(insertRead(newId('read'), sourceId))
  return read?.id ?? ''
}

async function go(ctx: Ctx, claim: Claim): Promise<void> {
  const { lease } = claim
  const [[source]] = await withTenant(ctx).batch(anySourceRow(lease.sourceId), markReading(lease.sourceId))
  if (source === undefined) return
  if (claim.attempts >= maxAttempts) {
    return giveUp(ctx, lease, 'Reading it stopped again and again on our side. We try it anew at the next read.')
  }
  const reading = await readShare(ctx, source, claim)
  switch (reading.kind) {
    case 'lost':
      return
    case 'more':
      await releaseLease(ctx, lease, { waitMs: reading.waitMs, failed: false })
      return enqueueRead(ctx, { id: lease.readId, sourceId: source.id }, Math.ceil(reading.waitMs / 1000))
    case 'ended': {
      if (!reading.readable) return giveUp(ctx, lease, reading.note)
      const published = await publish(ctx, lease, storable(reading.note))
      return log('info', 'read.ended', { requestId: ctx.requestId, tenantId: ctx.tenantId, readId: lease.readId, ...published })
    }
    default:
      return reading satisfies never
  }
}

/** What is removed is not read again: publishing without it is all there is to do. */
function readShare(ctx: Ctx, source: SourceRow, claim: Claim) {
  if (source.removedAt !== null) return { kind: 'ended', readable: true, note: '' } as const
  return source.kind === 'site' ? readSite(ctx, source, claim) : readOne(ctx, source, claim.lease)
}

const markReading = (sourceId: string) => query.update(sources).set({ state: 'reading' }).where(eq(sources.id, sourceId))

/** Nothing new may be concluded: the old knowledge stays, and the source says why. */
async function giveUp(ctx: Ctx, lease: Lease, reason: string): Promise<void> {
  const note = storable(reason)
  await withTenant(ctx).batch(
    query
      .update(reads)
      .set({ state: 'failed', note, finishedAt: sql`now()`, leaseUntil: null })
      .where(sql`id = ${lease.readId} and lease_until = ${lease.until}::timestamptz`),
    query.update(sources).set({ state: 'failed', note }).where(eq(sources.id, lease.sourceId)),
  )
  log('info', 'read.failed', { requestId: ctx.requestId, tenantId: ctx.tenantId, readId: lease.readId })
}
