import type { z } from '@hono/zod-openapi'
import type { audit } from '../../core/tables.ts'
import type { AuditEntry, Location, Tenant } from './schema.ts'
import { defaultRetention, type locations, type tenants } from './table.ts'

export function presentTenant(row: typeof tenants.$inferSelect): z.infer<typeof Tenant> {
  const { organizationId: _, ...shown } = row
  return {
    ...shown,
    retention: { ...defaultRetention, ...row.retention },
    deleteAfter: row.deleteAfter?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}

export function presentLocation(row: typeof locations.$inferSelect): z.infer<typeof Location> {
  return { id: row.id, name: row.name, timeZone: row.timeZone, country: row.country, region: row.region }
}

export function presentAudit(
  row: typeof audit.$inferSelect,
  names: ReadonlyMap<string, string>,
): z.infer<typeof AuditEntry> {
  const { id, actor, action, target, requestId } = row
  return {
    id,
    at: row.createdAt.toISOString(),
    actor,
    actorName: names.get(actor) ?? '',
    action,
    target,
    targetName: names.get(target) ?? '',
    requestId,
    details: row.details as Record<string, unknown>,
  }
}
