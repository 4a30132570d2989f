import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { newId } from '../../../shared/ids.ts'
import { locations, tenants } from '../../tenants/table.ts'
import { storableJson } from '../plain.ts'
import { documents, documentVersions, facts, pages, revisions } from '../table.ts'

export type FactRow = typeof facts.$inferSelect
export type LocationRow = typeof locations.$inferSelect

/** What the next revision is made from. */
export interface Base {
  number: number
  tenantName: string
  indexKey: string
  documents: number
  passages: number
  facts: FactRow[]
  locations: LocationRow[]
}

const baseQueries = [
  query.select({ number: tenants.knowledgeRevision, name: tenants.name }).from(tenants),
  query
    .select({ indexKey: revisions.indexKey, documents: revisions.documents, passages: revisions.passages })
    .from(revisions)
    .where(eq(revisions.number, sql`(select knowledge_revision from tenants)`)),
  query.select().from(facts).where(isNull(facts.toRevision)).orderBy(asc(facts.id)),
  query.select().from(locations).orderBy(asc(locations.id)),
] as const

export async function loadBase(ctx: Ctx): Promise<Base> {
  const [[tenant], [revision], factRows, locationRows] = await withTenant(ctx).batch(...baseQueries)
  if (tenant === undefined) throw new Error('there is no such tenant')
  return {
    number: tenant.number,
    tenantName: tenant.name,
    facts: factRows,
    locations: locationRows,
    indexKey: revision?.indexKey ?? '',
    documents: revision?.documents ?? 0,
    passages: revision?.passages ?? 0,
  }
}

/** Moves the tenant's pointer from `base` to the next number, or rolls the batch back because another moved it first. */
export const movePointer = (base: number) =>
  query.execute(sql`
    with moved as (update tenants set knowledge_revision = ${base + 1} where knowledge_revision = ${base} returning 1)
    select app.expect_rows(1, (select count(*) from moved))`)

export interface NewRevision {
  number: number
  indexKey: string
  facts: LocationFacts[]
  documents: number
  passages: number
  reason: string
}

export const insertRevision = ({ facts: known, reason, ...row }: NewRevision) =>
  query
    .insert(revisions)
    .values({ id: newId('revision'), ...row, reason: reason.slice(0, 300), facts: sql`${storableJson(known)}::jsonb` })

export const listRevisionRows = (before: number, limit: number) => {
  const { number, documents: documentCount, passages, reason, createdAt, id, tenantId } = revisions
  return query
    .select({ id, tenantId, number, documents: documentCount, passages, reason, createdAt })
    .from(revisions)
    .where(lt(number, before))
    .orderBy(desc(number))
    .limit(limit)
}

export const revisionNumbered = (number: number) => query.select().from(revisions).where(eq(revisions.number, number))

const published = and(isNotNull(documentVersions.fromRevision), isNull(documentVersions.toRevision))

/** What readers see now, of every source. */
export const visibleVersions = () =>
  query
    .select({ id: documentVersions.id, documentId: documentVersions.documentId, sourceId: documents.sourceId })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(published)

/** What the pages of a source say now, published or staged. */
export const wantedVersions = (sourceId: string) =>
  query
    .select({ id: pages.versionId, documentId: pages.documentId })
    .from(pages)
    .where(and(eq(pages.sourceId, sourceId), isNotNull(pages.versionId)))

export const openVersions = (ids: readonly string[], number: number) =>
  query.execute(sql`
    with opened as (
      update document_versions set from_revision = ${number}
       where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) and from_revision is null returning 1)
    select app.expect_rows(${ids.length}, (select count(*) from opened))`)

export const closeVersions = (ids: readonly string[], number: number) =>
  query.execute(sql`
    update document_versions set to_revision = ${number}
     where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) and to_revision is null`)

export const versionTexts = (ids: readonly string[]) =>
  query
    .select({ version: documentVersions, url: documents.url })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(inArray(documentVersions.id, [...ids]))
    .orderBy(asc(documentVersions.documentId), asc(documentVersions.id))

export const insertFacts = (rows: readonly (typeof facts.$inferInsert)[]) =>
  query.execute(sql`
    insert into facts (id, location_id, kind, value, state, quote, fingerprint, from_revision)
    select f.id, f."locationId", f.kind, f.value, f.state, f.quote, f.fingerprint, f."fromRevision"
      from jsonb_to_recordset(${storableJson(rows)}::jsonb)
        as f(id text, "locationId" text, kind text, value jsonb, state text, quote jsonb, fingerprint text, "fromRevision" int)`)

export const closeFacts = (ids: readonly string[], number: number) =>
  query.execute(sql`
    update facts set to_revision = ${number}
     where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) and to_revision is null`)

export const setFactStates = (ids: readonly string[], state: FactRow['state']) =>
  query.execute(sql`
    update facts set state = ${state}
     where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) and to_revision is null`)

/** A fact that is still stated is quoted from the version that states it now. */
export const requoteFacts = (rows: readonly { id: string; quote: unknown }[]) =>
  query.execute(sql`
    update facts set quote = q.quote
      from jsonb_to_recordset(${storableJson(rows)}::jsonb) as q(id text, quote jsonb)
     where facts.id = q.id and facts.to_revision is null`)
