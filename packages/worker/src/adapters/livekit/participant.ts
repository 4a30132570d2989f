import type { ParticipantInfo } from 'livekit-server-sdk'
import { type Participant, personPrefix } from '../../ports/media.ts'

/** ParticipantInfo.Kind of the protocol. */
const kinds = { phone: 3, agent: 4 }
const statuses: Record<string, 'answered' | 'hung_up'> = { active: 'answered', hangup: 'hung_up' }

export function whoIs({ identity, kind, attributes, tracks }: ParticipantInfo): Participant {
  const who = { identity, tracks: tracks.map(({ sid, name }) => ({ id: sid, name })) }
  if (Number(kind) === kinds.phone) {
    const at = (name: string) => attributes[`sip.${name}`] ?? ''
    const status = statuses[at('callStatus')] ?? 'ringing'
    const result = attributes['foyer.simulated'] ?? ''
    if (identity.startsWith(personPrefix)) return { ...who, kind: 'person', status, result }
    const line = {
      trunkId: at('trunkID'),
      dialled: numberIn(at('trunkPhoneNumber')),
      from: numberIn(at('phoneNumber')),
    }
    return { ...who, kind: 'caller', status, line, result }
  }
  return {
    ...who,
    kind: identity.startsWith('visitor-') ? 'visitor' : Number(kind) === kinds.agent ? 'agent' : 'other',
  }
}

/** Whatever a carrier puts there: a number, "anonymous", or 10 kB of something else. */
const numberIn = (said: string) => (/^\+[1-9]\d{6,14}$/.test(said) ? said : '')
