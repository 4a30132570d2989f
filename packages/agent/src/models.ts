// The two models on this machine, both run on threads of their own: is this a voice, and does it sound finished.

import { createRequire } from 'node:module'

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

/** How likely it is that the turn ended here: 16 kHz mono, the last 1.2 s with at least 200 ms of silence. */
export const endOfTurn = (samples: Int16Array): Promise<number> => native.predict(samples)

/** Loads both once, so that the first call does not wait for them. */
export function warmModels(detector: 'v1-mini' | 'vad'): void {
  native.initVad()
  if (detector === 'v1-mini') native.initEot()
}
