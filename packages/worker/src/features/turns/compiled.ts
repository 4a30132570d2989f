import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { openTrained, readStored } from '../playbook/index.ts'
import { selectVersion } from './store.ts'
import type { CompiledPlaybook } from './turn.ts'

const mostBytes = 16 * 1024 * 1024
const cache = new Map<string, { playbook: CompiledPlaybook; bytes: number }>()

/** A published version never changes, so it is compiled once an isolate; the least used leave when bytes run out. */
export async function compiled(ctx: Ctx, versionId: string | null): Promise<CompiledPlaybook | null> {
  if (versionId === null) return null
  const key = `${ctx.tenantId}/${versionId}`
  const known = cache.get(key)
  if (known !== undefined) {
    cache.delete(key)
    cache.set(key, known)
    return known.playbook
  }
  const [[row]] = await withTenant(ctx).batch(selectVersion(versionId))
  if (row === undefined) return null
  const playbook = {
    versionId,
    number: row.number,
    document: readStored(row.document),
    scenarios: openTrained(row.model),
  }
  cache.set(key, { playbook, bytes: row.model.length * 2 + 50_000 })
  evict()
  return playbook
}

function evict(): void {
  let bytes = 0
  for (const held of cache.values()) bytes += held.bytes
  for (const [key, held] of cache) {
    if (bytes <= mostBytes || cache.size === 1) return
    cache.delete(key)
    bytes -= held.bytes
  }
}
