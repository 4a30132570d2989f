import type { Call, CallEndReason, CallOutcome } from '@foyer/sdk/admin'

/** The list of calls, and how each ended. */
export interface CallsWords {
  title: string
  /** The filters; `all` and `anyLanguage` are the first of each. */
  outcome: string
  all: string
  outcomes: Record<CallOutcome | 'running', string>
  /** How it ended. */
  reasons: Record<CallEndReason, string>
  find: string
  /** Saves the list as a table. */
  table: string
  /** Beside the choice that sets an outcome right. */
  correct: string
  /** Our own finding, beside a member's. */
  found: string
  urgency: { danger: string; urgent: string }
  /** Who waits to be called back. */
  callbacks: { title: string; late: string; done: string; doneWith: string; isDone: string }
  language: string
  anyLanguage: string
  /** A row's first words. */
  lasted: string
  now: string
  neverTalked: string
  channels: Record<Call['channel'], string>
  recorded: string
  empty: { title: string; what: string }
  none: { title: string; what: string }
}
