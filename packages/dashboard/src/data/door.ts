/** Refused by the service that knows who is who; `code` as better-auth names it. */
export class DoorError extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'DoorError'
    this.status = status
    this.code = code
  }
}

interface SignedIn {
  /** True when a second factor is asked for before there is a session. */
  twoFactorRedirect?: boolean
}

const after = (path: string): string => `${location.origin}/dashboard${path}`

/** Asked once: a second try of a sign-in would count as two. @throws DoorError */
async function post<Reply>(path: string, body: object): Promise<Reply> {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new DoorError(0, 'UNREACHABLE', '')
  })
  const reply = (await response.json().catch(() => ({}))) as { code?: string; message?: string }
  if (!response.ok) throw new DoorError(response.status, reply.code ?? '', reply.message ?? '')
  return reply as Reply
}

export const signIn = (email: string, password: string) => post<SignedIn>('/sign-in/email', { email, password })

export const secondFactor = (code: string) => post('/two-factor/verify-totp', { code })

export const sendMagicLink = (email: string, next: string) =>
  post('/sign-in/magic-link', { email, callbackURL: next, errorCallbackURL: after('/sign-in') })

export const signUp = (name: string, email: string, password: string) =>
  post('/sign-up/email', { name, email, password, callbackURL: after('/') })

export const sendVerification = (email: string) => post('/send-verification-email', { email, callbackURL: after('/') })

export const sendReset = (email: string) => post('/request-password-reset', { email, redirectTo: after('/reset') })

export const resetPassword = (newPassword: string, token: string) => post('/reset-password', { newPassword, token })

/** Ends the session here; the page is read anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {}).catch(() => undefined)
  location.assign(after('/sign-in'))
}
