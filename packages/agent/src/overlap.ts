import type { Mouth } from './mouth.ts'
import { overheard, type Overheard, type Tuning } from './turn-taking.ts'

/** A nod that goes on for longer is no nod. */
const NOD_MS = 1100

/**
 * Somebody speaks over us: softer at the first sound; silent when it goes on, unless it is a nod; over when they paused and
 * it was words. A cough is done before that, and we are back at full volume, where we were.
 */
export class Overlap {
  readonly #mouth: Pick<Mouth, 'duck' | 'hold' | 'release' | 'isSpeaking'>
  readonly #tuning: Tuning
  /** Recognises what was said so far. */
  readonly #look: () => Promise<string>
  readonly #yield: () => void
  #phase: 'off' | 'perhaps' | 'ducked' | 'looking' | 'held' | 'nodded' = 'off'
  #round = 0

  constructor(
    mouth: Pick<Mouth, 'duck' | 'hold' | 'release' | 'isSpeaking'>,
    tuning: Tuning,
    look: () => Promise<string>,
    giveWay: () => void,
  ) {
    this.#mouth = mouth
    this.#tuning = tuning
    this.#look = look
    this.#yield = giveWay
  }

  get isOn(): boolean {
    return this.#phase !== 'off' && this.#phase !== 'perhaps'
  }

  /** A sound that may be the beginning of speech. */
  sound(): void {
    if (this.#phase !== 'off' || !this.#mouth.isSpeaking) return
    this.#phase = 'perhaps'
    this.#mouth.duck()
  }

  /** It was no speech. */
  noSpeech(): void {
    if (this.#phase !== 'perhaps') return
    this.#phase = 'off'
    this.#mouth.release()
  }

  begin(): void {
    if (this.isOn) return
    const wasDucked = this.#phase === 'perhaps'
    this.#round++
    this.#phase = 'ducked'
    // Before our first word there is nothing to soften: we wait until they are done.
    if (!this.#mouth.isSpeaking) this.#mouth.hold()
    else if (!wasDucked) this.#mouth.duck()
  }

  goOn(forMs: number): void {
    if (this.#phase === 'ducked' && forMs >= this.#tuning.lookMs) void this.#lookNow()
    else if (this.#phase === 'nodded' && forMs >= NOD_MS) void this.#lookNow()
    if (this.#phase === 'looking' && forMs >= this.#tuning.holdMs) this.#hold()
  }

  /** They paused, and this is what it was. Words end ours; anything else and we go on. */
  over(what: Overheard): void {
    const phase = this.#phase
    this.#phase = 'off'
    this.#round++
    if (phase === 'off') return
    if (what === 'words') this.#yield()
    this.#mouth.release()
  }

  async #lookNow(): Promise<void> {
    const round = this.#round
    this.#phase = 'looking'
    const what = overheard(await this.#look())
    if (round !== this.#round) return
    if (what === 'words') this.#hold()
    else if (what === 'back-channel') this.#nod()
  }

  /** We go on softly, also when it was not known in time. */
  #nod(): void {
    if (this.#phase === 'held') {
      this.#mouth.release()
      this.#mouth.duck()
    }
    this.#phase = 'nodded'
  }

  #hold(): void {
    this.#phase = 'held'
    this.#mouth.hold()
  }
}
