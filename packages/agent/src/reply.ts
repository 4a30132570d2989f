// One turn, from the words to the last audio: the brain is asked, what it releases is said, what it took is told.

import { think } from './brain.ts'
import type { Language } from './language.ts'
import type { Purpose } from './fetching.ts'
import { wordsOf, type Log } from './log.ts'
import type { Mouth } from './mouth.ts'
import type { Prompter } from './prompter.ts'
import type { Speaker } from './speech/speaker.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { Awaited } from './turn-taking.ts'
import type { CallLine, TurnSaid } from './worker.ts'

/** A turn that has brought nothing to say by then is bridged. */
const FILLER_MS = 1500

export type ReplyOptions = {
  said: Omit<TurnSaid, 'signal'>
  /** Runs since the end of speech; nothing is measured of what was typed. */
  watch: Stopwatch | undefined
  mayFill: boolean
  filled: () => void
  /** The turn is answered, and this is what was asked for. */
  asked: (field: Awaited | undefined) => void
  /** Another assistant goes on; resolves when its voice is ready. */
  handedOn: () => Promise<void>
  /** Somebody is to be rung. */
  fetches: (purpose: Purpose, turnId: string) => void
  line: Pick<CallLine, 'turn' | 'interrupt' | 'spent'>
  language: Language
  prompter: Prompter
  speaker: Speaker
  mouth: Mouth
  show: (state: 'thinking' | 'speaking') => void
  log: Log
}

/** `smooth`: everything was said, without a filler. */
export type Ended = 'smooth' | 'bridged' | 'stopped'

type Saying = ReturnType<Mouth['begin']>

export class Reply {
  readonly #with: ReplyOptions
  readonly #abort = new AbortController()
  #turnId = ''
  #saying: Saying | undefined
  #bridge: Promise<void> | undefined
  #filler: NodeJS.Timeout | undefined

  constructor(options: ReplyOptions) {
    this.#with = options
  }

  async give(): Promise<Ended> {
    const { said, watch, line, mayFill, show } = this.#with
    show('thinking')
    if (mayFill) this.#filler = setTimeout(() => this.#fill(), FILLER_MS)
    await this.#speak(said)
    clearTimeout(this.#filler)
    if (this.#isStopped) return 'stopped'
    this.#saying?.close()
    const played = await this.#saying?.played
    if (watch !== undefined && this.#turnId !== '') void this.#tell(line.spent(this.#turnId, watch.spent()))
    if (this.#isStopped) return 'stopped'
    return played?.whole !== false && this.#bridge === undefined ? 'smooth' : 'bridged'
  }

  /** The brain stops. */
  abandon(): void {
    clearTimeout(this.#filler)
    this.#abort.abort()
  }

  /** The brain stops, and the worker is told how much was heard. */
  stop(heard: string, why: string): void {
    this.abandon()
    if (why !== '') this.#with.log('turn.interrupted', { turnId: this.#turnId, why })
    if (this.#turnId !== '') void this.#tell(this.#with.line.interrupt(this.#turnId, heard))
  }

  get #isStopped(): boolean {
    return this.#abort.signal.aborted
  }

  /** Says sentence by sentence what the brain releases. */
  async #speak(said: Omit<TurnSaid, 'signal'>): Promise<void> {
    const { line, language, speaker, prompter, watch, asked, log } = this.#with
    const { signal } = this.#abort
    for await (const thought of think(line, { ...said, signal })) {
      if (this.#isStopped) break
      if (thought.kind === 'accepted') this.#turnId = thought.turnId
      if (thought.kind === 'handed_on') await this.#with.handedOn()
      if (thought.kind === 'sentence') {
        watch?.reached('answering')
        language.answered(thought.lang)
        const voiced = speaker.voice(thought.spoken, thought.lang, { shown: thought.shown, signal })
        const audio = watch === undefined ? voiced.audio : watch.timed(voiced)
        const saying = await this.#begin()
        if (saying === undefined) break
        // What counts as heard is known once it was played.
        saying.say({
          audio,
          get text() {
            return voiced.text
          },
        })
      }
      if (thought.kind === 'answered') {
        asked(thought.awaited)
        if (thought.fetches !== undefined) this.#with.fetches(thought.fetches, this.#turnId)
      }
      if (thought.kind === 'failed') {
        log('turn.failed', { turnId: this.#turnId, why: thought.why })
        const saying = await this.#begin()
        if (saying === undefined) break
        saying.say(prompter.voiced('trouble'))
      }
    }
  }

  /** Before a filler, or after one that was begun. @returns undefined when the turn was stopped meanwhile */
  async #begin(): Promise<Saying | undefined> {
    const { mouth, watch, show } = this.#with
    clearTimeout(this.#filler)
    await this.#bridge
    const began = (): void => {
      watch?.reached('published')
      show('speaking')
    }
    if (this.#isStopped) return undefined
    return (this.#saying ??= mouth.begin({ began }))
  }

  #fill(): void {
    this.#with.watch?.filled()
    this.#with.filled()
    this.#bridge = this.#with.prompter.prompt('filler')
  }

  /** What the worker is told besides is worth a try and a log line, never a call. */
  async #tell(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.#with.log('worker.not_told', { why: wordsOf(error) }))
  }
}
