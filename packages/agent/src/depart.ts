import type { Room } from '@livekit/rtc-node'

/**
 * Leaves a room for good. One that the server closed goes on listening to everything in this process, each frame of each
 * other call (rtc-node 0.13 lets go of it only when we leave first): the process would grow slower with every call.
 */
export async function depart(room: Room): Promise<void> {
  await room.disconnect().catch(() => undefined)
  globalThis._ffiClientInstance?.off('ffi_event', room['onFfiEvent'])
}
