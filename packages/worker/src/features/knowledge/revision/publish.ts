import { sql } from 'drizzle-orm'
import { auditRow } from '../../../core/audit.ts'
import type { Ctx } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { query, type Query, withTenant } from '../../../db/tenant.ts'
import type { Passage } from '../../../engine/passage.ts'
import { buildIndex } from '../../../engine/retrieve/index.ts'
import { newId } from '../../../shared/ids.ts'
import { deadLinkQueries, findingQueries, findingsIn } from '../findings.ts'
import { type Lease, renewLease } from '../sources/lease.ts'
import { assembleFacts } from '../facts/location-facts.ts'
import { type Change, planRevision } from './plan-revision.ts'
import {
  closeFacts,
  closeVersions,
  insertFacts,
  insertRevision,
  movePointer,
  openVersions,
  requoteFacts,
} from './revision-store.ts'
import { anySourceRow, type SourceRow } from '../sources/source-store.ts'
import { putVectors, vectorsKey } from './vectors.ts'

const tries = 6

/**
 * `lost`: another consumer took the read over, and goes on from here. `busy`: other reads kept publishing first.
 */
export type Published =
  | { kind: 'published'; revision: number }
  | { kind: 'unchanged' }
  | { kind: 'lost' }
  | { kind: 'busy' }

/**
 * Ends a read: the next revision whole, or none. The passage index is put into the bucket first; then one batch moves the
 * pointer, opens and closes versions and facts, and ends the read. When another read published meanwhile, it starts over.
 */
export function publish(ctx: Ctx, lease: Lease, note: string): Promise<Published> {
  return publishAs(ctx, lease, (source, revision) => endOf(lease, source, revision, note))
}

/** What was read so far, so that first answers need not wait for the rest; the read goes on. */
export function publishSoFar(ctx: Ctx, lease: Lease): Promise<Published> {
  return publishAs(ctx, lease, (_source, revision) => [
    query.execute(sql`
      with held as (
        update reads set state = 'reading', revision = coalesce(${revision}, revision)
         where id = ${lease.readId} and lease_until = ${lease.until}::timestamptz returning 1)
      select app.expect_rows(1, (select count(*) from held))`),
  ])
}

async function publishAs(
  ctx: Ctx,
  lease: Lease,
  after: (source: SourceRow, revision: number | null) => readonly [Query, ...Query[]],
): Promise<Published> {
  for (let attempt = 0; attempt < tries; attempt++) {
    if (!(await renewLease(ctx, lease))) return { kind: 'lost' }
    const [[source]] = await withTenant(ctx).batch(anySourceRow(lease.sourceId))
    if (source === undefined) return { kind: 'lost' }
    const plan = await planRevision(ctx, lease, source)
    if (plan === null) return { kind: 'lost' }
    const indexKey = plan.kind === 'same' ? '' : await putIndex(ctx, plan.passages)
    if (plan.kind === 'change' && indexKey !== '')
      await putVectors(ctx, plan.passages, { from: plan.base.indexKey, to: indexKey }, () => renewLease(ctx, lease))
    const number = plan.base.number + 1
    try {
      if (plan.kind === 'same') await withTenant(ctx).batch(...after(source, null))
      else
        await withTenant(ctx).batch(
          movePointer(plan.base.number),
          ...changesOf(ctx, plan, number, indexKey, source),
          ...after(source, number),
        )
      return plan.kind === 'same' ? { kind: 'unchanged' } : { kind: 'published', revision: number }
    } catch (error) {
      // Any other failure may have come after the commit: then the index is needed.
      if (!isLostRace(error)) throw error
      if (indexKey !== '') await removeIndex(ctx, indexKey)
    }
  }
  return { kind: 'busy' }
}

async function removeIndex(ctx: Ctx, key: string): Promise<void> {
  await ctx.ports.files.remove(key)
  if (ctx.ports.embeddings !== undefined) await ctx.ports.files.remove(vectorsKey(key))
}

async function putIndex(ctx: Ctx, passages: readonly Passage[]): Promise<string> {
  if (passages.length === 0) return ''
  const key = `${ctx.tenantId}/index/${newId('revision')}`
  await ctx.ports.files.put(key, buildIndex(passages), { contentType: 'application/octet-stream' })
  return key
}

function changesOf(ctx: Ctx, plan: Change, number: number, indexKey: string, source: SourceRow): Query[] {
  const { base, facts: changed } = plan
  const requoted = new Map(changed.requoted.map(({ id, quote }) => [id, quote]))
  const closed = new Set(changed.closed)
  const before = base.facts
    .filter(({ id }) => !closed.has(id))
    .map((fact) => ({ ...fact, quote: requoted.get(fact.id) ?? fact.quote }))
  const facts = assembleFacts(base, [...before, ...changed.fresh])
  const reason = source.removedAt === null ? `Read ${source.name}` : `Forgot ${source.name}`
  return [
    closeVersions(plan.closed, number),
    openVersions(plan.opened, number),
    closeFacts(changed.closed, number),
    requoteFacts(changed.requoted),
    insertFacts(changed.fresh),
    ...findingQueries(findingsIn(plan.passages, ctx.now())),
    insertRevision({ number, indexKey, facts, documents: plan.documents, passages: plan.passages.length, reason }),
    auditRow(ctx, 'knowledge.published', source.id, {
      revision: number,
      opened: plan.opened.length,
      closed: plan.closed.length,
    }),
  ]
}

/** A source that was removed while it was read is not the one that was planned for: then it is planned again. */
function endOf(lease: Lease, source: SourceRow, revision: number | null, note: string): [Query, ...Query[]] {
  const read = query.execute(sql`
    with ended as (
      update reads set state = 'done', revision = ${revision}, note = ${note}, finished_at = now(), lease_until = null
       where id = ${lease.readId} and lease_until = ${lease.until}::timestamptz returning 1)
    select app.expect_rows(1, (select count(*) from ended))`)
  const change =
    source.removedAt === null
      ? sql`update sources set state = 'read', note = ${note}, last_read_at = now() where id = ${source.id} and removed_at is null returning 1`
      : sql`delete from sources where id = ${source.id} and removed_at is not null returning 1`
  return [
    read,
    query.execute(sql`with ended as (${change}) select app.expect_rows(1, (select count(*) from ended))`),
    ...deadLinkQueries(source.id),
  ]
}
