import type { WatchedCall } from '../../../core/objects.ts'
import type { endReasons } from '../table.ts'

/** What the watch has noticed of a call since it began to look; instants in ms since 1970. */
export interface Seen {
  /** Of the job that holds the call. */
  heardAt: number
  heldSince: number
  /** When another agent was asked for. */
  askedAt: number
  /** When we last tried to pass a caller on who was not greeted yet. */
  triedAt: number
  lookedAt: number
  /** When we last looked whether an agent came up for a call that nobody holds. */
  soughtAt: number
  /** Since when the visitor is not in the room, or the room is not there; null while all is well. */
  awaySince: number | null
  room: 'there' | 'gone'
}

export type Verdict =
  | { kind: 'well' }
  | { kind: 'look' }
  | { kind: 'seek' }
  | { kind: 'agent-lost' }
  | { kind: 'pass-on' }
  | { kind: 'over'; reason: (typeof endReasons)[number] }

/** A job says every second that it lives. */
const silentMs = 2500
/**
 * From asking for an agent to its claim: half a second on an idle machine, 2.5 s at a load of ten a core, and the claim may
 * look for its job for 2 s. Each further ask waits twice as long: a slow machine is not superseded for ever.
 */
const claimMs = 4000
/** A process that was killed is back after 4 to 15 s; an agent that comes up is asked at once. */
const seekEveryMs = 1000
/** With the silence that tells a loss it is eight seconds: as long as a caller hears it ring. */
const ungreetedMs = 5500
/** The visitor's browser gives up after 35 s. */
const nobodyMs = 30_000
const lookEveryMs = 15_000
const lookAgainMs = 4000
/** A token is good for two minutes; joining takes a moment. */
const joinMs = 130_000
const visitorAwayMs = 20_000
/** A media server that was started again has its rooms back when the visitor's browser has found it. */
const roomGoneMs = 15_000
/** A call that takes its agents with it is not to take all of them. */
const mostLosses = 5
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
  if (now >= passOnDue(call, seen)) return { kind: 'pass-on' }
  if (now >= agentDue(call, seen)) {
    const isHopeless =
      call.agent === 'held' ? lostOf(call, seen).length >= mostLosses : now - call.waitingSince >= nobodyMs
    return isHopeless ? { kind: 'over', reason: 'agent_lost' } : { kind: 'agent-lost' }
  }
  if (now >= seekDue(call, seen)) return { kind: 'seek' }
  return now >= lookDue(seen) ? { kind: 'look' } : { kind: 'well' }
}

/** When to judge again. */
export const dueAt = (call: WatchedCall, seen: Seen) =>
  Math.min(
    call.endsAt,
    agentDue(call, seen),
    passOnDue(call, seen),
    seekDue(call, seen),
    lookDue(seen),
    call.joined ? Infinity : call.openedAt + joinMs,
  )

/** Who is lost in a row, when who holds the call now is lost too; an ask that nobody took is no loss. */
export const lostOf = (call: WatchedCall, seen: Seen): readonly number[] =>
  call.agent === 'waiting' ? call.lost : [...(seen.heardAt - seen.heldSince >= wellMs ? [] : call.lost), call.holder]

const agentDue = (call: WatchedCall, seen: Seen) =>
  call.agent === 'held'
    ? seen.heardAt + silentMs
    : Math.min(seen.askedAt + claimMs * 2 ** (call.asks - 1), Math.max(seen.askedAt, call.waitingSince + nobodyMs))
/** Once each time that an agent is waited for. */
const passOnDue = (call: WatchedCall, seen: Seen) =>
  call.agent === 'held' || seen.triedAt >= call.waitingSince ? Infinity : call.waitingSince + ungreetedMs
const seekDue = (call: WatchedCall, seen: Seen) => (call.agent === 'held' ? Infinity : seen.soughtAt + seekEveryMs)
const lookDue = (seen: Seen) => seen.lookedAt + (seen.awaySince === null ? lookEveryMs : lookAgainMs)
