// How a call goes: who speaks when, what is listened for, what is said while waiting. Content comes from the worker.

import { randomUUID } from 'node:crypto'
import type { CallResume, CallSetting } from '@foyer/sdk/agent'
import { think } from './brain.ts'
import type { Ears } from './ears.ts'
import { Language } from './language.ts'
import { wordsOf, type Log } from './log.ts'
import type { Mouth } from './mouth.ts'
import { Overlap } from './overlap.ts'
import { Silence } from './silence.ts'
import type { Listener } from './speech/listener.ts'
import type { Speaker } from './speech/speaker.ts'
import { Stopwatch } from './stopwatch.ts'
import { overheard, silenceThatEnds, type Awaited, type Line, tunings } from './turn-taking.ts'
import { phraseFor, type PhraseName } from './words.ts'
import type { CallLine, TurnSaid } from './worker.ts'

/** A turn that has brought nothing to say by then is bridged, but never twice running. */
const FILLER_MS = 1500

export type ReceptionistOptions = {
  setting: CallSetting
  line: Pick<CallLine, 'turn' | 'interrupt' | 'spent' | 'change'>
  channel: Line
  listener: Listener
  speaker: Speaker
  mouth: Mouth
  ears: Pick<Ears, 'heard' | 'forget' | 'ending' | 'endedAt'>
  /** What the assistant does now, for the room. */
  show: (state: 'listening' | 'thinking' | 'speaking') => void
  /** What was recognised, for the room; the transcript comes from the worker. */
  recognised: (text: string) => void
  /** The call is over on our side. */
  leave: (reason: 'silence' | 'time_limit' | 'assistant_ended') => void
  log: Log
}

type Running = { abort: AbortController; turnId: string; begun: boolean }

export class Receptionist {
  readonly #with: ReceptionistOptions
  readonly #overlap: Overlap
  readonly #language: Language
  readonly #silence: Silence
  #awaited: Awaited | undefined
  #running: Running | undefined
  /** Counts stretches of speech: what was begun for an earlier one is out of date. */
  #stretch = 0
  #filled = false
  #hasSpoken = false
  #isOver = false

  constructor(options: ReceptionistOptions) {
    this.#with = options
    this.#language = new Language(options.setting.lang, options.setting.languages)
    this.#silence = new Silence({
      ...options.setting.silence,
      ask: () => this.#sayPhrase('still_there'),
      giveUp: () => this.#goodbye('silence_end', 'silence'),
    })
    const { mouth, channel } = options
    const judge = async (): Promise<string> => {
      const heard = await this.#hear(options.ears.heard())
      return heard.kind === 'words' ? heard.text : ''
    }
    this.#overlap = new Overlap(mouth, tunings[channel], judge, () => this.#takenOver())
  }

  /** The first words: a greeting, or after another job was lost an apology and what is still owed. */
  async start(resume: CallResume): Promise<void> {
    const { setting, line } = this.#with
    if (resume.kind === 'greet') {
      await this.#say(setting.greeting, setting.lang, () => void this.#tell(line.change({ to: 'greeted' })))
      return
    }
    await this.#sayPhrase('back')
    if (resume.unanswered !== null) await this.#turn(resume.unanswered, undefined)
    else this.#listen()
  }

  /** Typed in the room. */
  async typed(text: string, messageId: string): Promise<void> {
    this.#stop('')
    await this.#turn({ messageId, text, via: 'keys' }, undefined)
  }

  speech(): void {
    this.#stretch++
    this.#silence.broken()
    if (this.#with.mouth.isBusy || this.#running !== undefined) this.#overlap.begin()
  }

  speaking(forMs: number): void {
    this.#overlap.goOn(forMs)
  }

  async pause(): Promise<void> {
    const { ears, channel, setting, log } = this.#with
    const stretch = this.#stretch
    const isCurrent = (): boolean => stretch === this.#stretch && !this.#isOver
    const watch = new Stopwatch(ears.endedAt)
    const [heard, sounds] = await Promise.all([
      this.#hear(ears.heard()),
      ears
        .ending(this.#language.now)
        .catch((error: unknown) => (log('ears.unsure', { why: wordsOf(error) }), 'unsure' as const)),
    ])
    if (!isCurrent()) return
    if (heard.kind === 'failed') {
      this.#overlap.over('nothing')
      ears.forget()
      if (this.#running === undefined) await this.#sayPhrase('not_understood')
      return
    }
    watch.reached('transcribed')
    watch.waited('recognition', heard.tookMs)
    const what = overheard(heard.text)
    const wasOverlap = this.#overlap.isOn
    this.#overlap.over(what)
    if (what === 'nothing' || (wasOverlap && what === 'back-channel')) {
      ears.forget()
      if (!this.#with.mouth.isBusy && this.#running === undefined) this.#listen()
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
    ears.forget()
    this.#stretch++
    this.#stop('')
    this.#language.heard(heard.lang)
    this.#with.recognised(heard.text)
    log('turn.heard', { afterMs: Math.round(performance.now() - ears.endedAt), sounds }, { text: heard.text })
    await this.#turn({ messageId: randomUUID(), text: heard.text, via: 'voice' }, watch)
  }

  timeIsOver(): Promise<void> {
    return this.#goodbye('time_over', 'time_limit')
  }

  close(): void {
    this.#isOver = true
    this.#silence.stop()
    this.#running?.abort.abort()
    this.#with.mouth.stop()
  }

  async #turn(said: Omit<TurnSaid, 'signal'>, watch: Stopwatch | undefined): Promise<void> {
    const { line, mouth, speaker, show, setting, log } = this.#with
    if (!this.#hasSpoken) void this.#tell(line.change({ to: 'in_conversation' }))
    this.#hasSpoken = true
    const running: Running = { abort: new AbortController(), turnId: '', begun: false }
    this.#running = running
    const { signal } = running.abort
    this.#silence.stop()
    show('thinking')
    let bridge: Promise<unknown> | undefined
    const filler = setTimeout(() => {
      if (this.#filled || this.#running !== running || running.begun) return
      this.#filled = true
      watch?.filled()
      bridge = this.#sayPhrase('filler')
    }, FILLER_MS)
    let speech: ReturnType<Mouth['begin']> | undefined
    const begin = async (): Promise<ReturnType<Mouth['begin']>> => {
      clearTimeout(filler)
      await bridge
      running.begun = true
      const began = (): void => {
        watch?.reached('published')
        show('speaking')
      }
      return (speech ??= mouth.begin({ began }))
    }
    let awaited: Awaited | undefined
    for await (const thought of think(line, { ...said, signal })) {
      if (this.#running !== running) break
      if (thought.kind === 'accepted') running.turnId = thought.turnId
      if (thought.kind === 'sentence') {
        watch?.reached('answering')
        this.#language.answered(thought.lang)
        const voiced = speaker.voice(thought.spoken, thought.lang, { shown: thought.shown, signal })
        const audio = watch === undefined ? voiced.audio : watch.timed(voiced.audio)
        const mouthful = {
          audio,
          get text() {
            return voiced.text
          },
        }
        const into = await begin()
        if (this.#running !== running) break
        into.say(mouthful)
      }
      if (thought.kind === 'answered') awaited = thought.awaited
      if (thought.kind === 'failed') {
        log('turn.failed', { turnId: running.turnId, why: thought.why })
        const { text, lang } = phraseFor(setting.phrases, 'trouble', this.#language.now)
        const into = await begin()
        if (this.#running !== running) break
        into.say({ ...speaker.voice(text, lang), text: '' })
      }
    }
    clearTimeout(filler)
    if (this.#running !== running) return
    this.#awaited = awaited
    speech?.close()
    const played = await speech?.played
    if (watch !== undefined && running.turnId !== '') void this.#tell(line.spent(running.turnId, watch.spent()))
    if (this.#running !== running) return
    this.#running = undefined
    if (!running.abort.signal.aborted && played?.whole !== false && !watch?.hasFiller) this.#filled = false
    this.#listen()
  }

  /** The visitor has the floor: the brain stops, and the worker is told how much of it was heard. */
  #takenOver(): void {
    this.#stop('barge-in')
  }

  #stop(why: string): void {
    const { mouth, line, log } = this.#with
    const running = this.#running
    this.#running = undefined
    const heard = mouth.stop()
    if (running === undefined) return
    running.abort.abort()
    if (why !== '') log('turn.interrupted', { turnId: running.turnId, why }, { heard })
    if (running.turnId !== '') void this.#tell(line.interrupt(running.turnId, heard))
  }

  #sayPhrase(name: PhraseName): Promise<void> {
    const { text, lang } = phraseFor(this.#with.setting.phrases, name, this.#language.now)
    return this.#say(text, lang)
  }

  async #say(text: string, lang: string, began?: () => void): Promise<void> {
    const { mouth, speaker, show } = this.#with
    const speech = mouth.begin({ began: () => (show('speaking'), began?.()) })
    speech.say(speaker.voice(text, lang))
    speech.close()
    await speech.played
    if (this.#running === undefined) this.#listen()
  }

  #listen(): void {
    if (this.#isOver) return
    this.#with.show('listening')
    this.#silence.begin()
  }

  /** Says why, and goes, unless somebody speaks up meanwhile. */
  async #goodbye(name: PhraseName, reason: 'silence' | 'time_limit'): Promise<void> {
    const stretch = this.#stretch
    await this.#sayPhrase(name)
    if (this.#isOver || (reason === 'silence' && stretch !== this.#stretch)) return
    this.close()
    this.#with.leave(reason)
  }

  #hear(samples: Int16Array): ReturnType<Listener['hear']> {
    return this.#with.listener.hear(samples, { lang: this.#language.hint, keyterms: this.#with.setting.keyterms })
  }

  /** What the worker is told besides is worth a try and a log line, never a call. */
  async #tell(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.#with.log('worker.not_told', { why: wordsOf(error) }))
  }
}
