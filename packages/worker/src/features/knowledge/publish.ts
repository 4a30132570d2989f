import { sql } from 'drizzle-orm'
import { auditRow } from '../../core/audit.ts'
import type { Ctx } from '../../core/ctx.ts'
import { isLostRace } from '../../db/conflict.ts'
import { query, type Query, withTenant } from '../../db/tenant.ts'
import type { ReadPage } from '../../engine/facts/index.ts'
import type { Passage } from '../../engine/passage.ts'
import { buildIndex } from '../../engine/retrieve/index.ts'
import { newId } from '../../shared/ids.ts'
import { hydrate } from './hydrate.ts'
import { holdLease, keepLease, type Lease, renewLease } from './lease.ts'
import { assembleFacts } from './location-facts.ts'
import { planFacts } from './propose.ts'
import {
  closeFacts, closeVersions, insertFacts, insertRevision, loadBase, movePointer, openVersions, requoteFacts, versionTexts, visibleVersions,
  wantedVersions,
} from './revision-store.ts'
import { anySourceRow, type SourceRow } from './source-store.ts'

const tries = 6
const versionsAtOnce = 60

/** null: nothing had changed. `lost`: another consumer took the read over, and goes on from here. */
export type Published = { kind: 'published'; revision: number } | { kind: 'unchanged' } | { kind: 'lost' }

/**
 * Ends a read: the next revision whole, or none. The passage index is put into the bucket first; then one batch moves the
 * pointer, opens and closes versions and facts, and ends the read. When another read published meanwhile, it starts over.
 */
export async function publish(ctx: Ctx, lease: Lease, note: string): Promise<Published> {
  for (let attempt = 0; attempt < tries; attempt++) {
    if (!(await renewLease(ctx, lease))) return { kind: 'lost' }
    const [[source]] = await withTenant(ctx).batch(anySourceRow(lease.sourceId))
    if (source === undefined) return { kind: 'lost' }
    const plan = await planRevision(ctx, lease, source)
    if (plan === null) return { kind: 'lost' }
    const indexKey = plan.kind === 'same' ? '' : await putIndex(ctx, plan.passages)
    const number = plan.base.number + 1
    try {
      if (plan.kind === 'same') await withTenant(ctx).batch(...endOf(lease, source, null, note))
      else await withTenant(ctx).batch(movePointer(plan.base.number), ...changesOf(ctx, plan, number, indexKey, source), ...endOf(lease, source, number, note))
      return plan.kind === 'same' ? { kind: 'unchanged' } : { kind: 'published', revision: number }
    } catch (error) {
      if (indexKey !== '') await ctx.ports.files.remove(indexKey)
      if (!isLostRace(error)) throw error
    }
  }
  throw new Error('Other reads kept publishing first; this one is tried again.')
}

async function putIndex(ctx: Ctx, passages: readonly Passage[]): Promise<string> {
  if (passages.length === 0) return ''
  const key = `${ctx.tenantId}/index/${newId('revision')}`
  await ctx.ports.files.put(key, buildIndex(passages), { contentType: 'application/octet-stream' })
  return key
}

type Plan = NonNullable<Awaited<ReturnType<typeof planRevision>>>

async function planRevision(ctx: Ctx, lease: Lease, source: SourceRow) {
  const base = await loadBase(ctx)
  const [visible, wanted] = await withTenant(ctx).batch(visibleVersions(), wantedVersions(source.id))
  const kept = source.removedAt === null ? wanted.flatMap(({ id }) => (id === null ? [] : [id])) : []
  const held = new Set(visible.map(({ id }) => id))
  const opened = [...new Set(kept)].filter((id) => !held.has(id))
  const closed = visible.filter(({ id, sourceId }) => sourceId === source.id && !kept.includes(id)).map(({ id }) => id)
  if (opened.length === 0 && closed.length === 0) return { kind: 'same', base } as const

  const gone = new Set(closed)
  const pages = await loadPages(ctx, lease, [...held].filter((id) => !gone.has(id)).concat(opened))
  if (pages === null) return null
  const facts = await planFacts(base, pages, base.number + 1)
  return { kind: 'change', base, opened, closed, documents: pages.length, passages: pages.flatMap(({ passages }) => passages), facts } as const
}

/** The texts of all that is visible, a share at a time; null when the lease was lost on the way. */
async function loadPages(ctx: Ctx, lease: Lease, ids: readonly string[]): Promise<ReadPage[] | null> {
  const pages: ReadPage[] = []
  const ordered = ids.toSorted()
  for (let at = 0; at < ordered.length; at += versionsAtOnce) {
    try {
      const [held, rows] = await withTenant(ctx).batch(holdLease(lease, sql`, state = 'publishing'`), versionTexts(ordered.slice(at, at + versionsAtOnce)))
      keepLease(lease, held)
      for (const { version, url } of rows) pages.push(hydrate(version, url))
    } catch (error) {
      if (isLostRace(error)) return null
      throw error
    }
  }
  return pages
}

function changesOf(ctx: Ctx, plan: Plan & { kind: 'change' }, number: number, indexKey: string, source: SourceRow): Query[] {
  const { base, facts: changed } = plan
  const requoted = new Map(changed.requoted.map(({ id, quote }) => [id, quote]))
  const closed = new Set(changed.closed)
  const before = base.facts.filter(({ id }) => !closed.has(id)).map((fact) => ({ ...fact, quote: requoted.get(fact.id) ?? fact.quote }))
  const facts = assembleFacts(base, [...before, ...changed.fresh])
  const reason = source.removedAt === null ? `Read ${source.name}` : `Forgot ${source.name}`
  return [
    closeVersions(plan.closed, number),
    openVersions(plan.opened, number),
    closeFacts(changed.closed, number),
    requoteFacts(changed.requoted),
    insertFacts(changed.fresh),
    insertRevision({ number, indexKey, facts, documents: plan.documents, passages: plan.passages.length, reason }),
    auditRow(ctx, 'knowledge.published', source.id, { revision: number, opened: plan.opened.length, closed: plan.closed.length }),
  ]
}

/** A source that was removed while it was read is not the one that was planned for: then it is planned again. */
function endOf(lease: Lease, source: SourceRow, revision: number | null, note: string): [Query, Query] {
  const read = query.execute(sql`
    with ended as (
      update reads set state = 'done', revision = ${revision}, note = ${note}, finished_at = now(), lease_until = null
       where id = ${lease.readId} and lease_until = ${lease.until}::timestamptz returning 1)
    select app.expect_rows(1, (select count(*) from ended))`)
  const change =
    source.removedAt === null
      ? sql`update sources set state = 'read', note = ${note}, last_read_at = now() where id = ${source.id} and removed_at is null returning 1`
      : sql`delete from sources where id = ${source.id} and removed_at is not null returning 1`
  return [read, query.execute(sql`with ended as (${change}) select app.expect_rows(1, (select count(*) from ended))`)]
}
