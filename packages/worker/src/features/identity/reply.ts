import { AppError, type ErrorCode } from '../../shared/errors.ts'

const said: Readonly<Record<string, [ErrorCode, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: [
    'sign_in_refused',
    'The e-mail or the password is wrong. Try again, or ask for a sign-in link.',
  ],
  INVALID_PASSWORD: ['sign_in_refused', 'The password is wrong. Nothing was changed.'],
  EMAIL_NOT_VERIFIED: [
    'email_not_verified',
    'This e-mail is not confirmed yet. Open the link in the mail we sent, or ask for another.',
  ],
  INVALID_TOKEN: ['link_expired', 'This link was used before or has run out. Ask for a new one.'],
  TOKEN_EXPIRED: ['link_expired', 'This link has run out. Ask for a new one.'],
  INVALID_CODE: ['sign_in_refused', 'This code is wrong or too old. Take the newest one.'],
  INVALID_BACKUP_CODE: ['sign_in_refused', 'This recovery code is wrong or was used before.'],
  INVALID_TWO_FACTOR_COOKIE: ['sign_in_refused', 'This took too long. Sign in with your password again.'],
  SESSION_NOT_FRESH: [
    'sign_in_refused',
    'You signed in more than a day ago. Sign out and in again, then add the passkey.',
  ],
  PASSKEY_NOT_FOUND: ['sign_in_refused', 'This passkey is not known here, or was removed. Sign in another way.'],
  AUTHENTICATION_FAILED: ['sign_in_refused', 'This passkey was not accepted. Try again, or sign in another way.'],
  CHALLENGE_NOT_FOUND: ['sign_in_refused', 'This took too long. Try the passkey again.'],
  PASSWORD_TOO_SHORT: ['unprocessable', 'The password is shorter than 10 characters. Take a longer one.'],
  PASSWORD_TOO_LONG: ['unprocessable', 'The password is longer than 128 characters. Take a shorter one.'],
  INVALID_EMAIL: ['unprocessable', 'This is not an e-mail address. Check it for typing errors.'],
}

/** The library's answer in our shape: problems as everywhere, cookies passed on, session tokens left out. */
export async function presentAccountReply(response: Response): Promise<Response> {
  const body: unknown = await response.json().catch(() => ({}))
  if (response.status >= 300) throw problemFrom(response, body)
  const reply = Response.json(withoutTokens(body))
  for (const cookie of response.headers.getSetCookie()) reply.headers.append('set-cookie', cookie)
  reply.headers.set('cache-control', 'no-store')
  return reply
}

function problemFrom(response: Response, body: unknown): AppError {
  const name = isFields(body) && typeof body['code'] === 'string' ? body['code'] : ''
  // Without an address to go on to, the library redirects only to say that a link is not good.
  const known = said[name] ?? (response.status < 400 ? said['INVALID_TOKEN'] : undefined)
  if (known !== undefined) return new AppError(known[0], known[1])
  if (response.status >= 500) throw new Error(`the identity library failed: ${response.status} ${name}`)
  const message = isFields(body) && typeof body['message'] === 'string' ? body['message'] : 'It was not understood'
  if (response.status === 401)
    return new AppError('unauthenticated', 'Nobody is signed in here, or not any more. Sign in and try again.')
  return new AppError('unprocessable', `${message.replace(/\.$/, '')}. Nothing was changed.`)
}

/** A session's token is the cookie's content: no page needs it. */
function withoutTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTokens)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'token')
      .map(([name, inner]) => [name, withoutTokens(inner)]),
  )
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
