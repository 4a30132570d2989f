import type { z } from '@hono/zod-openapi'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { messages } from '../conversations/table.ts'
import type { Document, DocumentHistory } from './schema.ts'
import { documents, documentVersions } from './table.ts'

const mostAnswers = 50
const mostVersions = 50

/** The version readers see, else the last that was published. */
const latest = sql<{ id: string; title: string; lang: string; to: number | null; at: string } | null>`(
  select jsonb_build_object('id', v.id, 'title', v.title, 'lang', v.lang, 'to', v.to_revision, 'at', v.created_at)
    from document_versions v
   where v.tenant_id = documents.tenant_id and v.document_id = documents.id and v.from_revision is not null
   order by v.to_revision is null desc, v.from_revision desc limit 1)`
const versionCount = sql<number>`(select count(*)::int from document_versions v
  where v.tenant_id = documents.tenant_id and v.document_id = documents.id and v.from_revision is not null)`

const columns = { id: documents.id, sourceId: documents.sourceId, url: documents.url, latest, versions: versionCount }
type Row = { id: string; sourceId: string; url: string; versions: number } & {
  latest: { id: string; title: string; lang: string; to: number | null; at: string } | null
}

export async function listDocuments(
  ctx: Ctx,
  { after, limit, sourceId }: { after: string; limit: number; sourceId?: string | undefined },
) {
  requireScope(ctx, 'knowledge:read')
  const [rows] = await withTenant(ctx).batch(
    query
      .select(columns)
      .from(documents)
      .where(and(gt(documents.id, after), sourceId === undefined ? undefined : eq(documents.sourceId, sourceId)))
      .orderBy(asc(documents.id))
      .limit(limit),
  )
  return { items: rows.flatMap(presentDocument), next: rows.length < limit ? '' : (rows.at(-1)?.id ?? '') }
}

/** A document with its versions, and the answers that were given on its word. */
export async function getDocument(ctx: Ctx, documentId: string): Promise<z.infer<typeof DocumentHistory>> {
  requireScope(ctx, 'knowledge:read')
  const cited = JSON.stringify([{ evidence: [{ quote: { documentId } }] }])
  const counted = JSON.stringify([{ evidence: [{ facts: [{ quote: { documentId } }] }] }])
  const [[row], versions, answers] = await withTenant(ctx).batch(
    query.select(columns).from(documents).where(eq(documents.id, documentId)),
    query
      .select({
        versionId: documentVersions.id,
        title: documentVersions.title,
        fromRevision: documentVersions.fromRevision,
        toRevision: documentVersions.toRevision,
        createdAt: documentVersions.createdAt,
      })
      .from(documentVersions)
      .where(eq(documentVersions.documentId, documentId))
      .orderBy(desc(documentVersions.id))
      .limit(mostVersions),
    query
      .select()
      .from(messages)
      .where(
        sql`${messages.author} = 'assistant' and (${messages.sentences} @> ${cited}::jsonb or ${messages.sentences} @> ${counted}::jsonb)`,
      )
      .orderBy(desc(messages.id))
      .limit(mostAnswers),
  )
  const [document] = row === undefined ? [] : presentDocument(row)
  if (document === undefined) throw notFound('document')
  return {
    document,
    versions: versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })),
    answers: answers.map((message) => ({
      turnId: message.turnId ?? '',
      conversationId: message.conversationId,
      text: message.text,
      versionIds: versions
        .map(({ versionId }) => versionId)
        .filter((id) => JSON.stringify(message.sentences).includes(id)),
      at: message.createdAt.toISOString(),
    })),
  }
}

/** None for one that was only staged: nobody has seen it. */
function presentDocument({ id, sourceId, url, versions, latest: seen }: Row): z.infer<typeof Document>[] {
  if (seen === null) return []
  const { id: versionId, title, lang, to, at } = seen
  return [
    {
      id,
      sourceId,
      url,
      title,
      lang,
      versionId,
      current: to === null,
      versions,
      changedAt: new Date(at).toISOString(),
    },
  ]
}
