import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { query } from '../../../db/tenant.ts'
import { documents, documentVersions, pages, reads, sources } from '../table.ts'

export type SourceRow = typeof sources.$inferSelect
export type ReadRow = typeof reads.$inferSelect
export type PageRow = typeof pages.$inferSelect
export type PageState = PageRow['state']

/** The newest read with its counters, made by the database in the same query as the source. */
export interface LastRead {
  id: string
  sourceId: string
  state: ReadRow['state']
  note: string
  revision: number | null
  startedAt: string | null
  finishedAt: string | null
  counters: Partial<Record<PageState, number>>
}

const lastRead = sql<LastRead | null>`(
  select jsonb_build_object('id', r.id, 'sourceId', r.source_id, 'state', r.state, 'note', r.note, 'revision', r.revision,
    'startedAt', r.started_at, 'finishedAt', r.finished_at, 'counters', coalesce(
      (select jsonb_object_agg(c.state, c.n) from (select p.state, count(*) as n from pages p
        where p.tenant_id = r.tenant_id and p.source_id = r.source_id and p.read_id = r.id group by p.state) c), '{}'))
  from reads r where r.tenant_id = sources.tenant_id and r.source_id = sources.id order by r.id desc limit 1)`

const active = ['queued', 'reading', 'publishing'] as const
const held = isNull(sources.removedAt)

export const insertSource = (row: typeof sources.$inferInsert) => query.insert(sources).values(row).returning()

/** One read of a source at a time: nothing is returned when another is under way. */
export const insertRead = (id: string, sourceId: string) =>
  query.insert(reads).values({ id, sourceId }).onConflictDoNothing().returning()

/** Waits for one that is just ending, so that what comes after it in the batch sees how it ended. */
export const activeRead = (sourceId: string) =>
  query
    .select()
    .from(reads)
    .where(and(eq(reads.sourceId, sourceId), inArray(reads.state, [...active])))
    .for('update')

export const listSourceRows = (after: string, limit: number) =>
  query
    .select({ source: sources, lastRead })
    .from(sources)
    .where(and(held, gt(sources.id, after)))
    .orderBy(asc(sources.id))
    .limit(limit)

export const sourceRow = (id: string) =>
  query
    .select({ source: sources, lastRead })
    .from(sources)
    .where(and(held, eq(sources.id, id)))

/** Also one that was removed: the ingest worker has to see it off. */
export const anySourceRow = (id: string) => query.select().from(sources).where(eq(sources.id, id))

export const fileNamed = (name: string) =>
  query
    .select()
    .from(sources)
    .where(and(held, eq(sources.kind, 'file'), eq(sources.name, name)))
    .limit(1)

export const changeSource = (id: string, change: Partial<typeof sources.$inferInsert>) =>
  query
    .update(sources)
    .set(change)
    .where(and(held, eq(sources.id, id)))
    .returning()

export const markRemoved = (id: string, at: Date) =>
  query
    .update(sources)
    .set({ removedAt: at })
    .where(and(held, eq(sources.id, id)))
    .returning({ id: sources.id })

export const listPageRows = (sourceId: string, state: PageState | undefined, after: string, limit: number) =>
  query
    .select()
    .from(pages)
    .where(
      and(eq(pages.sourceId, sourceId), gt(pages.id, after), state === undefined ? undefined : eq(pages.state, state)),
    )
    .orderBy(asc(pages.id))
    .limit(limit)

export const versionRows = (ids: readonly string[]) =>
  query
    .select({ version: documentVersions, url: documents.url })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(inArray(documentVersions.id, [...ids]))
