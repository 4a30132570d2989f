import { FoyerError, type FoyerErrorCode } from '@foyer/sdk/admin'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { speak, words } from '../../strings/index.ts'
import { refusal } from './refusal.ts'

const said = (code: FoyerErrorCode, message = 'In English, by the service.') =>
  refusal(new FoyerError(code, message), 'password')

describe.each(['en', 'es', 'ar'])('a refusal, in %s', (lang) => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} })
    await speak(lang)
  })

  it('says of an invitation for another address, used or run out, what happened and what now', () => {
    const { wrong } = words().door
    expect(words().lang).toBe(lang)
    expect(said('forbidden')).toEqual({ '': wrong.otherAddress })
    expect(said('link_expired')).toEqual({ '': wrong.token })
  })

  it('is in the reader’s words wherever somebody comes in, and beneath its field', () => {
    const { wrong } = words().door
    expect(said('sign_in_refused')).toEqual({ '': wrong.credentials })
    expect(refusal(new FoyerError('sign_in_refused', ''), 'code')).toEqual({ code: wrong.code })
    expect(said('email_not_verified')).toEqual({ '': wrong.unverified })
    expect(said('rate_limited')).toEqual({ '': wrong.tooMany })
    expect(said('unprocessable', 'The password is too short.')).toEqual({ password: wrong.weak })
    expect(said('unavailable', 'No mail service is set up.')).toEqual({ '': wrong.closed })
    expect(said('unreachable')).toEqual({ '': words().shell.unreachable })
    expect(said('unauthenticated')).toEqual({ '': words().shell.signedOut })
  })
})
