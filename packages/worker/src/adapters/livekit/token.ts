import { AccessToken, RoomAgentDispatch, RoomConfiguration, TrackSource } from 'livekit-server-sdk'
import type { SimulatedCaller } from '../../ports/media.ts'

interface Login {
  key: string
  secret: string
}

/** Microphone and data in one room; no agent comes with it and no room is made by it, so a used one gains nothing. */
export function joinToken(login: Login, room: string, identity: string, joinWithinMs: number): Promise<string> {
  return granted(new AccessToken(login.key, login.secret, { identity, ttl: secondsOf(joinWithinMs) }), room)
}

/**
 * The same for somebody who calls by a simulated line: the room is made by their joining and asks for an agent, as the
 * gateway's rule does. What the gateway says of a caller is signed here, and they cannot change it.
 */
export function callerToken(
  login: Login & { agentName: string },
  room: string,
  { line, job }: SimulatedCaller,
  joinWithinMs: number,
): Promise<string> {
  const token = new AccessToken(login.key, login.secret, {
    identity: `sip_${line.from || 'anonymous'}`,
    name: `Phone ${line.from}`,
    ttl: secondsOf(joinWithinMs),
    attributes: {
      'sip.callID': `SCL_${crypto.randomUUID()}`,
      'sip.callStatus': 'ringing',
      'sip.phoneNumber': line.from,
      'sip.trunkID': line.trunkId,
      'sip.trunkPhoneNumber': line.dialled,
    },
  })
  token.kind = 'sip'
  const agents = [new RoomAgentDispatch({ agentName: login.agentName, metadata: job })]
  token.roomConfig = new RoomConfiguration({ agents, departureTimeout: 20 })
  return granted(token, room)
}

const secondsOf = (ms: number): number => Math.ceil(ms / 1000)

function granted(token: AccessToken, room: string): Promise<string> {
  token.addGrant({
    roomJoin: true,
    roomCreate: false,
    room,
    canPublish: true,
    canPublishSources: [TrackSource.MICROPHONE],
    canPublishData: true,
    canSubscribe: true,
    canUpdateOwnMetadata: false,
  })
  return token.toJwt()
}
