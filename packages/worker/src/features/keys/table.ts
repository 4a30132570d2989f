import { pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, instant, owned, ownTenantOnly } from '../../db/table.ts'

export const keys = pgTable(
  'keys',
  {
    ...owned(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['publishable', 'secret'] }).notNull(),
    mode: text('mode', { enum: ['test', 'live'] }).notNull(),
    /** SHA-256 of the key; the key itself is shown once and kept nowhere. */
    hash: text('hash').notNull(),
    prefix: text('prefix').notNull(),
    /** The assistant a publishable key speaks for. */
    assistantId: text('assistant_id'),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    createdAt: born(),
  },
  (table) => [...ownTenantOnly(table), unique('keys_hash').on(table.tenantId, table.hash)],
)

/** What a site signs its visitors' identities with (HS256); `id` is the JWT's `kid`. */
export const identitySecrets = pgTable(
  'identity_secrets',
  {
    ...owned(),
    sealed: text('sealed').notNull(),
    expiresAt: instant('expires_at'),
    createdAt: born(),
  },
  ownTenantOnly,
)
