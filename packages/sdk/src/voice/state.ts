import type { CallEndReason } from '../types.ts'
import type { FoyerError } from '../errors.ts'
import type { StreamEvent } from '../types.ts'

/** Why there is no call (any more): the service's reasons, and what may stand between a device and a call. */
export type EndReason =
  | CallEndReason
  /** The visitor, or a policy of the page, refused the microphone. */
  | 'microphone_refused'
  | 'no_microphone'
  /** Another program holds it. */
  | 'microphone_busy'
  /** No WebRTC, or a page without https. */
  | 'unsupported'
  /** Every line of the business is taken. */
  | 'lines_busy'
  /** Nobody could answer, or recognise what is said. */
  | 'voice_unavailable'
  /** Another tab is in it, or took it over. */
  | 'call_running'
  /** The service or the media server could not be reached. */
  | 'unreachable'

/** Where a call is; `reconnecting` says whom we wait for. */
export type CallState =
  | { kind: 'asking' | 'connecting' | 'listening' | 'thinking' | 'speaking' }
  | { kind: 'reconnecting'; what: 'network' | 'assistant' }
  | { kind: 'ended'; reason: EndReason }

export type Quality = 'unknown' | 'good' | 'fair' | 'lost'

export interface Caption {
  who: 'visitor' | 'assistant'
  /** Stays the same while the words grow. */
  id: string
  text: string
  final: boolean
}

export interface Device {
  kind: 'microphone' | 'speaker'
  id: string
  label: string
  active: boolean
}

export type CallEvent =
  | { type: 'state'; state: CallState }
  /** There is a call: its id brings one back into it after a reload. */
  | { type: 'begun'; callId: string }
  /** How loud each is, 0 to 1, twenty times a second. */
  | { type: 'level'; microphone: number; assistant: number }
  /** Words as they are recognised or spoken; for the eye only: what stands in the end comes as `told`. */
  | { type: 'caption'; caption: Caption }
  | { type: 'quality'; quality: Quality }
  /** The browser plays nothing before a press: call `play()` from one. */
  | { type: 'playback'; blocked: boolean }
  | { type: 'muted'; muted: boolean }
  | { type: 'devices' }
  /** An event of the conversation; left out when you follow it yourself. */
  | { type: 'told'; event: StreamEvent }
  /** Something failed that the call survives. */
  | { type: 'error'; error: FoyerError }
