import { ServerError, SipCallError } from 'livekit-server-sdk'
import { expect, it } from 'vitest'
import { dialledBy } from './dialled.ts'

/** As recorded from livekit-sip 1.10.0: status of the API, its code, and the phone's own answer. */
const recorded = [
  ['486 Busy Here', 429, 'resource_exhausted', '486', 'busy'],
  ['480 Temporarily Unavailable', 429, 'resource_exhausted', '480', 'no_answer'],
  ['603 Decline', 403, 'permission_denied', '603', 'declined'],
  ['404 Not Found', 404, 'not_found', '404', 'refused'],
] as const

it.each(recorded)('a phone that answers %s', (status, http, code, sip, result) => {
  const metadata = { sip_status: status.slice(4), sip_status_code: sip }
  const error = new SipCallError('Request failed', `SIP call failed: ${status} (${code})`, http, code, metadata)
  expect(dialledBy(error)).toBe(result)
})

it.each([
  ['rings out', 'canceled'],
  ['rings out after it was handed over', 'deadline_exceeded'],
])('a phone that %s', (_how, code) => {
  expect(dialledBy(new ServerError('Request Timeout', 'twirp error unknown: request timed out', 408, code))).toBe(
    'no_answer',
  )
})

it('a gateway that is away, or refuses us, is no phone that did not answer', () => {
  expect(dialledBy(new ServerError('Unavailable', 'no response from servers', 503, 'unavailable'))).toBe('failed')
  expect(dialledBy(new TypeError('fetch failed'))).toBe('failed')
  expect(dialledBy(new ServerError('Not found', 'object cannot be found', 404, 'not_found'))).toBe('refused')
})
