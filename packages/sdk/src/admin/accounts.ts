import type { CreatedTenant, Me, NewTenant } from '../generated/types.gen.ts'
import { type Asking, type Caller, callerFor, type Changing } from './caller.ts'

/** What signing in came to; `code-needed` asks for a code of the authenticator app, or a recovery code. */
export type SignedIn = 'signed-in' | 'code-needed'

/**
 * A person's account, from a page of the service itself: the session is a cookie that no script can read. Links in mails
 * lead to `/dashboard/{verify,reset,sign-in,invitation}#token=…`; the page hands the token over here.
 */
export function accountsOf(caller: Caller) {
  const once = callerFor({ ...caller.http, attempts: 1 }, caller.key)
  const tell = <Reply = unknown>(path: string, body: unknown, options: Asking) =>
    once.post<Reply>(`/api/auth/${path}`, body, options)
  return {
    /** The same answer whether or not the address has an account; a mail says how to go on. */
    signUp: (person: { name: string; email: string; password: string }, options: Asking = {}) =>
      tell<void>('sign-up/email', person, options),
    /** @throws FoyerError `sign_in_refused`, `email_not_verified`, `rate_limited`. */
    signIn: async (person: { email: string; password: string }, options: Asking = {}): Promise<SignedIn> =>
      (await tell<{ twoFactorRedirect?: boolean }>('sign-in/email', person, options)).twoFactorRedirect === true
        ? 'code-needed'
        : 'signed-in',
    signInWithCode: (code: string, options: Asking = {}) => tell<void>('two-factor/verify-totp', { code }, options),
    signInWithRecoveryCode: (code: string, options: Asking = {}) =>
      tell<void>('two-factor/verify-backup-code', { code }, options),
    /** Mails a link that signs in, good once and for 15 minutes. */
    askForLink: (email: string, options: Asking = {}) => tell<void>('sign-in/magic-link', { email }, options),
    /** The token of a sign-in link. @throws FoyerError `link_expired`. */
    signInWithLink: (token: string, options: Asking = {}) => tell<void>('magic-link/verify', { token }, options),
    /** The token of the mail after signing up; signs in. @throws FoyerError `link_expired`. */
    verify: (token: string, options: Asking = {}) => tell<void>('verify-email', { token }, options),
    verifyAgain: (email: string, options: Asking = {}) => tell<void>('send-verification-email', { email }, options),
    askForReset: (email: string, options: Asking = {}) => tell<void>('request-password-reset', { email }, options),
    /** The token of a reset mail; ends every session. */
    resetPassword: (token: string, newPassword: string, options: Asking = {}) =>
      tell<void>('reset-password', { token, newPassword }, options),
    changePassword: (
      passwords: { currentPassword: string; newPassword: string; revokeOtherSessions?: boolean },
      options: Asking = {},
    ) => tell<void>('change-password', passwords, options),
    changeName: (name: string, options: Asking = {}) => tell<void>('update-user', { name }, options),
    signOut: (options: Asking = {}) => tell<void>('sign-out', {}, options),
    /** For the authenticator app, and the recovery codes; asked for from then on once `confirmCodes` has seen one. */
    enableCodes: (password: string, options: Asking = {}) =>
      tell<{ totpURI: string; backupCodes: string[] }>('two-factor/enable', { password }, options),
    confirmCodes: (code: string, options: Asking = {}) => tell<void>('two-factor/verify-totp', { code }, options),
    disableCodes: (password: string, options: Asking = {}) => tell<void>('two-factor/disable', { password }, options),
  }
}

/** The person who is signed in. */
export function meOf(caller: Caller) {
  return {
    /** @throws FoyerError `unauthenticated` when nobody is. */
    get: (options: Asking = {}) => caller.get<Me>('/v1/me', {}, options),
    /** A tenant of one's own; its keys are shown this once. @throws FoyerError `taken` when another has the slug. */
    createTenant: (tenant: NewTenant, options: Changing = {}) =>
      callerFor({ ...caller.http, attempts: 1 }, caller.key).post<CreatedTenant>('/v1/me/tenants', tenant, options),
    /** @throws FoyerError `last_owner`. */
    leave: (tenantId: string, options: Asking = {}) =>
      caller.delete<void>(`/v1/me/tenants/${encodeURIComponent(tenantId)}`, options),
  }
}
