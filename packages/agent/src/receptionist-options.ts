// What a receptionist works with: the parts of a call, and what it tells whoever holds them.

import type { CallSetting } from '@foyer/sdk/agent'
import type { Ears } from './ears.ts'
import type { Hears } from './fetching.ts'
import type { Log } from './log.ts'
import type { Mouth, Sink } from './mouth.ts'
import type { Hints, Listener } from './speech/listener.ts'
import type { Speaker } from './speech/speaker.ts'
import type { Awaited, Line } from './turn-taking.ts'
import type { CallLine } from './worker.ts'

export type ReceptionistOptions = {
  /** Of the assistant that speaks now: replaced in place when another one goes on. */
  setting: CallSetting
  line: Pick<CallLine, 'turn' | 'interrupt' | 'spent' | 'change' | 'opening' | 'reach'>
  channel: Line
  listener: Listener
  speaker: Speaker
  mouth: Mouth
  ears: Pick<Ears, 'heard' | 'forget' | 'ending' | 'endedAt'>
  /** What the assistant does now, for the room. */
  show: (state: 'listening' | 'thinking' | 'speaking') => void
  /** What was recognised, for the room; the transcript comes from the worker. */
  recognised: (text: string) => void
  /** What the visitor was asked for, if anything. */
  asked: (field: Awaited | undefined) => void
  /** An utterance is over, and this is what was said; undefined when nobody understood it. */
  uttered: (words: string | undefined) => void
  /** Nobody understood what was said; 16 kHz mono. */
  missed: (samples: Int16Array, hints: Hints) => void
  /** Another assistant goes on: what it speaks with is fetched. */
  handedOn: () => Promise<void>
  /** The caller agreed to be recorded, from here on. */
  record: () => Promise<void>
  /** Where we speak to who was rung. */
  openAside: () => Promise<Sink>
  /** Nothing is heard of two people who talk; who waits for somebody is not recorded either. */
  hears: (what: Hears) => void
  /** The caller is not with us any more. */
  handedOver: () => void
  /** The call is over on our side. */
  leave: (reason: 'silence' | 'time_limit' | 'assistant_ended') => void
  log: Log
}
