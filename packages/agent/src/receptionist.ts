// How a call goes: whose turn it is, and what is said while waiting. Content comes from the worker.

import { randomUUID } from 'node:crypto'
import type { CallReachEvent, CallResume } from '@foyer/sdk/agent'
import { Errands } from './errands.ts'
import type { Fetched } from './fetching.ts'
import { Hearing } from './hearing.ts'
import { Keys } from './keys.ts'
import { Language } from './language.ts'
import { wordsOf } from './log.ts'
import { Opening } from './opening.ts'
import { Prompter } from './prompter.ts'
import type { ReceptionistOptions } from './receptionist-options.ts'
import { Reply } from './reply.ts'
import { Silence } from './silence.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { Awaited } from './turn-taking.ts'
import type { TurnSaid } from './worker.ts'

export class Receptionist {
  readonly #with: ReceptionistOptions
  readonly #language: Language
  readonly #prompter: Prompter
  readonly #silence: Silence
  readonly #keys: Keys
  #awaited: Awaited | undefined
  readonly #opening: Opening
  readonly hearing: Hearing
  /** Who is fetched or told of a danger meanwhile. */
  readonly errands: Errands
  /** While somebody is fetched for the caller, or talks to them. */
  #away: Promise<Fetched> | undefined
  #reply: Reply | undefined
  /** Never twice running. */
  #hasFilled = false
  #hasSpoken = false
  #isOver = false

  constructor(options: ReceptionistOptions) {
    const { setting, mouth, speaker, show } = options
    this.#with = options
    this.#language = new Language(setting.lang, setting.languages)
    this.#prompter = new Prompter({ setting, language: this.#language, speaker, mouth, show })
    this.#opening = new Opening({
      ...options,
      handedOn: () => this.#handOn(),
      language: this.#language,
      prompter: this.#prompter,
    })
    this.#silence = new Silence({
      ...setting.silence,
      ask: () => this.#prompt('still_there'),
      giveUp: () => this.#goodbye('silence_end', 'silence'),
    })
    const isAnswering = (): boolean => mouth.isBusy || this.#reply !== undefined
    const isFree = (): boolean => !isAnswering() && !this.hearing.isOverlap
    const hears: ReceptionistOptions['hears'] = (what) => {
      // What was said meanwhile is no answer to us; what is said from here on may be.
      if (what === 'all') this.hearing.forget(undefined)
      options.hears(what)
    }
    this.errands = new Errands({ ...options, hears, prompter: this.#prompter, isFree })
    const keyed = (text: string): void => void this.#answer({ messageId: randomUUID(), text, via: 'keys' }, undefined)
    this.#keys = new Keys(keyed)
    const spoken = (text: string, watch?: Stopwatch): Promise<void> =>
      this.#answer({ messageId: randomUUID(), text, via: 'voice' }, watch)
    this.hearing = new Hearing({
      ...options,
      language: this.#language,
      awaited: () => this.#awaited,
      isAnswering,
      isHolding: () => this.errands.isHolding,
      began: () => this.#silence.broken(),
      giveWay: () => this.#stop('barge-in'),
      nothing: () => {
        if (!mouth.isBusy) this.#listen()
      },
      notUnderstood: async (samples) => {
        options.missed(samples, { lang: this.#language.hint, keyterms: setting.keyterms })
        if (this.#reply === undefined) await this.#prompt('not_understood')
      },
      said: async (text, watch) => {
        this.#stop('')
        await spoken(text, watch)
      },
      saidToMusic: (text) => this.errands.overhears(text, () => spoken(text)),
    })
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
      // A language that no voice of ours speaks is not offered.
      const offered = opening.filter((each) => each.lang === lang || this.#with.speaker.speaks(each.lang))
      const first = this.#opening.isOpen ? offered : [{ text: greeting, lang }]
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
    this.hearing.outdate()
    this.#silence.broken()
    this.#stop('key')
    const isChoice = this.#awaited === undefined && this.#with.setting.keys.includes(key)
    this.#keys.press(key, this.#awaited, this.#opening.isOpen || isChoice)
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
    this.hearing.close()
    this.#reply?.abandon()
    this.#with.mouth.stop()
  }

  async #answer(said: Omit<TurnSaid, 'signal'>, watch: Stopwatch | undefined): Promise<void> {
    const { line, mouth, speaker, show, log } = this.#with
    const stretch = this.hearing.stretch
    const isCurrent = (): boolean => stretch === this.hearing.stretch && !this.#isOver
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
      handedOn: () => this.#handOn(),
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
    this.hearing.outdate()
    this.#away = this.errands.transfer(first, isFirst)
    const how = await this.#away
    this.#away = undefined
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
    const stretch = this.hearing.stretch
    await this.#prompt(name)
    if (this.#isOver || (reason === 'silence' && stretch !== this.hearing.stretch)) return
    this.close()
    this.#with.leave(reason)
  }

  /** Where it cannot be asked, the former voice goes on. */
  #handOn(): Promise<void> {
    return this.#tell(this.#with.handedOn())
  }

  /** What the worker is told besides is worth a try and a log line, never a call. */
  async #tell(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.#with.log('worker.not_told', { why: wordsOf(error) }))
  }
}
