// A media server for tests: LiveKit's room and dispatch services as far as the worker uses them, without any media.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { scriptedSip } from './scripted-sip.ts'

interface Dispatch {
  id: string
  room: string
  agentName: string
  metadata: string
  state: { jobs: { id: string; dispatchId: string }[] }
}

interface Room {
  name: string
  maxParticipants: number
  participants: {
    identity: string
    kind: 'STANDARD' | 'AGENT' | 'SIP'
    attributes?: Record<string, string>
    tracks?: { sid: string; name: string }[]
  }[]
  /** Whom somebody does not hear, as `listener track`. */
  unheard: string[]
  dispatches: Dispatch[]
}

type Asked = Record<string, unknown> & { room?: string; name?: string }
type Answer = { status: number; body: unknown }

const ok = (body: unknown = {}): Answer => ({ status: 200, body })
const missing = (msg: string): Answer => ({ status: 404, body: { code: 'not_found', msg } })

/** Every dispatch gets its job at once, as if an idle agent stood ready. `/test/…` lets a test make people come and go. */
export async function startScriptedMedia(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const rooms = new Map<string, Room>()
  /** How often a method still fails for a room. */
  const broken = new Map<string, number>()
  let made = 0

  const services: Record<string, (asked: Asked) => Answer> = {
    ...scriptedSip(),
    'RoomService/CreateRoom': ({ name = '', maxParticipants }) => {
      const room = rooms.get(name) ?? {
        name,
        maxParticipants: Number(maxParticipants),
        participants: [],
        unheard: [],
        dispatches: [],
      }
      rooms.set(name, room)
      return ok({ sid: `RM_${name}`, name })
    },
    'RoomService/ListRooms': ({ names }) =>
      ok({
        rooms: [...rooms.values()]
          .filter(({ name }) => (names as string[]).includes(name))
          .map(({ name }) => ({ name })),
      }),
    'RoomService/DeleteRoom': ({ room = '' }) => (rooms.delete(room) ? ok() : missing('requested room does not exist')),
    'RoomService/ListParticipants': ({ room = '' }) => ok({ participants: rooms.get(room)?.participants ?? [] }),
    'RoomService/RemoveParticipant': ({ room = '', identity }) => {
      const found = rooms.get(room)
      const stays = found?.participants.filter((one) => one.identity !== identity) ?? []
      if (found === undefined || stays.length === found.participants.length)
        return missing('participant does not exist')
      found.participants = stays
      return ok()
    },
    'RoomService/UpdateSubscriptions': ({ room = '', identity, trackSids, subscribe }) => {
      const found = rooms.get(room)
      if (found === undefined) return missing('room does not exist')
      const pairs = ((trackSids ?? []) as string[]).map((sid) => `${String(identity)} ${sid}`)
      const others = found.unheard.filter((pair) => !pairs.includes(pair))
      found.unheard = subscribe === true ? others : [...others, ...pairs]
      return ok()
    },
    'AgentDispatchService/CreateDispatch': ({ room = '', agentName, metadata }) => {
      const found = rooms.get(room) ?? { name: room, maxParticipants: 0, participants: [], unheard: [], dispatches: [] }
      rooms.set(room, found)
      const id = `AD_${++made}`
      const jobs = [{ id: `AJ_${made}`, dispatchId: id }]
      const dispatch = { id, room, agentName: String(agentName), metadata: String(metadata), state: { jobs } }
      found.dispatches.push(dispatch)
      return ok(dispatch)
    },
    'AgentDispatchService/ListDispatch': ({ room = '', dispatchId }) => {
      const found = rooms.get(room)
      if (found === undefined) return { status: 408, body: { code: 'deadline_exceeded', msg: 'request timed out' } }
      return ok({
        agentDispatches: found.dispatches.filter(
          ({ id }) => dispatchId === undefined || dispatchId === '' || id === dispatchId,
        ),
      })
    },
  }

  const forTests: Record<string, (asked: Asked) => Answer> = {
    look: ({ room = '' }) => ok(rooms.get(room) ?? null),
    join: ({ room = '', identity, kind, attributes, tracks }) => {
      rooms.get(room)?.participants.push({
        identity: String(identity),
        kind: kind === 'AGENT' || kind === 'SIP' ? kind : 'STANDARD',
        ...(attributes === undefined ? {} : { attributes: attributes as Record<string, string> }),
        tracks: ((tracks ?? []) as string[]).map((name) => ({ sid: `${String(identity)}/${name}`, name })),
      })
      return ok()
    },
    /** The gateway hands over a call: it makes the room, stands in it for the caller, and asks for an agent. */
    ring: ({ room = '', attributes, metadata }) => {
      const caller = attributes as Record<string, string>
      const identity = `sip_${caller['sip.phoneNumber']}`
      const tracks = [{ sid: `${identity}/voice`, name: 'voice' }]
      const participants = [{ identity, kind: 'SIP' as const, attributes: caller, tracks }]
      rooms.set(room, { name: room, maxParticipants: 0, participants, unheard: [], dispatches: [] })
      return services['AgentDispatchService/CreateDispatch']?.({ room, agentName: 'foyer', metadata }) ?? ok()
    },
    leave: ({ room = '', identity }) => services['RoomService/RemoveParticipant']?.({ room, identity }) ?? ok(),
    /** The server died and came back: it knows nothing. */
    forget: ({ room = '' }) => ok({ known: rooms.delete(room) }),
    /** It cannot be reached, so many times. */
    break: ({ room = '', method, times }) => ok({ known: broken.set(`${String(method)} ${room}`, Number(times)).size }),
  }

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const path = request.url ?? ''
    const asked = JSON.parse((await textOf(request)) || '{}') as Asked
    if (path.startsWith('/test/')) return forTests[path.slice('/test/'.length)]?.(asked) ?? missing(path)
    if (!/^Bearer \S+\.\S+\.\S+$/.test(request.headers.authorization ?? ''))
      return { status: 401, body: { code: 'unauthenticated', msg: 'permissions denied' } }
    const method = path.replace('/twirp/livekit.', '')
    const failures = broken.get(`${method} ${asked.room}`) ?? 0
    if (failures > 0) {
      broken.set(`${method} ${asked.room}`, failures - 1)
      return { status: 503, body: { code: 'unavailable', msg: 'no response from servers' } }
    }
    return services[method]?.(asked) ?? missing(path)
  }

  const server = createServer((request, response) => void answer(request).then((reply) => send(response, reply)))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
