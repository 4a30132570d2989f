import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { isLostRace } from '../../db/conflict.ts'
import { expectWritten } from '../../db/expect.ts'
import { query, type Query, withTenant } from '../../db/tenant.ts'
import { contradictionsIn } from '../../engine/answer/index.ts'
import type { Passage, Quote } from '../../engine/passage.ts'
import { notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { toPage } from '../../web/page.ts'
import { storableJson } from './plain.ts'
import type { Finding } from './schema.ts'
import { findings } from './table.ts'

type FindingRow = typeof findings.$inferSelect
type State = FindingRow['state']

export async function listFindings(ctx: Ctx, page: { after: string; limit: number; state?: State | undefined }) {
  requireScope(ctx, 'knowledge:read')
  const [rows] = await withTenant(ctx).batch(
    query
      .select()
      .from(findings)
      .where(and(eq(findings.state, page.state ?? 'open'), page.after === '' ? undefined : lt(findings.id, page.after)))
      .orderBy(desc(findings.id))
      .limit(page.limit + 1),
  )
  return toPage(rows, page.limit, present)
}

/** Resolved: the owner has put it right. Dismissed: it is no fault, and it is not shown again. */
export async function closeFinding(ctx: Ctx, findingId: string, state: 'resolved' | 'dismissed') {
  requireScope(ctx, 'knowledge:write')
  const at = ctx.now()
  const [[changed]] = await withTenant(ctx)
    .batch(
      query
        .update(findings)
        .set({ state, closedAt: at })
        .where(and(eq(findings.id, findingId), inArray(findings.state, ['open', 'resolved'])))
        .returning(),
      expectWritten(findings, eq(findings.id, findingId)),
      auditRow(ctx, `finding.${state}`, findingId),
    )
    .catch((error: unknown) => {
      throw isLostRace(error) ? notFound('open finding') : error
    })
  if (changed === undefined) throw notFound('open finding')
  return present(changed)
}

interface Found {
  kind: FindingRow['kind']
  about: string
  url: string
  believed: Quote | null
  other: Quote | null
  /** The same finding has the same key, whatever revision it is found in. */
  key: string
}

const mostFindings = 200
const staleMonths = 24

/** What an owner should look at in all that will be read from: pages that contradict one another, and pages grown old. */
export function findingsIn(passages: readonly Passage[], now: Date): Found[] {
  const contradictions = contradictionsIn(passages).map(({ a, b, about }): Found => ({
    kind: 'contradiction',
    about,
    url: b.url,
    believed: a,
    other: b,
    key: [a.documentId, a.text, b.documentId, b.text].join(' '),
  }))
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - staleMonths, 1)).toISOString().slice(0, 10)
  const old = new Map<string, Found>()
  for (const { documentId, url, title, dated } of passages) {
    if (dated === '' || dated >= oldest || old.has(documentId)) continue
    old.set(documentId, {
      kind: 'stale',
      about: `${title} (${dated})`,
      url,
      believed: null,
      other: null,
      key: `${documentId} ${dated}`,
    })
  }
  return [...contradictions, ...old.values()].slice(0, mostFindings)
}

/** With the revision: what is new is opened, what is gone is resolved, what was dismissed stays so. */
export function findingQueries(found: readonly Found[]): Query[] {
  const rows = found.map((finding) => ({ id: newId('finding'), ...finding }))
  return [
    query.execute(sql`
      update findings set state = 'resolved', closed_at = now()
       where state = 'open' and kind <> 'dead-link'
         and key not in (select f.key from jsonb_to_recordset(${storableJson(rows)}::jsonb) as f(key text))`),
    query.execute(sql`
      insert into findings (id, kind, about, url, believed, other, key)
      select f.id, f.kind, f.about, f.url, f.believed, f.other, f.key
        from jsonb_to_recordset(${storableJson(rows)}::jsonb)
          as f(id text, kind text, about text, url text, believed jsonb, other jsonb, key text)
      on conflict (tenant_id, kind, key) do update set state = 'open', closed_at = null, id = excluded.id
        where findings.state = 'resolved'`),
  ]
}

/** Links of a source's own pages that led nowhere in its last read; those that lead somewhere again are resolved. */
export const deadLinkQueries = (sourceId: string): Query[] => [
  query.execute(sql`
    update findings set state = 'resolved', closed_at = now()
     where state = 'open' and kind = 'dead-link' and source_id = ${sourceId}
       and key not in (select p.key from pages p where p.source_id = ${sourceId} and p.state in ('failed', 'gone'))`),
  query.execute(sql`
    insert into findings (id, kind, about, url, key, source_id)
    select 'fnd_' || substr(p.id, strpos(p.id, '_') + 1), 'dead-link', p.url || ': ' || p.reason, p.found_on, p.key, p.source_id
      from pages p
     where p.source_id = ${sourceId} and p.state in ('failed', 'gone') and p.found_on <> ''
     limit ${mostFindings}
    on conflict (tenant_id, kind, key) do update set state = 'open', closed_at = null, about = excluded.about
      where findings.state = 'resolved'`),
]

function present(row: FindingRow): z.infer<typeof Finding> {
  const { id, kind, state, about, url } = row
  return {
    id,
    kind,
    state,
    about,
    url,
    believed: row.believed as Quote | null,
    other: row.other as Quote | null,
    createdAt: row.createdAt.toISOString(),
  }
}
