import { newVoiceModel, type VoiceModel, WINDOW } from './models.ts'

const WINDOW_MS = 32
/** A voice begins above the one, and goes on above the other (Silero's own values). */
const BEGINS = 0.5
const GOES_ON = 0.35
/** From here on it may be the beginning of one; what stays so for longer than this many windows is a murmur in the room. */
const PERHAPS = 0.25
const MOST_PERHAPS = 4
/** 30 dB below the voice itself nobody speaks any more; the model needs two or three windows longer to say so. */
const FADED = 0.0316
/** How much a window counts in how loud the voice is: about the last third of a second. */
const NEWEST = 0.1

export type VoiceEvents = {
  /** A first sound like a voice; `speech` or `noSpeech` follows. */
  sound(): void
  noSpeech(): void
  /** Speech has begun, this long before so many samples of all: by now more may have been heard. */
  speech(forMs: number, upTo: number): void
  /** Every 32 ms while somebody speaks. */
  speaking(forMs: number): void
  /** Silence has begun, at this time by performance.now(); called once after each stretch of speech. */
  pause(since: number): void
}

export type VoiceTuning = {
  /** Voice without a break that counts as speech. */
  speechMs: number
  /** Silence after which speech has paused. */
  silenceMs: number
}

/** Who speaks and who does not, window by window, in the order they were heard. */
export class VoiceActivity {
  readonly #model: VoiceModel
  readonly #tuning: VoiceTuning
  readonly #events: VoiceEvents
  #window = new Int16Array(WINDOW)
  #filled = 0
  #judging: Promise<void> = Promise.resolve()
  #isSpeaking = false
  #voicedMs = 0
  #judged = 0
  #silentMs = 0
  /** In so many windows it may have begun. */
  #perhaps = 0
  /** How loud this voice is, in this stretch of speech. */
  #loudness = 0
  #isClosed = false

  constructor(tuning: VoiceTuning, events: VoiceEvents, model: VoiceModel = newVoiceModel()) {
    this.#model = model
    this.#tuning = tuning
    this.#events = events
  }

  /** 16 kHz mono. */
  push(samples: Int16Array): void {
    for (let from = 0; from < samples.length;) {
      const part = samples.subarray(from, from + WINDOW - this.#filled)
      this.#window.set(part, this.#filled)
      this.#filled += part.length
      from += part.length
      if (this.#filled < WINDOW) return
      const window = this.#window
      const heardAt = performance.now()
      this.#judging = this.#judging.then(() => this.#judge(window, heardAt))
      this.#window = new Int16Array(WINDOW)
      this.#filled = 0
    }
  }

  close(): void {
    this.#isClosed = true
  }

  /** A window that cannot be judged is silent. */
  async #judge(window: Int16Array, heardAt: number): Promise<void> {
    if (this.#isClosed) return
    const likely = await this.#model.predict(window).catch(() => 0)
    if (this.#isClosed) return
    this.#judged += WINDOW
    if (this.#isSpeaking) this.#voicedMs += WINDOW_MS
    if (this.#isVoice(likely, loudnessOf(window))) this.#voice()
    else this.#silence(heardAt)
  }

  #isVoice(likely: number, loudness: number): boolean {
    if (!this.#isSpeaking) this.#guess(likely >= PERHAPS)
    if (likely >= BEGINS)
      this.#loudness = this.#loudness === 0 ? loudness : this.#loudness + NEWEST * (loudness - this.#loudness)
    if (!this.#isSpeaking) return likely >= BEGINS
    return likely > GOES_ON && loudness > FADED * this.#loudness
  }

  #guess(mayBegin: boolean): void {
    const before = this.#perhaps
    this.#perhaps = mayBegin ? before + 1 : 0
    const isTold = before > 0 && before <= MOST_PERHAPS
    if (this.#perhaps === 1) this.#events.sound()
    else if (isTold && (this.#perhaps === 0 || this.#perhaps > MOST_PERHAPS)) this.#events.noSpeech()
  }

  #voice(): void {
    this.#silentMs = 0
    if (this.#isSpeaking) return this.#events.speaking(this.#voicedMs)
    this.#voicedMs += WINDOW_MS
    if (this.#voicedMs < this.#tuning.speechMs) return
    this.#isSpeaking = true
    this.#perhaps = 0
    this.#events.speech(this.#voicedMs, this.#judged)
  }

  #silence(heardAt: number): void {
    if (!this.#isSpeaking) {
      this.#voicedMs = 0
      this.#loudness = 0
      return
    }
    this.#silentMs += WINDOW_MS
    if (this.#silentMs < this.#tuning.silenceMs) return this.#events.speaking(this.#voicedMs)
    this.#isSpeaking = false
    this.#voicedMs = 0
    this.#loudness = 0
    this.#events.pause(heardAt - this.#silentMs)
    this.#silentMs = 0
  }
}

const loudnessOf = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
