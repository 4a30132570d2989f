// The worker's side of LiveKit, as far as tests without a worker need it: rooms, dispatches, tokens.

import { createHmac } from 'node:crypto'
import type { VoiceSettings } from '../settings.ts'

type Grants = Record<string, unknown>

export function mediaOf({ media, apiKey, apiSecret }: VoiceSettings) {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
  const sign = (sub: string, video: Grants): string => {
    const seconds = Math.floor(Date.now() / 1000)
    const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ iss: apiKey, sub, nbf: seconds - 5, exp: seconds + 300, video })}`
    return `${text}.${createHmac('sha256', apiSecret).update(text).digest('base64url')}`
  }
  const ask = async <Reply>(method: string, body: object, grants: Grants): Promise<Reply> => {
    const response = await fetch(`${media.url.replace(/^ws/, 'http')}/twirp/livekit.${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sign('test', grants)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Reply
  }
  return {
    open: (room: string) =>
      ask('RoomService/CreateRoom', { name: room, empty_timeout: 60, departure_timeout: 20 }, { roomCreate: true }),
    close: (room: string) => ask('RoomService/DeleteRoom', { room }, { roomCreate: true }),
    remove: (room: string, identity: string) =>
      ask('RoomService/RemoveParticipant', { room, identity }, { roomAdmin: true, room }),
    dispatch: (room: string) =>
      ask<{ id: string }>(
        'AgentDispatchService/CreateDispatch',
        { room, agent_name: 'foyer' },
        { roomAdmin: true, room },
      ),
    rooms: async () =>
      (await ask<{ rooms: { name: string }[] }>('RoomService/ListRooms', {}, { roomList: true })).rooms,
    people: async (room: string) =>
      (
        await ask<{
          participants: {
            identity: string
            name: string
            kind: string
            joined_at_ms: string
            attributes: Record<string, string>
          }[]
        }>('RoomService/ListParticipants', { room }, { roomAdmin: true, room })
      ).participants,
    token: (room: string, identity: string) =>
      sign(identity, { roomJoin: true, room, canPublish: true, canPublishData: true, canSubscribe: true }),
  }
}

export type TestMedia = ReturnType<typeof mediaOf>
