import type { callLegs } from '../table.ts'

export type Leg = typeof callLegs.$inferSelect
export type Purpose = Leg['purpose']

/** How it stands with reaching somebody. */
export type Standing =
  /** The wave that rings or is to ring next; `after` is why the one before it did not come, null for the first. */
  | { kind: 'ring'; legs: Leg[]; after: Leg | null }
  | { kind: 'whisper'; leg: Leg }
  | { kind: 'connected'; leg: Leg }
  /** Over: `last` says how; null when nobody was to be rung. */
  | { kind: 'over'; last: Leg | null }

/**
 * Follows from the legs alone, so that a worker or an agent that comes anew knows where it was. Danger is rung for beside
 * whatever else goes on: the two are looked at apart.
 */
export function standing(all: readonly Leg[], isDanger: boolean): Standing {
  const legs = all.filter(({ purpose }) => (purpose === 'danger') === isDanger)
  const spoken = legs.find(({ state }) => state === 'whispering' || state === 'connected')
  if (spoken !== undefined)
    return spoken.state === 'connected' ? { kind: 'connected', leg: spoken } : { kind: 'whisper', leg: spoken }
  const last =
    legs
      .filter(({ endedAt }) => endedAt !== null)
      .toSorted(byEnd)
      .at(-1) ?? null
  const open = legs.filter(({ state }) => state === 'ringing' || state === 'waiting')
  const wave = Math.min(...open.map((leg) => leg.wave))
  const next = open.filter((leg) => leg.wave === wave)
  const [first] = next
  if (first === undefined) return { kind: 'over', last }
  const after = last !== null && last.createdAt.getTime() === first.createdAt.getTime() ? last : null
  return { kind: 'ring', legs: next, after }
}

const byEnd = (one: Leg, other: Leg) => Number(one.endedAt) - Number(other.endedAt)

/** A person who was found needs nobody else. */
export const isFound = ({ result }: Pick<Leg, 'result'>) =>
  result === 'connected' || result === 'acknowledged' || result === 'handed_over'
