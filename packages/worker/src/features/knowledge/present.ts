import type { z } from '@hono/zod-openapi'
import type { Counters, DocumentVersion, Page, Read, Revision, SiteConfig, Source } from './schema.ts'
import type { LastRead, PageRow, ReadRow, SourceRow } from './sources/source-store.ts'
import type { documentVersions, revisions } from './table.ts'

const instant = (at: Date | string | null) => (at === null ? null : new Date(at).toISOString())

export function presentSource(row: SourceRow, lastRead: LastRead | null): z.infer<typeof Source> {
  const { id, kind, name, state, note, readEveryHours, revision } = row
  return {
    id,
    kind,
    name,
    state,
    note,
    readEveryHours,
    revision,
    site: siteOf(row),
    lastReadAt: instant(row.lastReadAt),
    lastRead: lastRead === null ? null : presentRead(lastRead),
    createdAt: row.createdAt.toISOString(),
  }
}

function siteOf({ kind, config }: SourceRow): z.infer<typeof Source>['site'] {
  if (kind !== 'site') return null
  const { url, include, exclude, maxPages } = config as z.output<typeof SiteConfig>
  return { url, include, exclude, maxPages }
}

export function presentRead(read: LastRead): z.infer<typeof Read> {
  const { id, sourceId, state, note, revision } = read
  return {
    id,
    sourceId,
    state,
    note,
    counters: countersOf(read.counters),
    revision,
    startedAt: instant(read.startedAt),
    finishedAt: instant(read.finishedAt),
  }
}

/** A read that has just been queued: nothing is counted yet. */
export function presentQueued(row: ReadRow): z.infer<typeof Read> {
  const { id, sourceId, state, note, revision } = row
  return {
    id,
    sourceId,
    state,
    note,
    counters: countersOf({}),
    revision,
    startedAt: instant(row.startedAt),
    finishedAt: instant(row.finishedAt),
  }
}

function countersOf(counted: LastRead['counters']): z.infer<typeof Counters> {
  const { found = 0, read = 0, unchanged = 0, skipped = 0, failed = 0, gone = 0 } = counted
  return { found, read, unchanged, skipped, failed, gone }
}

export function presentPage(row: PageRow): z.infer<typeof Page> {
  const { url, state, reason, code } = row
  return {
    url,
    state,
    reason,
    code,
    documentId: row.documentId ?? '',
    versionId: row.versionId ?? '',
    fetchedAt: instant(row.fetchedAt),
  }
}

export function presentVersion(
  row: typeof documentVersions.$inferSelect,
  url: string,
): z.infer<typeof DocumentVersion> {
  const { documentId, title, lang, text, fromRevision, toRevision } = row
  return {
    documentId,
    versionId: row.id,
    url,
    title,
    lang,
    text,
    fromRevision,
    toRevision,
    createdAt: row.createdAt.toISOString(),
  }
}

export function presentRevision(
  row: Omit<typeof revisions.$inferSelect, 'facts' | 'indexKey'>,
): z.infer<typeof Revision> {
  const { number, documents, passages, reason } = row
  return { number, documents, passages, reason, createdAt: row.createdAt.toISOString() }
}
