import type { Quote } from '../passage.ts'

export interface FactEvidence {
  factId: string
  /** What the fact is, in plain words of the visitor's language: "Opening hours". */
  label: string
  quote?: Quote
}

/** Why a sentence may be said. A sentence without one is never released. */
export type Evidence =
  | { kind: 'passage'; quote: Quote }
  | ({ kind: 'fact' } & FactEvidence)
  /** `at` is the instant the computation used (RFC 3339). */
  | { kind: 'computed'; what: string; facts: FactEvidence[]; at: string; timeZone: string }
  | { kind: 'playbook'; versionId: string; version: number; scenarioId: string }
  | { kind: 'fixed'; name: string }
  /** A tool's answer: `text` stands in its lines at `start`. `at` is when it answered (RFC 3339). */
  | { kind: 'tool'; toolId: string; name: string; callId: string; at: string; text: string; start: number; end: number }
