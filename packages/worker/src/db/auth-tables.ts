import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgSchema, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

// The identity library's tables, in its own shape (property names are its field names). They belong to persons, not to a
// tenant: only the auth login may touch them, and the worker's login through named functions of the `system` schema.

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
const times = () => ({
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

const auth = pgSchema('auth')

export const user = auth.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  ...times(),
})

const ofUser = () =>
  text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

export const session = auth.table(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: ofUser(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    ...times(),
  },
  (table) => [index('session_user').on(table.userId)],
)

/** How a person signs in; `password` holds the scrypt hash. */
export const account = auth.table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: ofUser(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    ...times(),
  },
  (table) => [index('account_user').on(table.userId)],
)

/** Tokens of mails that wait; identifiers are hashed. */
export const verification = auth.table(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ...times(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
)

export const twoFactor = auth.table(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: ofUser(),
    verified: boolean('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [index('two_factor_user').on(table.userId)],
)

/** A key pair that a device keeps; only its public half is here. */
export const passkey = auth.table(
  'passkey',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: ofUser(),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    aaguid: text('aaguid'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('passkey_user').on(table.userId)],
)

/** One for each tenant, made in the tenant's own transaction; `slug` is the tenant's id. */
export const organization = auth.table('organization', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  createdAt: instant('created_at').notNull().defaultNow(),
})

const ofOrganization = () =>
  text('organization_id')
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' })
const roles = ['owner', 'admin', 'responder', 'viewer'] as const

export const member = auth.table(
  'member',
  {
    id: text('id').primaryKey(),
    organizationId: ofOrganization(),
    userId: ofUser(),
    role: text('role', { enum: roles }).notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('member_user').on(table.userId), uniqueIndex('member_once').on(table.organizationId, table.userId)],
)

export const invitation = auth.table(
  'invitation',
  {
    id: text('id').primaryKey(),
    organizationId: ofOrganization(),
    email: text('email').notNull(),
    role: text('role', { enum: roles }).notNull(),
    status: text('status', { enum: ['pending', 'accepted', 'revoked'] }).notNull(),
    /** SHA-256 of the token in the mail. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Who invited, as an audit row names an actor. */
    inviter: text('inviter').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('invitation_pending')
      .on(table.organizationId, table.email)
      .where(sql`status = 'pending'`),
  ],
)

/** How often something was tried in a window: against guessing and flooding. */
export const attempt = auth.table(
  'attempt',
  {
    name: text('name').notNull(),
    ends: instant('ends').notNull(),
    used: integer('used').notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.ends] })],
)
