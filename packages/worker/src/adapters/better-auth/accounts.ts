import { passkey } from '@better-auth/passkey'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { NeonDatabase } from 'drizzle-orm/neon-serverless'
import * as tables from '../../db/auth-tables.ts'
import type { IdentityLetter } from '../../ports/accounts.ts'
import type { Config } from '../../shared/config.ts'
import { type IdKind, newId, prefixes } from '../../shared/ids.ts'
import { ownOrigins } from '../../shared/own-origins.ts'
import { sessionCookie, sessionSecret } from '../../shared/session.ts'

const daySeconds = 86_400
const hourSeconds = 3600

/** The library, set up for one request over one database connection. */
export function accountsOver(database: NeonDatabase, config: Config, letters: IdentityLetter[]) {
  const { hostname: host } = new URL(config.PUBLIC_URL)
  const write = (letter: IdentityLetter) => void letters.push(letter)
  return betterAuth({
    appName: 'Foyer',
    baseURL: config.PUBLIC_URL,
    basePath: '/api/auth',
    trustedOrigins: ownOrigins(config),
    secret: sessionSecret(config),
    telemetry: { enabled: false },
    database: drizzleAdapter(database, { provider: 'pg', schema: tables, transaction: true }),
    // Attempts are counted at our own door, by address and by account, in the database.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: sessionCookie.prefix,
      useSecureCookies: config.PUBLIC_URL.startsWith('https:'),
      database: { generateId: ({ model }) => newId(model in prefixes ? (model as IdKind) : 'request') },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
    session: { expiresIn: 30 * daySeconds, disableSessionRefresh: true },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: hourSeconds,
      sendResetPassword: async ({ user, token }) => write({ kind: 'reset', to: user.email, token }),
      onExistingUserSignUp: async ({ user }) => write({ kind: 'already-known', to: user.email, token: '' }),
    },
    emailVerification: {
      expiresIn: daySeconds,
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: async ({ user, token }) => write({ kind: 'verify', to: user.email, token }),
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 15 * 60,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token }, context) => {
          const found = await context?.context.internalAdapter.findUserByEmail(email)
          if (!found) return
          // A link alone would go round the second factor.
          const guarded = (found.user as { twoFactorEnabled?: boolean }).twoFactorEnabled === true
          write(guarded ? { kind: 'sign-in-needs-code', to: email, token: '' } : { kind: 'sign-in', to: email, token })
        },
      }),
      twoFactor({ issuer: 'Foyer' }),
      passkey({
        rpName: 'Foyer',
        // A name, never an address: on one machine passkeys live at localhost.
        rpID: host === '127.0.0.1' ? 'localhost' : host,
        origin: ownOrigins(config),
        // A passkey stands for password and code together, so the device must have asked who holds it.
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new Error('the device did not ask who holds it')
          },
        },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    ],
  })
}
