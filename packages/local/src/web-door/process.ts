// The web door's process: it ends with the one that started it.

import { openWebDoor, type OpenDoor } from './door.ts'

export type DoorRequest =
  | { kind: 'open'; port: number; secret: string; loopbackOrigins: string[] }
  | { kind: 'allow'; origin: string }
export type DoorReply = { kind: 'ready' } | { kind: 'failed'; message: string }

let door: OpenDoor | undefined

async function take(request: DoorRequest): Promise<void> {
  if (request.kind === 'allow') return door?.allowLoopback(request.origin)
  try {
    door = await openWebDoor(request)
    process.send?.({ kind: 'ready' } satisfies DoorReply)
  } catch (error) {
    process.send?.({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    } satisfies DoorReply)
  }
}

process.on('message', (request: DoorRequest) => void take(request))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
