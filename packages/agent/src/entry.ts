// One job, from the claim to the last word.

import { type CallChange, type CallClaim, type CallSetting, type CallTurnedAway, FoyerError } from '@foyer/sdk/agent'
import { Attention } from './attention.ts'
import type { Config } from './config.ts'
import type { AssignedJob } from './dispatch.ts'
import { Ears } from './ears.ts'
import { type Log, wordsOf } from './log.ts'
import { Mouth, type Sink } from './mouth.ts'
import { Receptionist } from './receptionist.ts'
import { Discretion } from './recording/discretion.ts'
import { isCardLong } from './recording/sensitive.ts'
import { Recorder } from './recording/recorder.ts'
import { CallRoom } from './room.ts'
import type { RunningCall } from './running-calls.ts'
import { Later } from './speech/later.ts'
import { type Speech, unset } from './speech/speech.ts'
import { type Line, tunings } from './turn-taking.ts'
import type { CallLine, GivenJob, Worker } from './worker.ts'

type EndReason = NonNullable<CallChange['reason']>
type Stage = 'joined' | 'claimed' | 'answered' | 'heard' | 'spoke'

const BEAT_MS = 1000
/** By then another agent was asked for, and a job that still tries would only keep its place from the next caller. */
const CLAIM_MS = 15_000
/** A page that reloads or a network that changes comes back within this. */
const AWAY_MS = 20_000
const AUDIBLE_MS = 3000
/** What was played last is still on its way. */
const UNDERWAY_MS = 300

export type EntryOptions = { config: Config; worker: Worker; speech: Speech; log: Log }

export function enter(job: AssignedJob, { config, worker, speech, log: logger }: EntryOptions): RunningCall {
  const log: Log = (step, facts) => logger(step, { jobId: job.job.id, ...facts })
  const gone = Promise.withResolvers<void>()
  const call = new Call(job, { config, worker, speech, log }, gone.resolve)
  const done = call
    .run(gone.promise)
    .catch((error: unknown) => log('call.failed', { why: wordsOf(error) }))
    .finally(() => log('call.left'))
  return { done, settled: done.then(() => call.settled), leave: gone.resolve }
}

class Call {
  readonly #job: AssignedJob
  readonly #with: EntryOptions
  readonly #go: () => void
  readonly #room: CallRoom
  readonly #undo: (() => void)[] = []
  readonly #visitor = Promise.withResolvers<Line>()
  #receptionist: Receptionist | undefined
  #ears: Ears | undefined
  #line: CallLine | undefined
  #recorder: Recorder | undefined
  #recorded: Sink | undefined
  #away: NodeJS.Timeout | undefined
  #hasEnded = false
  readonly #attention = new Attention({
    hear: (samples) => {
      this.#ears?.push(samples)
      this.#receptionist?.hearing.heard(samples)
    },
    record: (samples) => this.#recorder?.heard(samples),
  })
  /** When nothing is tried any more for what was said in it. */
  settled: Promise<void> = Promise.resolve()
  readonly #givenAt = performance.now()
  /** Milliseconds from when the job was given: a caller hears it ring until we speak. */
  readonly #stages: Partial<Record<Stage, number>> = {}

  constructor(job: AssignedJob, options: EntryOptions, go: () => void) {
    this.#job = job
    this.#with = options
    this.#go = go
    this.#room = new CallRoom({
      heard: (samples) => this.#attention.heard(samples),
      pressed: (key) => this.#receptionist?.pressed(key),
      person: (identity, deed) => this.#receptionist?.errands.person(identity, deed),
      typed: (text, messageId) => void this.#receptionist?.typed(text, messageId),
      came: (channel) => this.#came(channel),
      went: (how) => this.#went(how),
      closed: go,
    })
  }

  async run(gone: Promise<void>): Promise<void> {
    const { worker, log } = this.#with
    const { job, url, token } = this.#job
    const joining = this.#room.join(url, token)
    void joining.then(() => this.#reached('joined')).catch(() => undefined)
    const left = new AbortController()
    void gone.then(() => left.abort())
    try {
      const given = { room: job.room?.name ?? '', jobId: job.id, dispatchId: job.dispatchId }
      const claim = await worker.claim(given, AbortSignal.any([left.signal, AbortSignal.timeout(CLAIM_MS)]))
      if (claim.kind === 'turned_away') {
        const told = joining.then(() => this.#turnAway(claim.say, given))
        return await Promise.race([gone, told])
      }
      this.#reached('claimed')
      log('call.claimed', { callId: claim.call.id, resume: claim.resume.kind })
      const line = worker.hold(claim)
      this.#line = line
      const beats = setInterval(() => void this.#beat(line), BEAT_MS)
      this.#undo.push(() => clearInterval(beats))
      const serving = joining.then(async () => {
        await this.#room.answer()
        this.#reached('answered')
        this.#room.admit(`visitor-${claim.conversation.visitorId}`)
        return this.#serve(claim, line)
      })
      await Promise.race([gone, serving.then(() => gone)])
    } catch (error) {
      // Not ours to end: who cannot serve it leaves it, and the watch gives it to another.
      const step = this.#line === undefined ? 'call.refused' : 'call.not_served'
      log(step, { why: error instanceof FoyerError ? error.code : wordsOf(error) })
    } finally {
      clearTimeout(this.#away)
      for (const undo of this.#undo) undo()
      await this.#room.close()
      await this.#endRecording()
    }
  }

  /** A caller who is not taken hears why, and then the line is closed. */
  async #turnAway(say: CallTurnedAway['say'], job: GivenJob): Promise<void> {
    const { speech, worker, log } = this.#with
    await this.#room.answer()
    await this.#audible()
    const { speaker } = speech.forCall(unset, log)
    const saying = new Mouth(this.#room.sink).begin({})
    for (const { text, lang } of say) saying.say(speaker.voice(text, lang))
    saying.close()
    await saying.played
    await new Promise((resolve) => setTimeout(resolve, UNDERWAY_MS))
    await worker.hangUp(job)
    log('call.turned_away')
  }

  #audible(): Promise<unknown> {
    return Promise.race([this.#room.audible, new Promise((resolve) => setTimeout(resolve, AUDIBLE_MS))])
  }

  async #serve({ call, setting, resume, isAlarming }: CallClaim, line: CallLine): Promise<void> {
    const { config, speech, log } = this.#with
    this.#room.show('initializing')
    const { speaker, listener } = speech.forCall(setting, log)
    const first = [...setting.opening, { text: setting.greeting, lang: setting.lang }]
    const soon = resume.kind === 'greet' ? first : setting.phrases.filter(({ name }) => name === 'back')
    const recalling = speaker.recall(soon)
    const channel = await this.#visitor.promise
    await this.#audible()
    this.#reached('heard')
    const record = (): Promise<void> => this.#record(call, setting, line)
    // Whom they wait for, or talk to, is asked for first.
    if (resume.kind === 'reach') this.#attention.turn('nothing')
    if (setting.recording.state === 'on') await record()
    const discretion = new Discretion()
    const later = new Later({ listener, line, log })
    this.#undo.push(() => void (this.settled = later.callIsOver()))
    const ears = new Ears(tunings[channel], config.TURN_DETECTOR, {
      sound: () => receptionist.hearing.sound(),
      noSpeech: () => receptionist.hearing.noSpeech(),
      speech: () => {
        this.#recorder?.hold()
        receptionist.hearing.speech()
      },
      speaking: (forMs) => receptionist.hearing.speaking(forMs),
      pause: () =>
        void receptionist.hearing.pause().catch((error: unknown) => log('turn.lost', { why: wordsOf(error) })),
    })
    const receptionist: Receptionist = new Receptionist({
      setting,
      line,
      channel,
      listener,
      speaker,
      ears,
      mouth: new Mouth(this.#sink),
      show: (state) => this.#room.show(state),
      recognised: (text) => {
        if (!isCardLong(text)) this.#room.caption(text)
      },
      asked: (field) => this.#recorder?.pause(discretion.asked(field)),
      uttered: (words) => {
        this.#recorder?.release(discretion.said(words), ears.isSpeaking)
        this.#recorder?.pause(discretion.isOn)
      },
      // Sound is kept of who agreed to it alone, and of nothing that stays off a recording.
      missed: (samples, hints) => {
        if (this.#recorder !== undefined && !discretion.isOn) later.keep(samples, hints)
      },
      handedOn: async () => void Object.assign(setting, await line.setting()),
      record,
      openAside: () => this.#room.openAside(),
      hears: (what) => this.#attention.turn(what),
      handedOver: () => ((this.#hasEnded = true), this.#go()),
      // Whose line broke is not silent.
      leave: (reason) => void this.#end(reason === 'silence' && this.#away !== undefined ? 'visitor_lost' : reason),
      log,
    })
    this.#ears = ears
    this.#receptionist = receptionist
    const timeLeft = new Date(setting.endsAt).getTime() - Date.now()
    const over = setTimeout(() => void receptionist.timeIsOver(), Math.min(Math.max(0, timeLeft), 2 ** 31 - 1))
    const rendering = new AbortController()
    this.#undo.push(
      () => clearTimeout(over),
      () => rendering.abort(),
      () => receptionist.close(),
      () => ears.close(),
    )
    await recalling
    if (isAlarming) void receptionist.errands.alarm({ event: 'resumed', purpose: 'danger' })
    await receptionist.start(resume)
    log('call.started', { callId: call.id })
    await speaker.render([...first, ...setting.phrases], 'some day', rendering.signal)
  }

  /** A call that cannot be recorded goes on. */
  async #record({ id, createdAt }: CallClaim['call'], { recording }: CallSetting, line: CallLine): Promise<void> {
    const { log } = this.#with
    const openedAt = new Date(createdAt)
    const put = line.record.bind(line)
    const beginning = Recorder.begin({ callId: id, openedAt, nextPart: recording.nextPart, put, log })
    this.#recorder = await beginning.catch((error: unknown) => void log('recording.failed', { why: wordsOf(error) }))
    this.#recorded = this.#recorder?.through(this.#room.sink)
  }

  /** The room's, through the recorder from the moment there is one. */
  get #sink(): Sink {
    const now = (): Sink => this.#recorded ?? this.#room.sink
    return {
      capture: (samples) => {
        if (this.#stages.spoke === undefined) {
          this.#reached('spoke')
          this.#with.log('call.began', { ...this.#stages })
        }
        return now().capture(samples)
      },
      queuedMs: () => now().queuedMs(),
      clear: () => now().clear(),
    }
  }

  #reached(stage: Stage): void {
    this.#stages[stage] ??= Math.round(performance.now() - this.#givenAt)
  }

  /** When the call is not over, another job goes on with it. */
  async #endRecording(): Promise<void> {
    if (this.#recorder === undefined) return
    const isOver = this.#hasEnded || (await this.#line?.beat()) === 'lost'
    await this.#recorder.close(isOver)
  }

  #came(channel: Line): void {
    this.#visitor.resolve(channel)
    if (this.#away === undefined) return
    clearTimeout(this.#away)
    this.#away = undefined
    void this.#change({ to: 'in_conversation' })
  }

  #went(how: 'hung-up' | 'lost'): void {
    if (how === 'hung-up') return void this.#end('visitor_hung_up')
    void this.#change({ to: 'reconnecting' })
    this.#away = setTimeout(() => void this.#end('visitor_lost'), AWAY_MS)
  }

  async #beat(line: CallLine): Promise<void> {
    if ((await line.beat()) !== 'lost') return
    this.#with.log('call.superseded')
    this.#hasEnded = true
    this.#go()
  }

  /** The worker closes the books and the room. */
  async #end(reason: EndReason): Promise<void> {
    if (this.#hasEnded) return
    this.#hasEnded = true
    await this.#change({ to: 'ended', reason })
    this.#go()
  }

  async #change(change: CallChange): Promise<void> {
    await this.#line
      ?.change(change)
      .catch((error: unknown) => this.#with.log('worker.not_told', { what: change.to, why: wordsOf(error) }))
  }
}
