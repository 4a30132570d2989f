import type {
  Lead,
  LeadAnswers,
  OutboxItem,
  Replay,
  ReplayRequest,
  Trace,
  TraceTicket,
  Usage,
  UsageDay,
  WhatIf,
  WhatIfRequest,
} from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { listOf, type Paging } from './list.ts'

export function tracesOf(caller: Caller) {
  const at = (turnId: string, rest: string) => `/v1/turns/${encodeURIComponent(turnId)}/${rest}`
  return {
    /** Why it said that: each tier's verdict, the evidence, the waiting. */
    get: (turnId: string, options: Asking = {}) => caller.get<Trace>(at(turnId, 'trace'), {}, options),
    /** A link that opens the trace page for a short while. */
    link: async (turnId: string, options: Changing = {}): Promise<string> =>
      (await caller.post<TraceTicket>(at(turnId, 'trace-tickets'), undefined, options)).url,
    /** Makes a turn again from its inputs, as it was or with a change, and says what comes out otherwise. */
    replay: (turnId: string, change: ReplayRequest = {}, options: Changing = {}) =>
      caller.post<Replay>(at(turnId, 'replay'), change, options),
    /** The newest conversations made again with a change: what would have been said instead. Nothing is written. */
    whatIf: (change: WhatIfRequest = {}, options: Changing = {}) => caller.post<WhatIf>('/v1/replays', change, options),
  }
}

/** Messages that visitors left for the business, newest first. */
export function leadsOf(caller: Caller) {
  return {
    list: (paging?: Paging) => listOf<Lead>(caller, '/v1/leads', paging),
    /** Sensitive answers as they were given, for owners and admins; who looked is written to the audit log. */
    show: (leadId: string, options: Changing = {}): Promise<LeadAnswers> =>
      caller.post<LeadAnswers>(`/v1/leads/${encodeURIComponent(leadId)}/show`, {}, options),
  }
}

/** What test mode would have sent, newest first. */
export function outboxOf(caller: Caller) {
  return { list: (paging?: Paging) => listOf<OutboxItem>(caller, '/v1/outbox', paging) }
}

export function usageOf(caller: Caller) {
  return {
    /** Turns by tier, tokens and cost per day (UTC); the last 30 days when no range is given, as `2026-11-30`. */
    days: async ({ from, to, ...options }: Asking & { from?: string; to?: string } = {}): Promise<UsageDay[]> =>
      (await caller.get<Usage>('/v1/usage', { from, to }, options)).days,
  }
}
