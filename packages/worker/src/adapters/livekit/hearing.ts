import { WebhookReceiver } from 'livekit-server-sdk'
import type { Happening } from '../../ports/media.ts'
import { whoIs } from './participant.ts'

const kinds: Record<string, Happening['kind']> = {
  room_started: 'room-started',
  room_finished: 'room-finished',
  participant_joined: 'joined',
  participant_left: 'left',
  participant_connection_aborted: 'left',
}

/** LiveKit's webhooks: a JWT in `Authorization` over the body's SHA-256. */
export function hearing(login: { key: string; secret: string }) {
  const receiver = new WebhookReceiver(login.key, login.secret)
  return async (body: string, signature: string): Promise<Happening | null> => {
    const event = await receiver.receive(body, signature.replace(/^Bearer\s+/i, '')).catch(() => null)
    if (event === null) return null
    const who = event.participant === undefined ? null : whoIs(event.participant)
    return { room: event.room?.name ?? '', kind: kinds[event.event] ?? 'other', who }
  }
}
