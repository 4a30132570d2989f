import { eq, sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'
import { connections } from './table.ts'

type Row = typeof connections.$inferInsert

export const selectConnections = () => query.select().from(connections)
export const selectConnection = (kind: Row['kind']) =>
  query.select().from(connections).where(eq(connections.kind, kind))
export const deleteConnection = (kind: Row['kind']) =>
  query.delete(connections).where(eq(connections.kind, kind)).returning({ id: connections.id })
export const upsertConnection = (row: Omit<Row, 'tenantId' | 'createdAt'>) =>
  query
    .insert(connections)
    .values(row)
    .onConflictDoUpdate({
      target: [connections.tenantId, connections.kind],
      set: { settings: row.settings, sealed: row.sealed, keyEnds: row.keyEnds, checkedAt: row.checkedAt },
    })

/** For a query that joins it, at no further round trip; null where the tenant has none. */
export const ownModel = sql<{ settings: unknown; sealed: string } | null>`(
  select jsonb_build_object('settings', c.settings, 'sealed', c.sealed) from connections c where c.kind = 'model')`
