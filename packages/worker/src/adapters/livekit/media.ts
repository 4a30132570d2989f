import { AgentDispatchClient, JobRestartPolicy, RoomServiceClient, ServerError } from 'livekit-server-sdk'
import type { Media } from '../../ports/media.ts'
import type { Config } from '../../shared/config.ts'
import { hearing } from './hearing.ts'
import { asked } from './asked.ts'
import { whoIs } from './participant.ts'
import { callerToken, joinToken } from './token.ts'

const timeoutS = 3

type LiveKitConfig = Pick<Config, 'LIVEKIT_URL' | 'LIVEKIT_API_KEY' | 'LIVEKIT_API_SECRET' | 'LIVEKIT_AGENT_NAME'>

/** A LiveKit server, or LiveKit Cloud; null when none is set up. Keys are passed on: in a Worker there is no process.env. */
export function liveKitMedia(config: LiveKitConfig): Media | null {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = config
  if (url === undefined || key === undefined || secret === undefined) return null
  const options = { failover: false, requestTimeout: timeoutS }
  const rooms = new RoomServiceClient(url, key, secret.reveal(), options)
  const dispatches = new AgentDispatchClient(url, key, secret.reveal(), options)
  return {
    rooms: {
      open: (name, { mostPeople, emptyMs }) =>
        asked(async () => {
          const seconds = Math.ceil(emptyMs / 1000)
          await rooms.createRoom({
            name,
            maxParticipants: mostPeople,
            emptyTimeout: seconds,
            departureTimeout: seconds,
          })
        }),
      people: (room) =>
        asked(async () => {
          // A room that is not there has no participants either: only the list of rooms tells the two apart.
          const people = await rooms.listParticipants(room)
          if (people.length === 0 && (await rooms.listRooms([room])).length === 0) return null
          return people.map(whoIs)
        }),
      hears: (room, identity, trackIds, isHeard) =>
        asked(() => unlessMissing(rooms.updateSubscriptions(room, identity, [...trackIds], isHeard))),
      remove: (room, identity) => asked(() => unlessMissing(rooms.removeParticipant(room, identity))),
      close: (room) => asked(() => unlessMissing(rooms.deleteRoom(room))),
      ticket: async (room, who, joinWithinMs) => {
        const login = { key, secret: secret.reveal(), agentName: config.LIVEKIT_AGENT_NAME }
        const token =
          typeof who === 'string'
            ? await joinToken(login, room, who, joinWithinMs)
            : await callerToken(login, room, who, joinWithinMs)
        return { url: url.replace(/^http/, 'ws'), token }
      },
    },
    dispatch: {
      // Not tried again: an answer that was lost may have sent an agent already, and two would talk.
      ask: (room, metadata) =>
        asked(async () => {
          // Who comes after a lost agent is decided by the watch over the call, and by nobody else.
          const more = { metadata, restartPolicy: JobRestartPolicy.JRP_NEVER }
          return (await dispatches.createDispatch(room, config.LIVEKIT_AGENT_NAME, more)).id
        }, 1),
      find: (room, dispatchId) =>
        asked(async () => {
          const asking = dispatches.getDispatch(dispatchId, room)
          asking.catch(() => undefined)
          // Asked about a room that is not there, the server says nothing until the time is over.
          if ((await rooms.listRooms([room])).length === 0) return null
          const found = await asking
          if (found === undefined) return null
          return { id: found.id, metadata: found.metadata, jobIds: found.state?.jobs.map((job) => job.id) ?? [] }
        }),
      hear: hearing({ key, secret: secret.reveal() }),
    },
  }
}

async function unlessMissing(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof ServerError && error.status === 404)) throw error
  })
}
