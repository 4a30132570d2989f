import { DoorError } from '../../data/door.ts'
import { words } from '../../strings/index.ts'

/** A refusal in our words, beneath the field it belongs to. */
export function refusal(error: unknown): Readonly<Record<string, string>> {
  const { door, shell } = words()
  if (!(error instanceof DoorError)) return { '': shell.wrong }
  if (error.code === 'UNREACHABLE') return { '': shell.unreachable }
  if (error.status === 429) return { '': door.wrong.tooMany }
  switch (error.code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return { '': door.wrong.credentials }
    case 'EMAIL_NOT_VERIFIED':
      return { '': door.wrong.unverified }
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return { email: door.wrong.taken }
    case 'INVALID_EMAIL':
      return { email: door.wrong.email }
    case 'PASSWORD_TOO_SHORT':
    case 'PASSWORD_TOO_LONG':
    case 'PASSWORD_COMPROMISED':
      return { password: door.wrong.weak }
    case 'INVALID_TOKEN':
    case 'TOKEN_EXPIRED':
      return { '': door.wrong.token }
    case 'INVALID_CODE':
    case 'INVALID_TWO_FACTOR_COOKIE':
      return { code: door.wrong.code }
    case 'EMAIL_PASSWORD_SIGN_UP_DISABLED':
    case 'SIGN_UP_CLOSED':
      return { '': door.wrong.closed }
    default:
      return { '': error.status >= 500 || error.message === '' ? shell.wrong : error.message }
  }
}
