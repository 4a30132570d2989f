// How a call goes: whose turn it is, and what is said while waiting. Content comes from the worker.

import { randomUUID } from 'node:crypto'
import type { CallReachEvent, CallResume } from '@foyer/sdk/agent'
import { Errands } from './errands.ts'
import type { Fetched } from './fetching.ts'
import { Keys } from './keys.ts'
import { Language } from './language.ts'
import { wordsOf } from './log.ts'
import { Opening } from './opening.ts'
import { Overlap } from './overlap.ts'
import { Prompter } from './prompter.ts'
import type { ReceptionistOptions } from './receptionist-options.ts'
import { Reply } from './reply.ts'
import { Silence } from './silence.ts'
import { Stopwatch } from './stopwatch.ts'
import { overheard, silenceThatEnds, type Awaited, tunings } from './turn-taking.ts'
import type { TurnSaid } from './worker.ts'

export class Receptionist {
  readonly #with: ReceptionistOptions
  readonly #overlap: Overlap
  readonly #language: Language
  readonly #prompter: Prompter
  readonly #silence: Silence
  readonly #keys: Keys
  #awaited: Awaited | undefined
  readonly #opening: Opening
  /** Who is fetched or told of a danger meanwhile. */
  readonly errands: Errands
  /** While somebody is fetched for the caller, or talks to them. */
  #away: Promise<Fetched> | undefined
  #reply: Reply | undefined
  /** Counts stretches of speech: what was begun for an earlier one is out of date. */
  #stretch = 0
  /** What was begun on the chance that this pause is the end. */
  #guess = new AbortController()
  /** Never twice running. */
  #hasFilled = false
  #hasSpoken = false
  #isOver = false

  constructor(options: ReceptionistOptions) {
    const { setting, mouth, speaker, show, ears, channel } = options
    this.#with = options
    this.#language = new Language(setting.lang, setting.languages)
    this.#prompter = new Prompter({ phrases: setting.phrases, language: this.#language, speaker, mouth, show })
    this.#opening = new Opening({ ...options, language: this.#language, prompter: this.#prompter })
    this.#silence = new Silence({
      ...setting.silence,
      ask: () => this.#prompt('still_there'),
      giveUp: () => this.#goodbye('silence_end', 'silence'),
    })
    const isFree = (): boolean => !mouth.isBusy && this.#reply === undefined && !this.#overlap.isOn
    this.errands = new Errands({ ...options, prompter: this.#prompter, isFree })
    const judge = async (): Promise<string> => {
      const heard = await this.#hear(ears.heard(), 'speaking')
      return heard.kind === 'words' ? heard.text : ''
    }
    const keyed = (text: string): void => void this.#answer({ messageId: randomUUID(), text, via: 'keys' }, undefined)
    this.#keys = new Keys(keyed, () => void this.#prompt('no_cards'))
    this.#overlap = new Overlap(mouth, tunings[channel], judge, () => this.#stop('barge-in'))
  }

  /** The first words: a greeting, or after another job was lost an apology and what is still owed. */
  async start(resume: CallResume): Promise<void> {
    const { setting, line } = this.#with
    if (resume.kind === 'reach') {
      const how = await this.#fetch({ event: 'resumed', purpose: 'transfer' }, resume.isFirst)
      const isUngreeted = resume.isFirst && (how === 'back' || how === 'failed')
      return isUngreeted ? this.start({ kind: 'greet' }) : undefined
    }
    if (resume.kind === 'greet') {
      const { opening, greeting, lang } = setting
      this.#opening.isOpen = opening.length > 0
      const first = this.#opening.isOpen ? opening : [{ text: greeting, lang }]
      await this.#prompter.say(first, () => void this.#tell(line.change({ to: 'greeted' })))
      return this.#listen()
    }
    if (resume.awaited !== null) {
      this.#awaited = resume.awaited.field
      for (const field of [resume.awaited.about, resume.awaited.field]) this.#with.asked(field)
    }
    await this.#prompt('back')
    if (resume.unanswered !== null) await this.#answer(resume.unanswered, undefined)
  }

  /** Typed in the room. */
  async typed(text: string, messageId: string): Promise<void> {
    await this.#away
    this.#stop('')
    await this.#answer({ messageId, text, via: 'keys' }, undefined)
  }

  /** A key of the phone: whatever we say ends at once. */
  pressed(key: string): void {
    if (this.#away !== undefined) return
    this.#stretch++
    this.#silence.broken()
    this.#stop('key')
    if (!this.#opening.isOpen || key === '#') return this.#keys.press(key, this.#awaited)
    void this.#answer({ messageId: randomUUID(), text: key, via: 'keys' }, undefined)
  }

  /** All that the microphone hears, for a recogniser that hears along. */
  heard(samples: Int16Array): void {
    const { listener, setting } = this.#with
    if (this.#isOver) return
    listener.follow(samples, { lang: this.#language.hint, keyterms: setting.keyterms })
  }

  sound(): void {
    if (!this.errands.isHolding) this.#overlap.sound()
  }

  noSpeech(): void {
    this.#overlap.noSpeech()
  }

  speech(): void {
    this.#stretch++
    this.#guess.abort()
    this.#silence.broken()
    const isTalkedOver = this.#with.mouth.isBusy || this.#reply !== undefined
    if (isTalkedOver && !this.errands.isHolding) this.#overlap.begin()
  }

  speaking(forMs: number): void {
    this.#overlap.goOn(forMs)
  }

  async pause(): Promise<void> {
    const { ears, channel, setting, log } = this.#with
    const stretch = this.#stretch
    const isCurrent = (): boolean => stretch === this.#stretch && !this.#isOver
    const watch = new Stopwatch(ears.endedAt)
    this.#guess = new AbortController()
    const hearing = this.#hear(ears.heard(), 'paused', this.#guess.signal)
    void hearing.then(() => watch.reached('transcribed'))
    const [heard, sounds] = await Promise.all([
      hearing,
      ears
        .ending(this.#language.now)
        .catch((error: unknown) => (log('ears.unsure', { why: wordsOf(error) }), 'unsure' as const)),
    ])
    if (!isCurrent()) return
    if (this.errands.isHolding) return this.#overhear(heard.kind === 'words' ? heard.text : '')
    if (heard.kind === 'failed') {
      this.#overlap.over('nothing')
      this.#forget(undefined)
      if (this.#reply === undefined) await this.#prompt('not_understood')
      return
    }
    watch.waited('recognition', heard.tookMs, heard.by)
    const what = overheard(heard.text)
    const wasOverlap = this.#overlap.isOn
    this.#overlap.over(what)
    if (what === 'nothing' || (wasOverlap && what === 'back-channel')) {
      this.#forget(heard.text)
      if (!this.#with.mouth.isBusy) this.#listen()
      return
    }
    const enough = silenceThatEnds(tunings[channel], {
      sounds,
      text: heard.text,
      awaited: this.#awaited,
      patience: setting.patience,
    })
    const left = enough - (performance.now() - ears.endedAt)
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
    if (!isCurrent()) return
    watch.reached('decided')
    this.#forget(heard.text)
    this.#stretch++
    this.#stop('')
    this.#language.heard(heard.lang)
    this.#with.recognised(heard.text)
    log('turn.heard', { afterMs: Math.round(performance.now() - ears.endedAt), sounds }, { text: heard.text })
    await this.#answer({ messageId: randomUUID(), text: heard.text, via: 'voice' }, watch)
  }

  /** Said to the music. */
  async #overhear(text: string): Promise<void> {
    this.#forget(text)
    const answer = (): Promise<void> => this.#answer({ messageId: randomUUID(), text, via: 'voice' }, undefined)
    if (overheard(text) === 'words') await this.errands.overhears(text, answer)
  }

  async timeIsOver(): Promise<void> {
    // Two people who talk are not interrupted; the worker ends it in its own time.
    if (this.#away === undefined) await this.#goodbye('time_over', 'time_limit')
  }

  close(): void {
    this.#isOver = true
    this.errands.close()
    this.#silence.stop()
    this.#keys.stop()
    this.#guess.abort()
    this.#reply?.abandon()
    this.#with.mouth.stop()
    this.#with.listener.close()
  }

  async #answer(said: Omit<TurnSaid, 'signal'>, watch: Stopwatch | undefined): Promise<void> {
    const { line, mouth, speaker, show, log } = this.#with
    const stretch = this.#stretch
    const isCurrent = (): boolean => stretch === this.#stretch && !this.#isOver
    if (this.#opening.isOpen && !(await this.#opening.isTurn(said, isCurrent))) {
      if (isCurrent()) this.#listen()
      return
    }
    if (!this.#hasSpoken) void this.#tell(line.change({ to: 'in_conversation' }))
    this.#hasSpoken = true
    this.#silence.stop()
    const reply = new Reply({
      said,
      watch,
      mayFill: !this.#hasFilled,
      filled: () => (this.#hasFilled = true),
      asked: (field) => {
        this.#awaited = field
        this.#with.asked(field)
      },
      fetches: (purpose, turnId) => {
        if (purpose === 'transfer') transferOf = turnId
        else void this.errands.alarm({ event: 'asked', purpose, turnId })
      },
      ...{ line, mouth, speaker, show, log, language: this.#language, prompter: this.#prompter },
    })
    let transferOf = ''
    this.#reply = reply
    const ended = await reply.give()
    if (ended === 'stopped' || this.#reply !== reply) return
    this.#reply = undefined
    if (ended === 'smooth') this.#hasFilled = false
    if (transferOf !== '') await this.#fetch({ event: 'asked', purpose: 'transfer', turnId: transferOf }, false)
    else this.#listen()
  }

  /** Until somebody was fetched and has left, or nobody came, the caller is not ours to hear. */
  async #fetch(first: CallReachEvent, isFirst: boolean): Promise<Fetched> {
    this.#silence.stop()
    this.#stretch++
    this.#away = this.errands.transfer(first, isFirst)
    const how = await this.#away
    this.#away = undefined
    this.#forget(undefined)
    if (how === 'gone') this.#with.handedOver()
    else if (how === 'failed' && !isFirst) await this.#prompt('trouble')
    else this.#listen()
    return how
  }

  /** The visitor has the floor. */
  #stop(why: string): void {
    const reply = this.#reply
    this.#reply = undefined
    const heard = this.#with.mouth.stop()
    reply?.stop(heard, why)
  }

  async #prompt(name: Parameters<Prompter['prompt']>[0]): Promise<void> {
    await this.#prompter.prompt(name)
    this.#listen()
  }

  #listen(): void {
    if (this.#isOver || this.#away !== undefined || this.#reply !== undefined) return
    this.#with.show('listening')
    this.#silence.begin()
  }

  /** Says why, and goes, unless somebody speaks up meanwhile. */
  async #goodbye(name: 'silence_end' | 'time_over', reason: 'silence' | 'time_limit'): Promise<void> {
    const stretch = this.#stretch
    await this.#prompt(name)
    if (this.#isOver || (reason === 'silence' && stretch !== this.#stretch)) return
    this.close()
    this.#with.leave(reason)
  }

  #hear(samples: Int16Array, when: 'paused' | 'speaking', signal = new AbortController().signal) {
    const { listener, setting } = this.#with
    return listener.hear(samples, { lang: this.#language.hint, keyterms: setting.keyterms, when, signal })
  }

  /** The utterance is done with. @param words undefined when nobody understood it */
  #forget(words: string | undefined): void {
    this.#with.uttered(words)
    this.#with.ears.forget()
    this.#with.listener.forget()
  }

  /** What the worker is told besides is worth a try and a log line, never a call. */
  async #tell(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.#with.log('worker.not_told', { why: wordsOf(error) }))
  }
}
