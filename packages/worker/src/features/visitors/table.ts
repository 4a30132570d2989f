import { sql } from 'drizzle-orm'
import { foreignKey, pgTable, text, uniqueIndex, unique } from 'drizzle-orm/pg-core'
import { born, instant, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'

export const visitors = pgTable(
  'visitors',
  {
    ...ownedWithMode(),
    /** `sub` of the site's own sign-in; null for an anonymous visitor. */
    subject: text('subject'),
    name: text('name').notNull().default(''),
    email: text('email').notNull().default(''),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    uniqueIndex('visitors_subject')
      .on(table.tenantId, table.mode, table.subject)
      .where(sql`subject is not null`),
  ],
)

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    ...ownedWithMode(),
    visitorId: text('visitor_id').notNull(),
    keyId: text('key_id').notNull(),
    hash: text('hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Set when it was exchanged; it stays good for 60 s more, for the tab that lost the race. */
    replacedAt: instant('replaced_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('refresh_tokens_hash').on(table.tenantId, table.mode, table.hash),
    foreignKey({
      columns: [table.tenantId, table.visitorId],
      foreignColumns: [visitors.tenantId, visitors.id],
    }).onDelete('cascade'),
  ],
)
