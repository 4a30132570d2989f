import { expect } from 'vitest'
import type { Media } from '../../ports/media.ts'

/** What we count on of a media server, and what its stand-in in the worker's tests must do as it does. */
export const mediaContract: readonly (readonly [string, (media: Media, room: string) => Promise<void>])[] = [
  [
    'a room that nobody made has no people, no dispatches, and nothing to take away',
    async ({ rooms, dispatch }, room) => {
      expect(await rooms.people(room)).toBeNull()
      expect(await dispatch.find(room, 'AD_none')).toBeNull()
      await rooms.remove(room, 'visitor-1')
      await rooms.close(room)
    },
  ],
  [
    'a room is made once, however often it is asked for, and is empty',
    async ({ rooms }, room) => {
      await rooms.open(room, { mostPeople: 3, emptyMs: 60_000 })
      await rooms.open(room, { mostPeople: 3, emptyMs: 60_000 })
      expect(await rooms.people(room)).toEqual([])
      await rooms.remove(room, 'visitor-1')
    },
  ],
  [
    'an agent is asked for before anybody joined, and each ask is found with what we wrote into it',
    async ({ rooms, dispatch }, room) => {
      await rooms.open(room, { mostPeople: 3, emptyMs: 60_000 })
      const asks = [await dispatch.ask(room, '{"generation":1}'), await dispatch.ask(room, '{"generation":2}')]
      expect(new Set(asks).size).toBe(2)
      for (const [at, id] of asks.entries())
        expect(await dispatch.find(room, id)).toMatchObject({ id, metadata: `{"generation":${at + 1}}` })
      expect(await dispatch.find(room, 'AD_none')).toBeNull()
    },
  ],
  [
    'an agent that is asked into a room that is not there makes that room',
    async ({ rooms, dispatch }, room) => {
      const id = await dispatch.ask(room, '{}')
      expect(await rooms.people(room)).toEqual([])
      expect(await dispatch.find(room, id)).toMatchObject({ id })
    },
  ],
  [
    'a room that was closed is gone with its dispatches',
    async ({ rooms, dispatch }, room) => {
      await rooms.open(room, { mostPeople: 3, emptyMs: 60_000 })
      const id = await dispatch.ask(room, '{}')
      await rooms.close(room)
      await expect.poll(() => rooms.people(room), { timeout: 10_000 }).toBeNull()
      expect(await dispatch.find(room, id)).toBeNull()
    },
  ],
  [
    'a ticket opens one room to one visitor, for a while, with microphone and data only',
    async ({ rooms }, room) => {
      const { url, token } = await rooms.ticket(room, 'visitor-1', 120_000)
      expect(url).toMatch(/^wss?:/)
      const claims = JSON.parse(atob(token.split('.')[1] ?? '')) as { video: object; exp: number; nbf: number }
      expect(claims).toMatchObject({ sub: 'visitor-1', video: { room, roomJoin: true, roomCreate: false } })
      expect(claims.video).toMatchObject({ canPublishSources: ['microphone'], canPublishData: true })
      expect(claims.exp - claims.nbf).toBeLessThanOrEqual(120)
    },
  ],
  [
    'a simulated caller’s ticket says by which line they call and asks for an agent, and they can change none of it',
    async ({ rooms }, room) => {
      const line = { trunkId: 'ST_1', dialled: '+15055550142', from: '+15055550177' }
      const { token } = await rooms.ticket(room, { line, job: '{"phone":true}' }, 120_000)
      const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))
      expect(claims).toMatchObject({
        ...{ sub: 'sip_+15055550177', kind: 'sip', video: { room, roomCreate: false, canUpdateOwnMetadata: false } },
        attributes: { 'sip.trunkID': 'ST_1', 'sip.trunkPhoneNumber': '+15055550142', 'sip.phoneNumber': line.from },
        roomConfig: { agents: [{ metadata: '{"phone":true}' }] },
      })
    },
  ],
]
