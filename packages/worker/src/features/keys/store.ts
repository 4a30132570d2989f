import { and, eq, isNull } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { keys } from './table.ts'

/** The tenant's own publishable key of this hash, as long as it opens anything. */
export const publishableKeyWithHash = (hash: string) =>
  query
    .select({ id: keys.id, mode: keys.mode })
    .from(keys)
    .where(and(eq(keys.hash, hash), eq(keys.kind, 'publishable'), isNull(keys.revokedAt)))
