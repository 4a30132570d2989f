// Somebody is fetched for the caller, or told of a danger: the worker says what is next, this does it and tells what came of it.

import { setTimeout as sleep } from 'node:timers/promises'
import type { CallReachEvent, CallReachStep } from '@foyer/sdk/agent'
import { wordsOf, type Log } from './log.ts'
import type { CallLine } from './worker.ts'

/** Takes the call, or confirms what was heard. */
const YES = '1'
/** Between saying it to who was rung, and saying it again. */
const AGAIN_MS = 1500

export type Words = readonly { text: string; lang: string }[]
export type Purpose = 'transfer' | 'danger'
export type PersonDeed = { kind: 'pressed'; key: string } | { kind: 'left' }

/** Of the caller: all; only whether they say a danger, while they wait; nothing of two people who talk. */
export type Hears = 'all' | 'danger' | 'nothing'

/** `parted`: back after the two had talked. */
export type Fetched = 'back' | 'parted' | 'failed' | 'gone'

export type FetchingOptions = {
  line: Pick<CallLine, 'reach'>
  purpose: Purpose
  /** To the caller. */
  say(words: Words): Promise<void>
  /** Have it ready: it may be said in a moment. */
  prepare(words: Words): void
  /** To who was rung, and nobody else; stopped by the signal. */
  sayAside(words: Words, signal: AbortSignal): Promise<void>
  /** What we say aside can be heard from now on. */
  openAside(): Promise<void>
  /** What the caller hears while they wait. */
  hold(isHeld: boolean): void
  hears(what: Hears): void
  log: Log
}

export class Fetching {
  readonly #with: FetchingOptions
  readonly #deeds = new Map<string, PersonDeed[]>()
  #wake: () => void = () => undefined
  #isOver = false
  #haveMet = false
  /** Counts what the caller is told: what comes later is said in place of it. */
  #said = 0

  constructor(options: FetchingOptions) {
    this.#with = options
  }

  /** Who was rung pressed a key, or left; also before we ask. */
  person(identity: string, deed: PersonDeed): void {
    this.#deeds.set(identity, [...(this.#deeds.get(identity) ?? []), deed])
    this.#wake()
  }

  /** Never throws: `back` when the call goes on with us, also when it `failed`; `gone` when the caller was handed over. */
  async run(first: CallReachEvent): Promise<Fetched> {
    const { line, log, hold, hears, openAside } = this.#with
    try {
      await openAside()
      let step = await line.reach(first)
      for (;;) {
        log('reach.next', { purpose: this.#with.purpose, next: step.kind })
        if (this.#isOver || step.kind === 'handed_over') return 'gone'
        const next = await this.#do(step)
        if (next === null) return this.#haveMet ? 'parted' : 'back'
        step = await line.reach(next)
      }
    } catch (error) {
      log('reach.failed', { purpose: this.#with.purpose, why: wordsOf(error) })
      return this.#isOver ? 'gone' : 'failed'
    } finally {
      hold(false)
      hears('all')
    }
  }

  close(): void {
    this.#isOver = true
    this.#wake()
  }

  async #do(step: Exclude<CallReachStep, { kind: 'handed_over' }>): Promise<CallReachEvent | null> {
    const { purpose, hold, hears } = this.#with
    switch (step.kind) {
      case 'ring':
        hears('danger')
        hold(false)
        // It rings while we say so: nobody waits longer than for the phone itself.
        void this.#say(step.say).then((isLast) => {
          if (isLast && !this.#isOver) hold(true)
        })
        this.#with.prepare(step.next)
        return { event: 'ring', purpose }
      case 'whisper':
        hears('danger')
        // Taken up from a lost agent, whose music went with it.
        if (this.#said === 0) hold(true)
        return { event: await this.#whisper(step), legId: step.legId }
      case 'connected':
        await this.#connected(step)
        return { event: 'left', legId: step.legId }
      case 'acknowledged':
        await Promise.all([this.#with.sayAside(step.aside, AbortSignal.timeout(20_000)), this.#say(step.say)])
        await this.#with.line.reach({ event: 'left', legId: step.legId })
        return null
      case 'back':
        hold(false)
        // A question, which may be answered before it is over.
        hears('all')
        await this.#say(step.say)
        return null
      default:
        return step satisfies never
    }
  }

  /** @returns whether nothing was said since */
  async #say(words: Words): Promise<boolean> {
    const mine = ++this.#said
    await this.#with.say(words)
    return mine === this.#said
  }

  /** Said again and again until a key says yes or no, they are gone, or it is plain that nobody listens. */
  async #whisper({
    identity,
    aside,
    withinMs,
  }: Extract<CallReachStep, { kind: 'whisper' }>): Promise<'accepted' | 'declined' | 'unanswered' | 'left'> {
    const quiet = new AbortController()
    const saying = async (): Promise<void> => {
      while (!quiet.signal.aborted) {
        await this.#with.sayAside(aside, quiet.signal)
        await sleep(AGAIN_MS, undefined, { signal: quiet.signal }).catch(() => undefined)
      }
    }
    const said = saying()
    const deed = await this.#deed(identity, ({ kind }) => kind === 'left' || kind === 'pressed', withinMs)
    quiet.abort()
    await said
    if (deed === undefined) return 'unanswered'
    if (deed.kind === 'left') return 'left'
    return deed.key === YES ? 'accepted' : 'declined'
  }

  async #connected({ identity, say }: Extract<CallReachStep, { kind: 'connected' }>): Promise<void> {
    const { hold, hears } = this.#with
    hold(false)
    await this.#say(say)
    hears('nothing')
    this.#haveMet = true
    await this.#deed(identity, ({ kind }) => kind === 'left', undefined)
    hears('all')
  }

  /** The first such deed, also one that was before; undefined when it did not come in time, or all is over. */
  async #deed(
    identity: string,
    is: (deed: PersonDeed) => boolean,
    withinMs: number | undefined,
  ): Promise<PersonDeed | undefined> {
    const late = new AbortController()
    const timer = withinMs === undefined ? undefined : setTimeout(() => (late.abort(), this.#wake()), withinMs)
    try {
      for (;;) {
        const found = this.#deeds.get(identity)?.find(is)
        if (found !== undefined || late.signal.aborted || this.#isOver) return found
        await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    } finally {
      clearTimeout(timer)
    }
  }
}
