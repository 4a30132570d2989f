import type { WatchedCall } from '../../core/objects.ts'
import type { endReasons } from './table.ts'

/** What the watch has noticed of a call since it began to look; instants in ms since 1970. */
export interface Seen {
  /** Of the job that holds the call, or since when one is waited for. */
  heardAt: number
  heldSince: number
  lookedAt: number
  /** Since when the visitor is not in the room, or the room is not there; null while all is well. */
  awaySince: number | null
  room: 'there' | 'gone'
}

export type Verdict =
  | { kind: 'well' }
  | { kind: 'look' }
  | { kind: 'agent-lost' }
  | { kind: 'over'; reason: (typeof endReasons)[number] }

/** A job says every second that it lives. */
const silentMs = 2500
const claimMs = 8000
const lookEveryMs = 15_000
const lookAgainMs = 4000
/** A token is good for two minutes; joining takes a moment. */
const joinMs = 130_000
const visitorAwayMs = 20_000
/** A media server that was started again has its rooms back when the visitor's browser has found it. */
const roomGoneMs = 15_000
const mostLosses = 3
/** A job that has held so long is well: losses before it count no more. */
const wellMs = 20_000

/** What to do now about a call; looking is dearer than knowing, so it comes last. */
export function judge(call: WatchedCall, seen: Seen, now: number): Verdict {
  if (now >= call.endsAt) return { kind: 'over', reason: 'time_limit' }
  if (seen.awaySince !== null) {
    const awayMs = now - seen.awaySince
    if (seen.room === 'gone' && awayMs >= roomGoneMs)
      return { kind: 'over', reason: call.joined ? 'media_lost' : 'never_joined' }
    if (call.joined && awayMs >= visitorAwayMs) return { kind: 'over', reason: 'visitor_lost' }
  }
  if (!call.joined && now >= call.openedAt + joinMs) return { kind: 'over', reason: 'never_joined' }
  if (now >= agentDue(call, seen))
    return lossesOf(call, seen) + 1 >= mostLosses ? { kind: 'over', reason: 'agent_lost' } : { kind: 'agent-lost' }
  return now >= lookDue(seen) ? { kind: 'look' } : { kind: 'well' }
}

/** When to judge again. */
export const dueAt = (call: WatchedCall, seen: Seen) =>
  Math.min(call.endsAt, agentDue(call, seen), lookDue(seen), call.joined ? Infinity : call.openedAt + joinMs)

export const lossesOf = (call: WatchedCall, seen: Seen) =>
  call.agent === 'held' && seen.heardAt - seen.heldSince >= wellMs ? 0 : call.losses

const agentDue = (call: WatchedCall, seen: Seen) => seen.heardAt + (call.agent === 'held' ? silentMs : claimMs)
const lookDue = (seen: Seen) => seen.lookedAt + (seen.awaySince === null ? lookEveryMs : lookAgainMs)
