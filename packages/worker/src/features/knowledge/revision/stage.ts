import { sql } from 'drizzle-orm'
import { query } from '../../../db/tenant.ts'
import { newId } from '../../../shared/ids.ts'
import type { WaitingUrl } from '../crawl/index.ts'
import type { ReadDocument, ReadPassage } from '../reading/index.ts'
import { storable, storableJson } from '../plain.ts'
import type { PageState } from '../sources/source-store.ts'

/** How a passage lies in its version: the words are cut from the version's text, so a quote cannot differ from it. */
export type StoredPassage = Omit<ReadPassage, 'text'>

/** What an earlier read left of a page. */
export interface HeldPage {
  key: string
  etag: string
  lastModified: string
  contentHash: string
  versionId: string | null
}

/** Adds addresses to a read's frontier; those it met already are passed over. Returns one row for each that is new. */
export const addPages = (read: { readId: string; sourceId: string }, found: readonly WaitingUrl[]) => {
  const rows = found.map((page) => ({ id: newId('page'), ...page }))
  return query.execute(sql`
    insert into pages (id, source_id, read_id, key, url, depth, rank, via, found_on)
    select f.id, ${read.sourceId}, ${read.readId}, f.key, f.url, f.depth, f.rank, f.via, f."from"
      from jsonb_to_recordset(${storableJson(rows)}::jsonb)
        as f(id text, key text, url text, depth int, rank float8, via text, "from" text)
    on conflict (tenant_id, source_id, key) do update
      set read_id = excluded.read_id, state = 'found', reason = '', code = '', url = excluded.url, depth = excluded.depth,
          rank = excluded.rank, via = excluded.via, found_on = excluded.found_on, attempts = 0
      where pages.read_id <> excluded.read_id
    returning 1`)
}

export interface EndedPage {
  key: string
  state: Exclude<PageState, 'found'>
  why: string
  code?: string
  /** What we knew of it leaves the answers: it is gone, or asks not to be read. Otherwise the last version stays. */
  drop: boolean
  etag?: string
  lastModified?: string
}

export const endPages = (sourceId: string, ended: readonly EndedPage[]) =>
  query.execute(sql`
    update pages p
       set state = e.state, reason = e.why, code = coalesce(e.code, ''), fetched_at = now(),
           etag = case when e.drop then '' else coalesce(e.etag, p.etag) end,
           last_modified = case when e.drop then '' else coalesce(e."lastModified", p.last_modified) end,
           content_hash = case when e.drop then '' else p.content_hash end,
           version_id = case when e.drop then null else p.version_id end
      from jsonb_to_recordset(${storableJson(ended)}::jsonb)
        as e(key text, state text, why text, code text, drop boolean, etag text, "lastModified" text)
     where p.source_id = ${sourceId} and p.key = e.key`)

/** A page that goes back to the queue; a try that was not made is not counted. */
export const putBack = (sourceId: string, again: readonly { key: string; tried: boolean }[]) =>
  query.execute(sql`
    update pages p set attempts = greatest(0, p.attempts - case when a.tried then 0 else 1 end)
      from jsonb_to_recordset(${storableJson(again)}::jsonb) as a(key text, tried boolean)
     where p.source_id = ${sourceId} and p.key = a.key`)

export interface ReadPageRow {
  key: string
  /** To cite; the page keeps the address it was fetched from, which its key is made of. */
  url: string
  why: string
  etag: string
  lastModified: string
  contentHash: string
  document: ReadDocument
}

/** A new version of a document, seen by nobody before its revision is published, and the page that points to it. */
export const stagePage = (read: { readId: string; sourceId: string }, page: ReadPageRow) => {
  const { document } = page
  const passages: StoredPassage[] = document.passages.map(({ text: _cutFromTheVersion, ...passage }) => passage)
  return query.execute(sql`
    with doc as (
      insert into documents (id, source_id, url) values (${newId('document')}, ${read.sourceId}, ${page.url})
      on conflict (tenant_id, source_id, url) do update set url = excluded.url returning id),
    version as (
      insert into document_versions
        (id, document_id, read_id, title, lang, text, content_hash, passages, structured, questions, dated)
      select ${newId('version')}, doc.id, ${read.readId}, ${storable(document.title)}, ${document.lang}, ${storable(document.text)},
             ${page.contentHash}, ${storableJson(passages)}::jsonb, ${storableJson(document.structured)}::jsonb,
             ${storableJson(document.questions)}::jsonb, ${document.dated} from doc
      returning id, document_id)
    update pages p
       set state = 'read', reason = ${storable(page.why)}, code = '', etag = ${page.etag}, last_modified = ${page.lastModified},
           content_hash = ${page.contentHash}, document_id = version.document_id, version_id = version.id, fetched_at = now()
      from version where p.source_id = ${read.sourceId} and p.key = ${page.key}`)
}
