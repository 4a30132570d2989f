import { eq, sql } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { newId } from '../../../shared/ids.ts'
import { log } from '../../../shared/log.ts'
import type { FileConfig } from '../files.ts'
import { type Claim, claimRead, holdLease, type Lease, releaseLease } from './lease.ts'
import { storable } from '../plain.ts'
import { publish } from '../revision/publish.ts'
import { enqueueRead } from './queue-read.ts'
import { isBehind, readOne } from './read-one.ts'
import { readSite } from './read-site.ts'
import { anySourceRow, insertRead, type SourceRow } from './source-store.ts'
import { sources } from '../table.ts'

const maxAttempts = 6

/**
 * The job of the ingest worker (`readId` is empty when cron found the source due); done twice it does no harm. It takes
 * the read's lease, reads a share, and either queues the rest or publishes. Killed at any moment, the old revision stays
 * readable and the read goes on when its lease ends.
 */
export async function readSource(ctx: Ctx, job: { sourceId: string; readId: string }): Promise<void> {
  requireScope(ctx, 'knowledge:write')
  const readId = job.readId || (await beginRead(ctx, job.sourceId))
  const claim = readId === '' ? null : await claimRead(ctx, readId)
  if (claim === null) return
  try {
    await go(ctx, claim)
  } catch (error) {
    if (isLostRace(error)) return
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
      return later(ctx, lease, reading.waitMs)
    case 'ended':
      return end(ctx, lease, source, reading)
    default:
      return reading satisfies never
  }
}

async function end(
  ctx: Ctx,
  lease: Lease,
  source: SourceRow,
  reading: { readable: boolean; note: string },
): Promise<void> {
  if (!reading.readable) await giveUp(ctx, lease, reading.note)
  else {
    const published = await publish(ctx, lease, storable(reading.note))
    if (published.kind === 'busy') return later(ctx, lease, 1000 + Math.random() * 4000)
    const { requestId, tenantId } = ctx
    log('info', 'read.ended', { requestId, tenantId, readId: lease.readId, ...published })
  }
  if (source.kind === 'file') await afterFile(ctx, source)
  if (source.kind === 'questions' && source.removedAt === null && (await isBehind(ctx, source)))
    await readOnceMore(ctx, source)
}

/** A file that was replaced while it was read is read again; one that was forgotten leaves the bucket. */
async function afterFile(ctx: Ctx, source: SourceRow): Promise<void> {
  const { key, replaced = [] } = source.config as FileConfig
  const [[now]] = await withTenant(ctx).batch(anySourceRow(source.id))
  if (now === undefined) for (const each of [key, ...replaced]) await ctx.ports.files.remove(each)
  else if ((now.config as FileConfig).key !== key) {
    await readOnceMore(ctx, source)
  }
}

async function readOnceMore(ctx: Ctx, source: SourceRow): Promise<void> {
  const id = await beginRead(ctx, source.id)
  if (id !== '') await enqueueRead(ctx, { id, sourceId: source.id })
}

async function later(ctx: Ctx, lease: Lease, waitMs: number): Promise<void> {
  await releaseLease(ctx, lease, { waitMs, failed: false })
  await enqueueRead(ctx, { id: lease.readId, sourceId: lease.sourceId }, Math.ceil(waitMs / 1000))
}

/** What is removed is not read again: publishing without it is all there is to do. */
function readShare(ctx: Ctx, source: SourceRow, claim: Claim) {
  if (source.removedAt !== null) return { kind: 'ended', readable: true, note: '' } as const
  return source.kind === 'site' ? readSite(ctx, source, claim) : readOne(ctx, source, claim.lease)
}

const markReading = (sourceId: string) =>
  query.update(sources).set({ state: 'reading' }).where(eq(sources.id, sourceId))

/** Nothing new may be concluded: the old knowledge stays, and the source says why. */
async function giveUp(ctx: Ctx, lease: Lease, reason: string): Promise<void> {
  const note = storable(reason)
  await withTenant(ctx).batch(
    holdLease(lease, sql`, state = 'failed', note = ${note}, finished_at = now()`),
    query.update(sources).set({ state: 'failed', note }).where(eq(sources.id, lease.sourceId)),
  )
  log('info', 'read.failed', { requestId: ctx.requestId, tenantId: ctx.tenantId, readId: lease.readId })
}
