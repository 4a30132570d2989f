import type { CallJoin } from '../types.ts'
import type { Caption, Device, Quality } from './state.ts'

/** The connection to a room, in our words; `room.ts` makes it of LiveKit. */
export interface Line {
  /** Undefined while no assistant is in the room. */
  assistant(): AssistantState | undefined
  setMuted(muted: boolean): Promise<void>
  sendText(text: string, messageId: string): Promise<void>
  devices(): Promise<Device[]>
  useDevice(kind: Device['kind'], id: string): Promise<void>
  /** 0 to 1. */
  setVolume(volume: number): void
  /** After a press, where the browser wanted one. */
  play(): Promise<void>
  close(): Promise<void>
}

export type AssistantState = 'listening' | 'thinking' | 'speaking'

/** `gone`: the room, or our place in it, was taken away; `taken`: the same visitor joined from elsewhere. */
export type Closed = 'gone' | 'taken' | 'lost'

export interface LineEvents {
  /** The assistant came, left, or does something else. */
  changed(): void
  caption(caption: Caption): void
  network(state: 'away' | 'back'): void
  closed(why: Closed): void
  quality(quality: Quality): void
  playback(blocked: boolean): void
  devices(): void
  /** What can be measured: which track carries whom. */
  track(who: 'microphone' | 'assistant', track: MediaStreamTrack | undefined): void
  microphoneLost(): void
}

export type JoinRoom = (join: CallJoin, microphone: MediaStreamTrack, events: LineEvents) => Promise<Line>
