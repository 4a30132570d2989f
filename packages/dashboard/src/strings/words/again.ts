import type { Plural } from '../index.ts'

/** Beneath the picture of an answer: run it again, as it was or with a change. */
export interface AgainWords {
  title: string
  lead: string
  /** The wishes, and their choices; `asItWas` is the first of each. */
  asItWas: string
  playbook: string
  draft: string
  version: string
  threshold: string
  thresholdMeans: string
  knowledge: string
  today: string
  over: string
  thisTurn: string
  newest: string
  run: string
  /** What came out, of one turn. */
  identical: string
  sameAnswer: string
  different: string
  sameWords: string
  engine: string
  cannot: string
  before: string
  after: string
  said: string
  differs: string
  notReached: string
  verdicts: Record<'answered' | 'passed' | 'failed' | 'skipped', string>
  /** Differences that have no row of their own; they fill `also`. */
  also: string
  steps: Record<'language' | 'asked' | 'passages' | 'not said' | 'kind' | 'sentences', string>
  /** Of many turns. */
  none: string
  some: string
  skipped: Plural
}
