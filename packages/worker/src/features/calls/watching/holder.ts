import type { WatchedCall } from '../../../core/objects.ts'

/**
 * Who holds a call. An agent that is late is given up for lost and another one is asked for, but it holds the call until
 * that one has claimed it: a slow machine must not lose agents that live. Each returns null to a job that does not hold it.
 */

/** Only a later one takes it over, and only while nobody is heard of; of several that were asked for, who comes first. */
export function claimed(call: WatchedCall, generation: number): WatchedCall | null {
  if (call.agent === 'held' || generation <= call.holder) return heardOf(call, generation)
  return { ...call, ...calm, holder: generation }
}

/** Who was given up is back, and was no loss. */
export function heardOf(call: WatchedCall, generation: number): WatchedCall | null {
  if (call.holder === 0 || generation !== call.holder) return null
  return call.agent === 'held' ? call : { ...foundAgain(call, generation), ...calm }
}

/** It lives, and was only late, also when another one has taken its place by now. */
export const foundAgain = (call: WatchedCall, generation: number): WatchedCall =>
  call.lost.includes(generation) ? { ...call, lost: call.lost.filter((each) => each !== generation) } : call

/** Another one is asked for, under a number that no job had. */
export function askedAgain(call: WatchedCall, lost: readonly number[], now: number): WatchedCall {
  const since = call.agent === 'held' ? { waitingSince: now, asks: 1 } : { asks: call.asks + 1 }
  return { ...call, ...since, generation: call.generation + 1, lost, agent: 'waiting' }
}

const calm = { agent: 'held', waitingSince: 0, asks: 0 } as const
