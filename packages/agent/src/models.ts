// The two models on this machine, both run on threads of their own: is this a voice, and does it sound finished.

import { createRequire } from 'node:module'
import { FewAtOnce } from './few-at-once.ts'

export type VoiceModel = {
  /** How likely these samples are a voice; exactly WINDOW of them, one window after the other. */
  predict(samples: Int16Array): Promise<number>
}

const native = createRequire(import.meta.url)('@livekit/local-inference') as {
  createVad(): VoiceModel
  predict(samples: Int16Array): Promise<number>
  initVad(): void
  initEot(): void
}

/** Samples at 16 kHz: 32 ms. */
export const WINDOW = 512
/** What the end-of-turn model looks at. */
export const LOOKED_AT = 19_200

export const newVoiceModel = (): VoiceModel => native.createVad()

/** A look takes up to 100 ms of a core, and the voices of all calls need the same four threads every 32 ms. */
const looks = new FewAtOnce(2)

/**
 * How likely it is that the turn ended here: 16 kHz mono, the last 1.2 s with at least 200 ms of silence.
 * @returns undefined when too many turns end at once to tell in time
 */
export const endOfTurn = (samples: Int16Array, withinMs: number): Promise<number | undefined> =>
  looks.run(() => native.predict(samples), withinMs)

/** Loads both once, so that the first call does not wait for them. */
export function warmModels(detector: 'v1-mini' | 'vad'): void {
  native.initVad()
  if (detector === 'v1-mini') native.initEot()
}
