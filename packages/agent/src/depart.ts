import { setTimeout as sleep } from 'node:timers/promises'
import type { Room } from '@livekit/rtc-node'

/** Leaving takes some milliseconds, or, when the server closes the room at that moment, for ever (rtc-node 0.13). */
const LEAVES_MS = 2000

/**
 * Leaves a room for good. One that the server closed goes on listening to everything in this process, each frame of each
 * other call (rtc-node 0.13 lets go of it only when we leave first): the process would grow slower with every call.
 */
export async function depart(room: Room): Promise<void> {
  const client = globalThis._ffiClientInstance
  const before = new Set(client?.listeners('ffi_event'))
  const leaving = room.disconnect().catch(() => undefined)
  const waiting = client?.listeners('ffi_event').filter((each) => !before.has(each)) ?? []
  await Promise.race([leaving, sleep(LEAVES_MS, undefined, { ref: false })])
  for (const each of [...waiting, room['onFfiEvent']]) client?.off('ffi_event', each)
}
