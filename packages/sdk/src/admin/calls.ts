import { errorFrom } from '../errors.ts'
import type { Call, CallOutcome, CallRecord, ListCallsData } from '../generated/types.gen.ts'
import type { Asking, Caller } from './caller.ts'
import { listOf, type Paging } from './list.ts'

type CallFilter = Pick<
  NonNullable<ListCallsData['query']>,
  'outcome' | 'reason' | 'q' | 'lang' | 'caller' | 'conversationId'
>

/** Voice sessions inside conversations, newest first. */
export function callsOf(caller: Caller) {
  const at = (callId: string, rest = '') => `/v1/calls/${encodeURIComponent(callId)}${rest}`
  return {
    list: (filter: CallFilter = {}, paging?: Paging) => listOf<Call>(caller, '/v1/calls', paging, { ...filter }),
    /** With the receipts of what was agreed. */
    get: (callId: string, options: Asking = {}) => caller.get<CallRecord>(at(callId), {}, options),
    /** Sets right what came of it; null takes that back. What was found stays beside it. */
    correct: (callId: string, outcome: CallOutcome | null, options: Asking = {}) =>
      caller.patch<Call>(at(callId), { outcome }, options),
    /** The newest 10,000 as CSV (RFC 4180). */
    csv: (filter: CallFilter = {}, options: Asking = {}) =>
      caller.text(`/v1/calls.csv?${new URLSearchParams(filter as Record<string, string>)}`, 'text/csv', options),
    /** Stereo Ogg/Opus, the visitor left, the assistant right; its beginning is the call's `createdAt`. @throws FoyerError `not_found` when there is none */
    async recording(callId: string, { signal }: Asking = {}): Promise<Blob> {
      const headers: Record<string, string> = caller.key === '' ? {} : { authorization: `Bearer ${caller.key}` }
      const url = `${caller.http.baseUrl}${at(callId, '/recording')}`
      const reply = await caller.http.fetch(url, { headers, signal: signal ?? null })
      if (!reply.ok) throw await errorFrom(reply)
      return reply.blob()
    },
  }
}
