// What the microphone hears, cut into utterances: voice activity and how finished the end of it sounds.

import { endOfTurn, LOOKED_AT } from './models.ts'
import type { Sound, Tuning } from './turn-taking.ts'
import { VoiceActivity } from './voice-activity.ts'

export const EAR_RATE = 16_000
/** Words begin before the detector is sure of them. */
const BEFORE_MS = 450
const MOST_MS = 60_000
/** The end-of-turn model was made for pauses of at least 200 ms. */
const PAUSE_MS = 224
/** Later than this it would keep somebody waiting. */
const LOOK_MS = 300
/** By language, as the model's makers measured it (turn detector v1-mini); others are taken for English. */
const finished: Readonly<Record<string, number>> = {
  ar: 0.35,
  de: 0.245,
  en: 0.36,
  es: 0.35,
  fr: 0.285,
  hi: 0.305,
  id: 0.345,
  it: 0.23,
  ja: 0.295,
  ko: 0.4,
  nl: 0.2,
  pt: 0.32,
  tr: 0.255,
  zh: 0.355,
}
const ENGLISH = 0.36
/** Below this part of the threshold nobody would take it for an end. */
const UNSURE = 0.4

export type EarEvents = {
  /** A first sound like a voice; `speech` or `noSpeech` follows. */
  sound(): void
  noSpeech(): void
  speech(): void
  /** Every 32 ms while somebody speaks. */
  speaking(forMs: number): void
  /** Silence has begun; called once after each stretch of speech. */
  pause(): void
}

/** Keeps the last minute in a ring. */
export class Ears {
  readonly #voice: VoiceActivity
  readonly #detector: 'v1-mini' | 'vad'
  readonly #ring = new Int16Array((MOST_MS / 1000) * EAR_RATE)
  #written = 0
  #spokeFrom: number | undefined
  #isSpeaking = false
  /** When the last voice was heard, by performance.now(). */
  endedAt = 0

  constructor(tuning: Tuning, detector: 'v1-mini' | 'vad', events: EarEvents) {
    this.#detector = detector
    this.#voice = new VoiceActivity(tuning, {
      sound: () => events.sound(),
      noSpeech: () => events.noSpeech(),
      speech: (forMs, upTo) => {
        this.#isSpeaking = true
        this.#spokeFrom ??= Math.max(0, upTo - ((BEFORE_MS + forMs) / 1000) * EAR_RATE)
        events.speech()
      },
      speaking: (forMs) => events.speaking(forMs),
      pause: (since) => {
        this.#isSpeaking = false
        this.endedAt = since
        events.pause()
      },
    })
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking
  }

  /** 16 kHz mono. */
  push(samples: Int16Array): void {
    for (let from = 0; from < samples.length;) {
      const at = this.#written % this.#ring.length
      const part = samples.subarray(from, from + this.#ring.length - at)
      this.#ring.set(part, at)
      this.#written += part.length
      from += part.length
    }
    this.#voice.push(samples)
  }

  /** What was said since the last `forget`. */
  heard(): Int16Array {
    return this.#last(this.#written - (this.#spokeFrom ?? this.#written))
  }

  /** The utterance is done with; the next speech begins a new one. */
  forget(): void {
    this.#spokeFrom = this.#isSpeaking ? this.#written : undefined
  }

  /** How the end of it sounds, once it has been quiet for long enough to tell; finished without a model for it. */
  async ending(lang: string): Promise<Sound> {
    if (this.#detector === 'vad') return 'finished'
    const left = PAUSE_MS - (performance.now() - this.endedAt)
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
    if (this.#isSpeaking) return 'unfinished'
    const threshold = finished[lang] ?? ENGLISH
    const likely = await endOfTurn(this.#last(LOOKED_AT), LOOK_MS)
    if (likely === undefined) return 'unsure'
    return likely >= threshold ? 'finished' : likely >= threshold * UNSURE ? 'unsure' : 'unfinished'
  }

  close(): void {
    this.#voice.close()
  }

  #last(count: number): Int16Array {
    const samples = new Int16Array(Math.min(count, this.#written, this.#ring.length))
    const from = (this.#written - samples.length) % this.#ring.length
    const upToEnd = this.#ring.subarray(from, from + samples.length)
    samples.set(upToEnd)
    samples.set(this.#ring.subarray(0, samples.length - upToEnd.length), upToEnd.length)
    return samples
  }
}
