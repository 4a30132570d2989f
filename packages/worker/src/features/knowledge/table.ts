import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { born, instant, owned, ownTenantOnly } from '../../db/table.ts'
import { locations } from '../tenants/table.ts'

/** Where knowledge comes from: a site, a file, text that was typed, questions with answers. */
export const sources = pgTable(
  'sources',
  {
    ...owned(),
    kind: text('kind', { enum: ['site', 'file', 'text', 'questions'] }).notNull(),
    name: text('name').notNull(),
    config: jsonb('config').notNull(),
    state: text('state', { enum: ['waiting', 'reading', 'read', 'failed'] })
      .notNull()
      .default('waiting'),
    /** In plain words, what the owner should know about the last read; empty when all went well. */
    note: text('note').notNull().default(''),
    readEveryHours: integer('read_every_hours').notNull().default(0),
    /** Goes up with every change of its settings; who has not seen the newest overwrites nothing. */
    revision: integer('revision').notNull().default(0),
    lastReadAt: instant('last_read_at'),
    /** Set when the owner forgets it: hidden at once, gone from the answers with the next revision. */
    removedAt: instant('removed_at'),
    createdAt: born(),
  },
  ownTenantOnly,
)

/** One go at reading a source: it ends in one new revision, or none. */
export const reads = pgTable(
  'reads',
  {
    ...owned(),
    sourceId: text('source_id').notNull(),
    state: text('state', { enum: ['queued', 'reading', 'publishing', 'done', 'failed'] })
      .notNull()
      .default('queued'),
    note: text('note').notNull().default(''),
    /** Of the crawl: robots rules, host, what it needs to go on after a restart. */
    progress: jsonb('progress').notNull().default({}),
    /** Times it was taken up since it last got further; a read that only ever dies is given up. */
    attempts: integer('attempts').notNull().default(0),
    revision: integer('revision'),
    /** A consumer that holds the lease works on it; another takes over when it has run out. */
    leaseUntil: instant('lease_until'),
    /** Between two jobs: when cron should suspect that the next one was lost. */
    parkedUntil: instant('parked_until'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    uniqueIndex('reads_one_at_a_time')
      .on(table.tenantId, table.sourceId)
      .where(sql`state in ('queued','reading','publishing')`),
    foreignKey({ columns: [table.tenantId, table.sourceId], foreignColumns: [sources.tenantId, sources.id] }).onDelete(
      'cascade',
    ),
  ],
)

export const documents = pgTable(
  'documents',
  {
    ...owned(),
    sourceId: text('source_id').notNull(),
    url: text('url').notNull(),
    createdAt: born(),
  },
  (table) => [...ownTenantOnly(table), unique('documents_url').on(table.tenantId, table.sourceId, table.url)],
)

/** Immutable. Seen by readers of revision r when `fromRevision <= r` and (`toRevision` is null or `> r`). */
export const documentVersions = pgTable(
  'document_versions',
  {
    ...owned(),
    documentId: text('document_id').notNull(),
    /** The read that made it; while its revision is not published the version is staged. */
    readId: text('read_id').notNull(),
    title: text('title').notNull(),
    lang: text('lang').notNull(),
    text: text('text').notNull(),
    contentHash: text('content_hash').notNull(),
    passages: jsonb('passages').notNull(),
    structured: jsonb('structured').notNull().default([]),
    questions: jsonb('questions').notNull().default([]),
    dated: text('dated').notNull().default(''),
    fromRevision: integer('from_revision'),
    toRevision: integer('to_revision'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    index('document_versions_of_document').on(table.tenantId, table.documentId),
    foreignKey({
      columns: [table.tenantId, table.documentId],
      foreignColumns: [documents.tenantId, documents.id],
    }).onDelete('cascade'),
  ],
)

/** Every address a read met, and what became of it. */
export const pages = pgTable(
  'pages',
  {
    ...owned(),
    sourceId: text('source_id').notNull(),
    /** The read that last saw it. */
    readId: text('read_id').notNull(),
    /** The folded address: two addresses with one key are one page. */
    key: text('key').notNull(),
    url: text('url').notNull(),
    state: text('state', { enum: ['found', 'read', 'unchanged', 'skipped', 'failed', 'gone'] })
      .notNull()
      .default('found'),
    reason: text('reason').notNull().default(''),
    /** The same for counting, and to offer what helps: `needs-scripts`, `robots`, … */
    code: text('code').notNull().default(''),
    depth: integer('depth').notNull().default(0),
    /** Smaller is read sooner. */
    rank: doublePrecision('rank').notNull().default(0),
    via: text('via').notNull().default('start'),
    foundOn: text('found_on').notNull().default(''),
    /** Times it was begun in this read; a page that takes the reader down with it is passed over. */
    attempts: integer('attempts').notNull().default(0),
    etag: text('etag').notNull().default(''),
    lastModified: text('last_modified').notNull().default(''),
    contentHash: text('content_hash').notNull().default(''),
    documentId: text('document_id'),
    versionId: text('version_id'),
    fetchedAt: instant('fetched_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    unique('pages_key').on(table.tenantId, table.sourceId, table.key),
    index('pages_of_read').on(table.tenantId, table.readId, table.state),
    foreignKey({ columns: [table.tenantId, table.sourceId], foreignColumns: [sources.tenantId, sources.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** A question with its other wordings and the owner's answer, kept one by one; a `questions` source reads them as one document. */
export const questions = pgTable(
  'questions',
  {
    ...owned(),
    sourceId: text('source_id').notNull(),
    phrasings: jsonb('phrasings').notNull().$type<string[]>(),
    answer: text('answer').notNull(),
    lang: text('lang').notNull().default(''),
    /** Of the first phrasing, folded: a list that is brought in twice makes nothing twice. */
    fingerprint: text('fingerprint').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    unique('questions_once').on(table.tenantId, table.sourceId, table.fingerprint),
    foreignKey({ columns: [table.tenantId, table.sourceId], foreignColumns: [sources.tenantId, sources.id] }).onDelete(
      'cascade',
    ),
  ],
)

export const facts = pgTable(
  'facts',
  {
    ...owned(),
    locationId: text('location_id').notNull(),
    /** A list of LocationFacts: `phones`, `hours`, `services`, … */
    kind: text('kind').notNull(),
    value: jsonb('value').notNull(),
    state: text('state', { enum: ['proposed', 'confirmed', 'rejected'] }).notNull(),
    quote: jsonb('quote'),
    /** Of the value, so that a re-read proposes nothing twice. */
    fingerprint: text('fingerprint').notNull(),
    fromRevision: integer('from_revision').notNull(),
    toRevision: integer('to_revision'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    uniqueIndex('facts_once')
      .on(table.tenantId, table.locationId, table.kind, table.fingerprint)
      .where(sql`to_revision is null`),
    foreignKey({ columns: [table.tenantId, table.locationId], foreignColumns: [locations.tenantId, locations.id] }),
  ],
)

/** One consistent state of all that a tenant has taught. */
export const revisions = pgTable(
  'knowledge_revisions',
  {
    ...owned(),
    number: integer('number').notNull(),
    /** Key of the passage index in the bucket; empty when there is no passage. */
    indexKey: text('index_key').notNull(),
    /** Every location's facts as they stood (LocationFacts[]). */
    facts: jsonb('facts').notNull(),
    documents: integer('documents').notNull(),
    passages: integer('passages').notNull(),
    reason: text('reason').notNull(),
    createdAt: born(),
  },
  (table) => [...ownTenantOnly(table), unique('knowledge_revisions_number').on(table.tenantId, table.number)],
)

/** What the owner should look at: sources that contradict one another, pages grown old, links that lead nowhere. */
export const findings = pgTable(
  'findings',
  {
    ...owned(),
    kind: text('kind', { enum: ['contradiction', 'stale', 'dead-link'] }).notNull(),
    state: text('state', { enum: ['open', 'resolved', 'dismissed'] })
      .notNull()
      .default('open'),
    about: text('about').notNull(),
    /** The page to look at. */
    url: text('url').notNull(),
    /** Of a contradiction: the quote that is believed, and the one that is not. */
    believed: jsonb('believed'),
    other: jsonb('other'),
    /** The same finding has the same key, whatever read finds it. */
    key: text('key').notNull(),
    sourceId: text('source_id').notNull().default(''),
    closedAt: instant('closed_at'),
    createdAt: born(),
  },
  (table) => [...ownTenantOnly(table), unique('findings_key').on(table.tenantId, table.kind, table.key)],
)
