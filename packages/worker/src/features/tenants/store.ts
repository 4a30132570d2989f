import { asc, desc, eq, lt, sql } from 'drizzle-orm'
import { audit } from '../../core/tables.ts'
import { query } from '../../db/tenant.ts'
import { assistants, locations, origins, tenants } from './table.ts'

export const insertTenant = (row: typeof tenants.$inferInsert) => query.insert(tenants).values(row)
/** Beside the tenant, so that there is never one without the other; the owner's id may be ''. */
export const foundOrganization = (of: { organizationId: string; name: string; memberId: string; ownerId: string }) =>
  query.execute(sql`select system.found_organization(${of.organizationId}, ${of.name}, ${of.memberId}, ${of.ownerId})`)
export const insertLocation = (row: { id: string; name: string; timeZone: string; country: string }) =>
  query.insert(locations).values(row)
export const insertAssistant = (row: { id: string; name: string; locationId: string }) =>
  query.insert(assistants).values(row)
export const insertOrigins = (rows: { id: string; origin: string }[]) => query.insert(origins).values(rows)

export const selectTenant = () =>
  query
    .select()
    .from(tenants)
    .where(eq(tenants.id, sql`current_setting('app.tenant_id')`))
export const updateTenant = (change: Partial<typeof tenants.$inferInsert>) =>
  query
    .update(tenants)
    .set({ ...change, id: sql`id` })
    .where(eq(tenants.id, sql`current_setting('app.tenant_id')`))
    .returning()

export const selectLocations = () => query.select().from(locations).orderBy(asc(locations.id))
export const updateLocation = (id: string, change: Partial<typeof locations.$inferInsert>) =>
  query
    .update(locations)
    .set({ ...change, id: sql`id` })
    .where(eq(locations.id, id))
    .returning()
export const deleteLocation = (id: string) =>
  query.delete(locations).where(eq(locations.id, id)).returning({ id: locations.id })
export const selectOrigins = () => query.select().from(origins).orderBy(asc(origins.origin))
export const deleteOrigins = () => query.delete(origins)
export const selectFirstAssistant = () => query.select().from(assistants).orderBy(asc(assistants.id)).limit(1)

export const selectAuditNames = (before: string, limit: number) =>
  query.execute<{ user_id: string; name: string }>(sql`select * from system.audit_names(${before}, ${limit + 1}::int)`)
export const selectAudit = (before: string, limit: number) =>
  query
    .select()
    .from(audit)
    .where(before === '' ? undefined : lt(audit.id, before))
    .orderBy(desc(audit.id))
    .limit(limit + 1)
