// How long callers wait on a real gateway, and for whom: the gateway and the media server, or us.

import { mediaOf } from '../../voice/test/media.ts'
import { callFrom } from '../play.ts'
import type { SipPhone } from './sip-phone.ts'
import type { SipStage } from './stage.ts'

export type Caller = { phone: SipPhone; from: string; invitedAt: number }

/** When each stage of a call was reached; the machine's one clock. */
const stages = ['invited', 'inRoom', 'agentInRoom', 'made', 'answered', 'heard'] as const
type Reached = Record<(typeof stages)[number], number>

/** Of a caller who hears us now. */
export async function reached({ phone, from, invitedAt }: Caller, { platform, foyer }: SipStage): Promise<Reached> {
  const media = mediaOf(platform.voice)
  const room = (await media.rooms()).find(({ name }) => name.startsWith(`call-_${from}_`))
  if (room === undefined) throw new Error(`${from} is in no room.`)
  const people = await media.people(room.name)
  const joinedAt = (prefix: string): number =>
    Number(people.find(({ identity }) => identity.startsWith(prefix))?.joined_at_ms ?? NaN)
  const call = await callFrom(foyer, from)
  const first = async (kind: 'answered' | 'sound') => (await phone.seen.next((event) => event.kind === kind, 0, 0)).at
  return {
    ...{ invited: invitedAt, inRoom: joinedAt('sip_'), agentInRoom: joinedAt('agent-') },
    made: Date.parse(call?.createdAt ?? ''),
    ...{ answered: await first('answered'), heard: await first('sound') },
  }
}

const rows: [name: string, from: keyof Reached, to: keyof Reached][] = [
  ['INVITE → caller in the room (gateway)', 'invited', 'inRoom'],
  ['→ agent in the room (media server, agent)', 'inRoom', 'agentInRoom'],
  ['→ call made (worker)', 'agentInRoom', 'made'],
  ['→ 200 (worker, agent, gateway)', 'made', 'answered'],
  ['→ first sound (agent)', 'answered', 'heard'],
  ['INVITE → 200', 'invited', 'answered'],
  ['INVITE → first sound', 'invited', 'heard'],
]

export function waitsOf(title: string, all: readonly Reached[]): string {
  const at = (sorted: number[], share: number): string =>
    String(Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? NaN)).padStart(7)
  const lines = rows.map(([name, from, to]) => {
    const sorted = all.map((each) => each[to] - each[from]).toSorted((a, b) => a - b)
    return `${name.padEnd(42)}${at(sorted, 0.5)}${at(sorted, 0.95)}`
  })
  return [`${title}, ms`.padEnd(42) + '    p50    p95', ...lines].join('\n')
}
