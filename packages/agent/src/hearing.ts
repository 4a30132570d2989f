// What a caller says: from sounds to whole turns. What to do with them is the receptionist's.

import type { Language } from './language.ts'
import { wordsOf } from './log.ts'
import { Overlap } from './overlap.ts'
import type { ReceptionistOptions } from './receptionist-options.ts'
import { Stopwatch } from './stopwatch.ts'
import { overheard, silenceThatEnds, type Awaited, tunings } from './turn-taking.ts'

export type HearingEvents = {
  /** Somebody speaks. */
  began(): void
  /** Words over ours. */
  giveWay(): void
  /** All that was to be said, and how long ago it ended. */
  said(text: string, watch: Stopwatch): Promise<void>
  /** Words to the music, while somebody is fetched. */
  saidToMusic(text: string): Promise<void>
  nothing(): void
  /** @param samples 16 kHz mono */
  notUnderstood(samples: Int16Array): Promise<void>
}

export type HearingOptions = Pick<
  ReceptionistOptions,
  'setting' | 'channel' | 'listener' | 'ears' | 'mouth' | 'recognised' | 'uttered' | 'log'
> & {
  language: Language
  awaited: () => Awaited | undefined
  /** Something is said or about to be: who speaks now speaks over it. */
  isAnswering: () => boolean
  /** Music is played. */
  isHolding: () => boolean
} & HearingEvents

export class Hearing {
  readonly #with: HearingOptions
  readonly #overlap: Overlap
  /** Counts stretches of speech: what was begun for an earlier one is out of date. */
  #stretch = 0
  /** What was begun on the chance that this pause is the end. */
  #guess = new AbortController()
  #isOver = false

  constructor(options: HearingOptions) {
    const { mouth, channel, ears, giveWay } = options
    this.#with = options
    const look = async (): Promise<string> => {
      const heard = await this.#recognise(ears.heard(), 'speaking')
      return heard.kind === 'words' ? heard.text : ''
    }
    this.#overlap = new Overlap(mouth, tunings[channel], look, giveWay)
  }

  get isOverlap(): boolean {
    return this.#overlap.isOn
  }

  /** Changes with each stretch of speech. */
  get stretch(): number {
    return this.#stretch
  }

  /** What was begun of what was heard is out of date. */
  outdate(): void {
    this.#stretch++
  }

  /** All that the microphone hears, for a recogniser that hears along. */
  heard(samples: Int16Array): void {
    const { listener, setting, language } = this.#with
    if (this.#isOver) return
    listener.follow(samples, { lang: language.hint, keyterms: setting.keyterms })
  }

  sound(): void {
    if (!this.#with.isHolding()) this.#overlap.sound()
  }

  noSpeech(): void {
    this.#overlap.noSpeech()
  }

  speech(): void {
    this.outdate()
    this.#guess.abort()
    this.#with.began()
    if (this.#with.isAnswering() && !this.#with.isHolding()) this.#overlap.begin()
  }

  speaking(forMs: number): void {
    this.#overlap.goOn(forMs)
  }

  async pause(): Promise<void> {
    const { ears, channel, setting, language, awaited, log } = this.#with
    const stretch = this.#stretch
    const isCurrent = (): boolean => stretch === this.#stretch && !this.#isOver
    const watch = new Stopwatch(ears.endedAt)
    this.#guess = new AbortController()
    const samples = ears.heard()
    const recognising = this.#recognise(samples, 'paused', this.#guess.signal)
    void recognising.then(() => watch.reached('transcribed'))
    const unsure = (error: unknown) => (log('ears.unsure', { why: wordsOf(error) }), 'unsure' as const)
    const [heard, sounds] = await Promise.all([recognising, ears.ending(language.now).catch(unsure)])
    if (!isCurrent()) return
    if (this.#with.isHolding()) return this.#overhear(heard.kind === 'words' ? heard.text : '')
    if (heard.kind === 'failed') {
      this.#overlap.over('nothing')
      this.forget(undefined)
      return this.#with.notUnderstood(samples)
    }
    watch.waited('recognition', heard.tookMs, heard.by)
    const what = overheard(heard.text)
    const wasOverlap = this.#overlap.isOn
    this.#overlap.over(what)
    if (what === 'nothing' || (wasOverlap && what === 'back-channel')) {
      this.forget(heard.text)
      return this.#with.nothing()
    }
    const pause = { sounds, text: heard.text, awaited: awaited(), patience: setting.patience }
    const left = silenceThatEnds(tunings[channel], pause) - (performance.now() - ears.endedAt)
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
    if (!isCurrent()) return
    watch.reached('decided')
    this.forget(heard.text)
    this.outdate()
    language.heard(heard.lang)
    this.#with.recognised(heard.text)
    log('turn.heard', { afterMs: Math.round(performance.now() - ears.endedAt), sounds })
    await this.#with.said(heard.text, watch)
  }

  /** The utterance is done with. @param words undefined when nobody understood it */
  forget(words: string | undefined): void {
    this.#with.uttered(words)
    this.#with.ears.forget()
    this.#with.listener.forget()
  }

  close(): void {
    this.#isOver = true
    this.#guess.abort()
    this.#with.listener.close()
  }

  async #overhear(text: string): Promise<void> {
    this.forget(text)
    if (overheard(text) === 'words') await this.#with.saidToMusic(text)
  }

  #recognise(samples: Int16Array, when: 'paused' | 'speaking', signal = new AbortController().signal) {
    const { listener, setting, language } = this.#with
    return listener.hear(samples, { lang: language.hint, keyterms: setting.keyterms, when, signal })
  }
}
