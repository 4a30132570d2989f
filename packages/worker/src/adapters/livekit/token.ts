import { AccessToken, TrackSource } from 'livekit-server-sdk'

/** Microphone and data in one room; no agent comes with it and no room is made by it, so a used one gains nothing. */
export async function joinToken(
  login: { key: string; secret: string },
  room: string,
  identity: string,
  joinWithinMs: number,
): Promise<string> {
  const token = new AccessToken(login.key, login.secret, { identity, ttl: Math.ceil(joinWithinMs / 1000) })
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
