import { systemClock } from './clock.ts'
import type { Foyer } from './foyer.ts'
import { Call, type CallOptions } from './voice/call.ts'
import { createMeters } from './voice/meters.ts'
import { openMicrophone } from './voice/microphone.ts'
import { joinWith } from './voice/room.ts'

export { type Phone, type PhoneEnd, startPhone } from './voice/phone.ts'
export type { Call, CallOptions } from './voice/call.ts'
export type { CallEvent, CallState, Caption, Device, EndReason, Quality } from './voice/state.ts'

/**
 * Begins a call in the visitor's conversation: asks for the microphone, then for a room. Say before that an AI answers and
 * whether anything is recorded (`config.voice.notice`); offer it only where `config.voice` is. Needs `livekit-client`,
 * which is fetched now and not earlier.
 * @example
 * const call = startCall(foyer, {
 *   call: { recording: 'not_asked', noticeVersion: voice.notice.version },
 *   onEvent: (event) => event.type === 'state' && console.log(event.state.kind),
 * })
 * const reason = await call.ended
 */
export function startCall(foyer: Pick<Foyer, 'conversation'>, options: CallOptions): Call {
  const loadRoom = async () => joinWith(await import('livekit-client'))
  return new Call(foyer.conversation, options, { loadRoom, openMicrophone, createMeters, clock: systemClock })
}

/** Whether this page could make a call at all; asks for nothing. */
export function canCall(): boolean {
  return 'RTCPeerConnection' in globalThis && (globalThis.navigator as Partial<Navigator>).mediaDevices !== undefined
}
