import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import {
  DocumentHistory,
  DocumentPage,
  DocumentVersion,
  FactChange,
  FactPage,
  FileName,
  Finding,
  FindingChange,
  FindingPage,
  NewSource,
  PagePage,
  Read,
  RevisionPage,
  Source,
  SourceChange,
  SourcePage,
} from './schema.ts'
import { getVersion, listRevisions } from './documents.ts'
import { getDocument, listDocuments } from './document-history.ts'
import { changeFacts, listFacts } from './facts/facts.ts'
import { closeFinding, listFindings } from './findings.ts'
import { uploadFile } from './files.ts'
import { addSource, getSource, listPages, listSources, readAgain, removeSource } from './sources/sources.ts'
import { changeSourceSettings } from './sources/source-settings.ts'

const bySource = z.strictObject({ sourceId: z.string() })
const byDocument = z.strictObject({ documentId: z.string() })
const documentQuery = pageQuery.extend({ sourceId: z.string().optional() })
const byVersion = z.strictObject({ versionId: z.string() })
const factQuery = pageQuery.extend({
  locationId: z.string().optional(),
  state: z.enum(['proposed', 'confirmed', 'rejected']).optional(),
})
const pagesQuery = pageQuery.extend({
  state: z.enum(['found', 'read', 'unchanged', 'skipped', 'failed', 'gone']).optional(),
})
const findingsQuery = pageQuery.extend({ state: z.enum(['open', 'resolved', 'dismissed']).optional() })
const byFinding = z.strictObject({ findingId: z.string() })
const tag = 'Knowledge'

export const knowledgeRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/sources',
      operationId: 'addSource',
      scope: 'knowledge:write',
      tag,
      summary: 'Teach a web site, text, or questions with answers; reading begins at once',
      body: NewSource,
      reply: Source,
      status: 201,
      maxBytes: 4 * 1024 * 1024,
    }),
    (ctx, { body }) => addSource(ctx, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/files',
      operationId: 'uploadFile',
      scope: 'knowledge:write',
      tag,
      summary: 'Teach a file: PDF, DOCX, Markdown, HTML, text, or CSV of questions; 20 MB at most',
      query: FileName,
      bodyType: 'bytes',
      body: z.unknown(),
      reply: Source,
      status: 201,
      maxBytes: 20 * 1024 * 1024,
    }),
    (ctx, { query, request }) => uploadFile(ctx, query.name, request),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/sources',
      operationId: 'listSources',
      scope: 'knowledge:read',
      tag,
      summary: 'List the sources',
      query: pageQuery,
      reply: SourcePage,
    }),
    (ctx, { query }) => listSources(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/sources/{sourceId}',
      operationId: 'getSource',
      scope: 'knowledge:read',
      tag,
      summary: 'One source, with the progress of its last read',
      params: bySource,
      reply: Source,
    }),
    (ctx, { params }) => getSource(ctx, params.sourceId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/sources/{sourceId}/pages',
      operationId: 'listPages',
      scope: 'knowledge:read',
      tag,
      summary: 'Every page that was met, and what became of it',
      params: bySource,
      query: pagesQuery,
      reply: PagePage,
    }),
    (ctx, { params, query }) => listPages(ctx, params.sourceId, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/sources/{sourceId}/read',
      operationId: 'readSource',
      scope: 'knowledge:write',
      tag,
      summary: 'Read it again now; only what changed becomes new',
      params: bySource,
      reply: Read,
      status: 202,
    }),
    (ctx, { params }) => readAgain(ctx, params.sourceId),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/sources/{sourceId}',
      operationId: 'changeSource',
      scope: 'knowledge:write',
      tag,
      summary:
        'Change a source’s name, time-table, and which pages are read; `If-Match` holds the revision that was seen',
      params: bySource,
      body: SourceChange,
      reply: Source,
    }),
    (ctx, { params, body, request }) =>
      changeSourceSettings(ctx, params.sourceId, body, request.headers.get('if-match')),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/sources/{sourceId}',
      operationId: 'removeSource',
      scope: 'knowledge:write',
      tag,
      summary: 'Forget a source; old quotes can still be shown',
      params: bySource,
    }),
    (ctx, { params }) => removeSource(ctx, params.sourceId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/documents',
      operationId: 'listDocuments',
      scope: 'knowledge:read',
      tag,
      summary: 'The documents that were read: pages, files, texts',
      query: documentQuery,
      reply: DocumentPage,
    }),
    (ctx, { query }) => listDocuments(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/documents/{documentId}',
      operationId: 'getDocument',
      scope: 'knowledge:read',
      tag,
      summary: 'A document with its versions, and the answers that were given on its word',
      params: byDocument,
      reply: DocumentHistory,
    }),
    (ctx, { params }) => getDocument(ctx, params.documentId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/documents/versions/{versionId}',
      operationId: 'getDocumentVersion',
      scope: 'knowledge:read',
      tag,
      summary: 'The text of one version of a document',
      params: byVersion,
      reply: DocumentVersion,
    }),
    (ctx, { params }) => getVersion(ctx, params.versionId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/facts',
      operationId: 'listFacts',
      scope: 'knowledge:read',
      tag,
      summary: 'Facts of the locations: proposed from what was read, confirmed, or typed in',
      query: factQuery,
      reply: FactPage,
    }),
    (ctx, { query }) => listFacts(ctx, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/facts',
      operationId: 'changeFacts',
      scope: 'knowledge:write',
      tag,
      summary: 'Confirm, reject and add facts in one step; makes one new revision',
      body: FactChange,
      reply: FactPage,
    }),
    (ctx, { body }) => changeFacts(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/revisions',
      operationId: 'listRevisions',
      scope: 'knowledge:read',
      tag,
      summary: 'Knowledge revisions, newest first',
      query: pageQuery,
      reply: RevisionPage,
    }),
    (ctx, { query }) => listRevisions(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/knowledge/findings',
      operationId: 'listFindings',
      scope: 'knowledge:read',
      tag,
      summary: 'What to look at in what was taught: contradictions, pages grown old, dead links; newest first',
      query: findingsQuery,
      reply: FindingPage,
    }),
    (ctx, { query }) => listFindings(ctx, query),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/knowledge/findings/{findingId}',
      operationId: 'closeFinding',
      scope: 'knowledge:write',
      tag,
      summary: 'Resolve or dismiss a finding',
      params: byFinding,
      body: FindingChange,
      reply: Finding,
    }),
    (ctx, { params, body }) => closeFinding(ctx, params.findingId, body.state),
  )
