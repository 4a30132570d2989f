import { sql } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { ReadPage } from '../../../engine/facts/index.ts'
import type { Passage } from '../../../engine/passage.ts'
import { hydrate } from './hydrate.ts'
import { holdLease, keepLease, type Lease } from '../sources/lease.ts'
import { type FactPlan, planFacts } from '../facts/propose.ts'
import { type Base, loadBase, versionTexts, visibleVersions, wantedVersions } from './revision-store.ts'
import type { SourceRow } from '../sources/source-store.ts'

const versionsAtOnce = 60

export interface Change {
  kind: 'change'
  base: Base
  /** Ids of document versions. */
  opened: string[]
  closed: string[]
  /** Of all that will be visible, of every source. */
  documents: number
  passages: Passage[]
  facts: FactPlan
}

export type Plan = Change | { kind: 'same'; base: Base }

/** What the next revision would be when this source's pages are taken as they stand; null when the lease was lost. */
export async function planRevision(ctx: Ctx, lease: Lease, source: SourceRow): Promise<Plan | null> {
  const base = await loadBase(ctx)
  const [visible, wanted] = await withTenant(ctx).batch(visibleVersions(), wantedVersions(source.id))
  const kept = source.removedAt === null ? wanted.flatMap(({ id }) => (id === null ? [] : [id])) : []
  const held = new Set(visible.map(({ id }) => id))
  const opened = [...new Set(kept)].filter((id) => !held.has(id))
  const closed = visible.filter(({ id, sourceId }) => sourceId === source.id && !kept.includes(id)).map(({ id }) => id)
  if (opened.length === 0 && closed.length === 0) return { kind: 'same', base }

  const gone = new Set(closed)
  const pages = await loadPages(ctx, lease, [...held].filter((id) => !gone.has(id)).concat(opened))
  if (pages === null) return null
  const facts = await planFacts(base, pages, base.number + 1, ctx.now())
  return {
    kind: 'change',
    base,
    opened,
    closed,
    documents: pages.length,
    passages: pages.flatMap(({ passages }) => passages),
    facts,
  }
}

/** The texts of all that is visible, a share at a time; null when the lease was lost on the way. */
async function loadPages(ctx: Ctx, lease: Lease, ids: readonly string[]): Promise<ReadPage[] | null> {
  const pages: ReadPage[] = []
  const ordered = ids.toSorted()
  for (let at = 0; at < ordered.length; at += versionsAtOnce) {
    try {
      const [held, rows] = await withTenant(ctx).batch(
        holdLease(lease, sql`, state = 'publishing'`),
        versionTexts(ordered.slice(at, at + versionsAtOnce)),
      )
      keepLease(lease, held)
      for (const { version, url } of rows) pages.push(hydrate(version, url))
    } catch (error) {
      if (isLostRace(error)) return null
      throw error
    }
  }
  return pages
}
