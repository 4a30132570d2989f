import { ServerError, SipCallError } from 'livekit-server-sdk'
import type { Dialled } from '../../ports/telephony.ts'

type Failure = Exclude<Dialled, 'answered'>

const byStatus: Record<number, Failure> = {
  408: 'no_answer',
  480: 'no_answer',
  486: 'busy',
  600: 'busy',
  603: 'declined',
}

/**
 * What the gateway's error says of the phone that was rung. Silence is a plain 408 without a SIP status (`canceled` for a
 * call of ours, `deadline_exceeded` for one that was handed over).
 */
export function dialledBy(cause: unknown): Failure {
  if (cause instanceof SipCallError && cause.sipStatusCode !== undefined)
    return byStatus[cause.sipStatusCode] ?? 'refused'
  if (!(cause instanceof ServerError)) return 'failed'
  if (cause.status === 408) return 'no_answer'
  return cause.status < 500 ? 'refused' : 'failed'
}
