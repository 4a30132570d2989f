import type { z } from '@hono/zod-openapi'
import type { Key } from './schema.ts'
import type { keys } from './table.ts'

type Row = Pick<typeof keys.$inferSelect, 'id' | 'name' | 'kind' | 'mode' | 'prefix' | 'assistantId' | 'createdAt'> &
  Partial<Pick<typeof keys.$inferSelect, 'lastUsedAt' | 'expiresAt' | 'revokedAt'>>

export function presentKey(row: Row): z.infer<typeof Key> {
  const { id, name, kind, mode, prefix } = row
  const at = (instant: Date | null | undefined) => instant?.toISOString() ?? null
  return {
    id,
    name,
    kind,
    mode,
    prefix,
    assistantId: row.assistantId ?? '',
    lastUsedAt: at(row.lastUsedAt),
    expiresAt: at(row.expiresAt),
    revokedAt: at(row.revokedAt),
    createdAt: row.createdAt.toISOString(),
  }
}
