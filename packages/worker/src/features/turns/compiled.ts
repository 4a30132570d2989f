import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { BytesCache } from '../../shared/bytes-cache.ts'
import { openTrained, readStored, scenarioVectors } from '../playbook/index.ts'
import { selectVersion } from './store.ts'
import type { CompiledPlaybook } from './turn.ts'

const cache = new BytesCache<CompiledPlaybook>(16 * 1024 * 1024)

/** A published version never changes, so it is compiled once an isolate. */
export async function compiled(ctx: Ctx, versionId: string | null): Promise<CompiledPlaybook | null> {
  if (versionId === null) return null
  const key = `${ctx.tenantId}/${versionId}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const [[row]] = await withTenant(ctx).batch(selectVersion(versionId))
  if (row === undefined) return null
  const vectors = await scenarioVectors(ctx, versionId)
  const playbook = {
    versionId,
    number: row.number,
    document: readStored(row.document),
    scenarios: openTrained(row.model),
    vectors,
  }
  cache.set(key, playbook, row.model.length * 2 + (vectors?.table.bytes ?? 0) + 50_000)
  return playbook
}
