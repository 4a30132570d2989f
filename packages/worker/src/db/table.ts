import { sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy, pgRole, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** The worker's only login: owns nothing, cannot bypass row security. */
export const appRole = pgRole('foyer_app').existing()

const tenantSetting = sql`current_setting('app.tenant_id', true)`
const modeSetting = sql`current_setting('app.mode', true)`

/** The columns every tenant table begins with; the tenant is never passed by hand. */
export const owned = () => ({
  tenantId: text('tenant_id')
    .notNull()
    .default(sql`current_setting('app.tenant_id')`),
  id: text('id').notNull(),
})

/** The same for rows that are born test or live. */
export const ownedWithMode = () => ({
  ...owned(),
  mode: text('mode', { enum: ['test', 'live'] })
    .notNull()
    .default(sql`current_setting('app.mode')`),
})

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
export const born = () => instant('created_at').notNull().defaultNow()

/** Primary key and row policy of a tenant table. */
export function ownTenantOnly(table: { tenantId: AnyPgColumn; id: AnyPgColumn }) {
  const own = sql`${table.tenantId} = ${tenantSetting}`
  return [
    primaryKey({ columns: [table.tenantId, table.id] }),
    pgPolicy('own_tenant_only', { for: 'all', to: appRole, using: own, withCheck: own }),
  ]
}

/** Primary key and row policy of a table whose rows are born test or live. */
export function ownTenantAndMode(table: { tenantId: AnyPgColumn; id: AnyPgColumn; mode: AnyPgColumn }) {
  const own = sql`${table.tenantId} = ${tenantSetting} and ${table.mode} = ${modeSetting}`
  return [
    primaryKey({ columns: [table.tenantId, table.id] }),
    pgPolicy('own_tenant_and_mode', { for: 'all', to: appRole, using: own, withCheck: own }),
  ]
}
