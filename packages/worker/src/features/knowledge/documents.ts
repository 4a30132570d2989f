import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { presentRevision, presentVersion } from './present.ts'
import { listRevisionRows } from './revision/revision-store.ts'
import { versionRows } from './sources/source-store.ts'

/** Also a version that is no longer answered from, as long as it is kept: an old quote can be shown in its page. */
export async function getVersion(ctx: Ctx, versionId: string) {
  requireScope(ctx, 'knowledge:read')
  const [[found]] = await withTenant(ctx).batch(versionRows([versionId]))
  if (found === undefined) throw notFound('document version')
  return presentVersion(found.version, found.url)
}

export async function listRevisions(ctx: Ctx, { after, limit }: { after: string; limit: number }) {
  requireScope(ctx, 'knowledge:read')
  const before = /^\d{1,9}$/.test(after) ? Number(after) : 2_147_483_647
  const [rows] = await withTenant(ctx).batch(listRevisionRows(before, limit))
  return { items: rows.map(presentRevision), next: rows.length < limit ? '' : String(rows.at(-1)?.number ?? '') }
}
