/** How often one thing may be tried, by the address it comes from and by the account it is about. */
interface Ceilings {
  perAddress: number
  perAccount: number
  windowMinutes: number
}

interface AccountPath {
  method: 'GET' | 'POST'
  /** The library reads the token from the query; we take it in the body, where no log and no mail scanner sees it. */
  tokenInQuery?: true
  ceilings?: Ceilings
  /** Ends in a mail, so it needs somebody who carries mail. */
  mails?: true
}

const guess: Ceilings = { perAddress: 60, perAccount: 10, windowMinutes: 15 }
const mail: Ceilings = { perAddress: 30, perAccount: 10, windowMinutes: 60 }

/** What of the identity library is open to the outside; everything else of it does not exist. */
export const accountPaths: Readonly<Record<string, AccountPath>> = {
  'get-session': { method: 'GET' },
  'sign-up/email': { method: 'POST', ceilings: mail, mails: true },
  'sign-in/email': { method: 'POST', ceilings: guess },
  'sign-in/magic-link': { method: 'POST', ceilings: mail, mails: true },
  'sign-out': { method: 'POST' },
  'verify-email': { method: 'POST', tokenInQuery: true, ceilings: guess },
  'send-verification-email': { method: 'POST', ceilings: mail, mails: true },
  'magic-link/verify': { method: 'POST', tokenInQuery: true, ceilings: guess },
  'request-password-reset': { method: 'POST', ceilings: mail, mails: true },
  'reset-password': { method: 'POST', ceilings: guess },
  'change-password': { method: 'POST', ceilings: guess },
  'update-user': { method: 'POST' },
  'two-factor/enable': { method: 'POST', ceilings: guess },
  'two-factor/disable': { method: 'POST', ceilings: guess },
  'two-factor/verify-totp': { method: 'POST', ceilings: guess },
  'two-factor/verify-backup-code': { method: 'POST', ceilings: guess },
  'two-factor/generate-backup-codes': { method: 'POST', ceilings: guess },
  'passkey/generate-register-options': { method: 'GET' },
  'passkey/verify-registration': { method: 'POST', ceilings: guess },
  'passkey/generate-authenticate-options': { method: 'GET' },
  'passkey/verify-authentication': { method: 'POST', ceilings: guess },
  'passkey/list-user-passkeys': { method: 'GET' },
  'passkey/delete-passkey': { method: 'POST' },
}
