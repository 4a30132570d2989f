// What the microphone hears, cut into utterances: voice activity and how finished the end of it sounds.

import { createRequire } from 'node:module'
import { inference, normalizeLanguage, VADEventType, type VADStream } from '@livekit/agents'
import { AudioFrame } from '@livekit/rtc-node'
import type { Sound, Tuning } from './turn-taking.ts'

export const EAR_RATE = 16_000
/** Words begin before the detector is sure of them. */
const BEFORE_MS = 450
const MOST_MS = 60_000
/** For languages that the model was not measured in. */
const SURE = 0.36
/** Below this part of the threshold nobody would take it for an end. */
const UNSURE = 0.4

export type EarEvents = {
  speech(): void
  /** About every 32 ms while somebody speaks. */
  speaking(forMs: number): void
  /** Silence has begun; called once after each stretch of speech. */
  pause(): void
}

/** Keeps the last minute in a ring; `heard` copies from it, since the detector's own frames are overwritten. */
export class Ears {
  readonly #vad: VADStream
  readonly #turn: ReturnType<inference.TurnDetector['stream']> | undefined
  readonly #ring = new Int16Array((MOST_MS / 1000) * EAR_RATE)
  readonly #events: EarEvents
  readonly #tuning: Tuning
  #written = 0
  #spokeFrom: number | undefined
  #isSpeaking = false
  /** When the last voice was heard, by performance.now(). */
  endedAt = 0

  constructor(tuning: Tuning, detector: 'v1-mini' | 'vad', events: EarEvents) {
    this.#tuning = tuning
    this.#events = events
    this.#vad = new inference.VAD({ minSpeechDuration: tuning.speechMs, minSilenceDuration: tuning.silenceMs }).stream()
    if (detector === 'v1-mini') this.#turn = new inference.TurnDetector({ version: 'v1-mini', executor }).stream()
    void this.#listen()
  }

  /** 16 kHz mono. */
  push(samples: Int16Array): void {
    const own = samples.slice()
    for (let from = 0; from < own.length;) {
      const at = this.#written % this.#ring.length
      const part = own.subarray(from, from + this.#ring.length - at)
      this.#ring.set(part, at)
      this.#written += part.length
      from += part.length
    }
    const frame = new AudioFrame(own, EAR_RATE, 1, own.length)
    this.#vad.pushFrame(frame)
    this.#turn?.pushAudio(frame)
  }

  /** What was said since the last `forget`. */
  heard(): Int16Array {
    const from = Math.max(this.#spokeFrom ?? this.#written, this.#written - this.#ring.length, 0)
    return Int16Array.from({ length: this.#written - from }, (_, i) => this.#ring[(from + i) % this.#ring.length] ?? 0)
  }

  /** The utterance is done with; the next speech begins a new one. */
  forget(): void {
    this.#spokeFrom = this.#isSpeaking ? this.#written : undefined
  }

  /** How the last second sounds; finished without a model for it. */
  async ending(lang: string): Promise<Sound> {
    if (this.#turn === undefined) return 'finished'
    const threshold = (await this.#turn.unlikelyThreshold(normalizeLanguage(lang))) ?? SURE
    const { endOfTurnProbability: likely } = await this.#turn.predict().await
    return likely >= threshold ? 'finished' : likely >= threshold * UNSURE ? 'unsure' : 'unfinished'
  }

  close(): void {
    this.#vad.close()
    void this.#turn?.aclose()
  }

  async #listen(): Promise<void> {
    for await (const { type, speechDuration } of this.#vad) {
      if (type === VADEventType.START_OF_SPEECH) {
        this.#isSpeaking = true
        this.#spokeFrom ??= Math.max(0, this.#written - ((BEFORE_MS + this.#tuning.speechMs) / 1000) * EAR_RATE)
        this.#events.speech()
      } else if (type === VADEventType.INFERENCE_DONE) {
        if (this.#isSpeaking) this.#events.speaking(speechDuration)
      } else if (type === VADEventType.END_OF_SPEECH) {
        this.#isSpeaking = false
        this.endedAt = performance.now() - this.#tuning.silenceMs
        this.#events.pause()
      }
    }
  }
}

type Native = { predict(pcm: Int16Array): Promise<number>; initEot(): void; initVad(): void }
const native = createRequire(import.meta.url)('@livekit/local-inference') as Native

/** Loads both models once, so that the first call does not wait for them. */
export function warmEars(detector: 'v1-mini' | 'vad'): void {
  native.initVad()
  if (detector === 'v1-mini') native.initEot()
}

/** The framework asks another process for this; here it runs on a thread of this one, 10 ms each. */
const executor = {
  async doInference(_method: string, data: unknown): Promise<unknown> {
    const bytes = Buffer.from((data as { pcm: string }).pcm, 'base64')
    const from = performance.now()
    const probability = await native.predict(new Int16Array(new Uint8Array(bytes).buffer))
    return { probability, inferenceDurationMs: performance.now() - from }
  },
}
