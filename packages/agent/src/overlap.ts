import type { Mouth } from './mouth.ts'
import { overheard, type Overheard, type Tuning } from './turn-taking.ts'

/**
 * Somebody speaks over us: softer at once; silent when it goes on, unless it is a nod; over when they paused and it was
 * words. A cough is done before that, and we are back at full volume, where we were.
 */
export class Overlap {
  readonly #mouth: Pick<Mouth, 'duck' | 'hold' | 'release' | 'isSpeaking'>
  readonly #tuning: Tuning
  /** Recognises what was said so far. */
  readonly #look: () => Promise<string>
  readonly #yield: () => void
  #phase: 'off' | 'ducked' | 'looking' | 'held' | 'nodded' = 'off'
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
    return this.#phase !== 'off'
  }

  begin(): void {
    if (this.#phase !== 'off') return
    this.#round++
    this.#phase = 'ducked'
    // Before our first word there is nothing to soften: we wait until they are done.
    if (this.#mouth.isSpeaking) this.#mouth.duck()
    else this.#mouth.hold()
  }

  goOn(forMs: number): void {
    if (this.#phase === 'ducked' && forMs >= this.#tuning.lookMs) void this.#lookNow()
    // A nod that goes on is no nod.
    else if (this.#phase === 'nodded' && forMs >= this.#tuning.lookMs * 3) void this.#lookNow()
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
    else if (what === 'back-channel' && this.#phase === 'looking') this.#phase = 'nodded'
  }

  #hold(): void {
    this.#phase = 'held'
    this.#mouth.hold()
  }
}
