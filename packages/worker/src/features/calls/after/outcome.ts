import type { TurnKind } from '../../turns/index.ts'
import type { endReasons } from '../table.ts'

/** What came of a call, for who follows it up. */
export const outcomes = [
  'missed',
  'voicemail',
  'answered',
  'answered_no_answer',
  'interested',
  'not_interested',
  'scheduled_callback',
  'transferred',
  'message_taken',
  'emergency',
  'spam',
] as const

export type Outcome = (typeof outcomes)[number]

/** All that the log knows of a call that is over. */
export interface Happened {
  reason: (typeof endReasons)[number]
  purpose: 'talk' | 'message'
  /** From the first word of ours to the end; null when nothing was ever said to them. */
  talkedMs: number | null
  /** What they said, and what kind of answer each got; null while it got none. */
  said: readonly { text: string; kind: TurnKind | null }[]
  /** Whether they answered the question about recording. */
  consented: boolean
  left: readonly ('message' | 'handoff' | 'emergency' | 'callback')[]
  /** A person took it over. */
  transferred: boolean
  /** They want no more of us, in their words. */
  optedOut: boolean
  /** Calls of the same number within a day that were as short or as silent. */
  emptyBefore: number
}

/** As long as the first words may take: who hangs up before has not been spoken to. */
const firstWordsMs = 8000
const emptyMs = 10_000
/** The third empty call within a day is no slip any more. */
const slips = 2

/** A call in which nobody was there, or that was over before it began. */
export const isEmpty = ({ said, consented, talkedMs }: Pick<Happened, 'said' | 'consented' | 'talkedMs'>): boolean =>
  said.length === 0 && (!consented || (talkedMs ?? 0) < emptyMs)

/** What came of it, from what happened; the weightiest first. Pure: the same call has the same outcome. */
export function outcomeOf(call: Happened): Outcome {
  const { reason, said, left, talkedMs, purpose } = call
  const has = (kind: TurnKind) => said.some((each) => each.kind === kind)
  if (has('emergency') || left.includes('emergency')) return 'emergency'
  if (reason === 'blocked') return 'spam'
  if (call.transferred) return 'transferred'
  if (left.includes('callback')) return 'scheduled_callback'
  if (left.length > 0) return purpose === 'message' ? 'voicemail' : 'message_taken'
  if (isEmpty(call) && call.emptyBefore >= slips) return 'spam'
  const leftAtOnce = !call.consented && said.length === 0 && (talkedMs ?? 0) < firstWordsMs
  if (talkedMs === null || leftAtOnce || (purpose === 'message' && said.length === 0)) return 'missed'
  if (call.optedOut) return 'not_interested'
  if (has('handoff') || has('confirm')) return 'interested'
  return has('answer') ? 'answered' : 'answered_no_answer'
}
