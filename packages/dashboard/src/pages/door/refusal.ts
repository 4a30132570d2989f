import { FoyerError } from '@foyer/sdk/admin'
import { words } from '../../strings/index.ts'
import { inWords } from '../../ui/loaded.ts'

/** A refusal in our words, beneath the field it belongs to. */
export function refusal(error: unknown, asked: 'password' | 'code'): Readonly<Record<string, string>> {
  const { wrong } = words().door
  if (!(error instanceof FoyerError)) return { '': inWords(error) }
  switch (error.code) {
    case 'sign_in_refused':
      return asked === 'code' ? { code: wrong.code } : { '': wrong.credentials }
    case 'email_not_verified':
      return { '': wrong.unverified }
    case 'link_expired':
      return { '': wrong.token }
    case 'rate_limited':
      return { '': wrong.tooMany }
    case 'unprocessable':
      return /password/i.test(error.message) ? { password: wrong.weak } : { '': error.message }
    case 'forbidden':
      return { '': wrong.otherAddress }
    case 'unavailable':
      return { '': /mail/i.test(error.message) ? wrong.closed : inWords(error) }
    default:
      return { '': inWords(error) }
  }
}
