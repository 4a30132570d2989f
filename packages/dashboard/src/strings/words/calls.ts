import type { Call, CallEndReason } from '@foyer/sdk/admin'

/** The list of calls, and how each ended. */
export interface CallsWords {
  title: string
  /** The filters; `all` and `anyLanguage` are the first of each. */
  outcome: string
  all: string
  outcomes: Record<CallEndReason | 'running', string>
  language: string
  anyLanguage: string
  /** A row's first words. */
  lasted: string
  now: string
  neverTalked: string
  channels: Record<Call['channel'], string>
  /** Only a message was taken. */
  message: string
  recorded: string
  empty: { title: string; what: string }
  none: { title: string; what: string }
}
