// Fetching somebody for the caller, and telling somebody of a danger: how each is said and heard in this call.

import { setTimeout as sleep } from 'node:timers/promises'
import type { CallReachEvent } from '@foyer/sdk/agent'
import { type Fetched, Fetching, type Hears, type PersonDeed, type Purpose, type Words } from './fetching.ts'
import { type Log, wordsOf } from './log.ts'
import { Mouth, type Sink } from './mouth.ts'
import type { Prompter } from './prompter.ts'
import { holdMusic, ringingTone } from './sounds.ts'
import type { Speaker } from './speech/speaker.ts'
import type { CallLine } from './worker.ts'

const LOOK_MS = 100

export type ErrandsOptions = {
  line: Pick<CallLine, 'reach' | 'opening'>
  speaker: Pick<Speaker, 'voice' | 'render'>
  /** To the caller. */
  mouth: Mouth
  prompter: Pick<Prompter, 'say'>
  openAside: () => Promise<Sink>
  hears: (what: Hears) => void
  /** Nobody speaks: something can be said in between. */
  isFree: () => boolean
  log: Log
}

export class Errands {
  readonly #with: ErrandsOptions
  readonly #running = new Set<Fetching>()
  #aside: Mouth | undefined
  /** What the caller hears while they wait. */
  #sound: Int16Array | undefined
  #playing: object | undefined
  #hears: Hears = 'all'
  /** What could not wait, and is being said. */
  #urgent: Promise<unknown> = Promise.resolve()
  readonly #over = new AbortController()

  constructor(options: ErrandsOptions) {
    this.#with = options
  }

  person(identity: string, deed: PersonDeed): void {
    for (const fetching of this.#running) fetching.person(identity, deed)
  }

  /** Nothing but a danger is listened for. */
  get isHolding(): boolean {
    return this.#hears === 'danger'
  }

  /** Until it is over the caller is heard for danger alone. @param isFirst nothing was said yet: they hear it ring */
  transfer(first: CallReachEvent, isFirst: boolean): Promise<Fetched> {
    const sound = isFirst ? ringingTone() : holdMusic()
    // Taken up from a lost agent: they may be talking by now.
    this.#listenFor(first.event === 'resumed' ? 'nothing' : 'danger')
    return this.#run(first, 'transfer', {
      say: async (words) => {
        await this.#urgent
        await this.#with.prompter.say(words)
      },
      hold: (isHeld) => this.#hold(isHeld ? sound : undefined),
      hears: (what) => this.#listenFor(what),
    })
  }

  /** Said to the music. The worker knows what is a danger; one that is away says so of nothing. */
  async overhears(text: string, answer: () => Promise<void>): Promise<void> {
    const { line, log } = this.#with
    const heard = await line.opening(text, 'voice').catch((error: unknown) => {
      log('worker.not_told', { what: 'danger', why: wordsOf(error) })
    })
    if (heard?.isTurn !== true || !this.isHolding || this.#over.signal.aborted) return
    await this.#urgently(answer)
  }

  /** In place of the music, which goes on after it. */
  #urgently(say: () => Promise<void>): Promise<unknown> {
    this.#urgent = this.#urgent.then(async () => {
      this.#quiet()
      await say().catch((error: unknown) => this.#with.log('hold.failed', { why: wordsOf(error) }))
      if (this.#sound !== undefined && !this.#over.signal.aborted) this.#play(this.#sound)
    })
    return this.#urgent
  }

  #listenFor(what: Hears): void {
    if (what === this.#hears) return
    this.#hears = what
    this.#with.hears(what)
  }

  /** Beside whatever else is said; what came of it is told when nobody speaks. */
  async alarm(first: CallReachEvent): Promise<void> {
    await this.#run(first, 'danger', {
      say: async (words) => {
        if (words.length === 0) return
        const say = (): Promise<void> => this.#with.prompter.say(words)
        while (!this.#over.signal.aborted && !this.isHolding && !this.#with.isFree()) await sleep(LOOK_MS)
        if (!this.#over.signal.aborted) await (this.isHolding ? this.#urgently(say) : say())
      },
      hold: () => undefined,
      hears: () => undefined,
    })
  }

  close(): void {
    this.#over.abort()
    this.#sound = undefined
    for (const fetching of this.#running) fetching.close()
    this.#aside?.stop()
  }

  async #run(
    first: CallReachEvent,
    purpose: Purpose,
    how: Pick<ConstructorParameters<typeof Fetching>[0], 'say' | 'hold' | 'hears'>,
  ): Promise<Fetched> {
    const { line, log, openAside, speaker } = this.#with
    const fetching = new Fetching({
      ...{ line, purpose, log, ...how },
      openAside: async () => void (this.#aside ??= new Mouth(await openAside())),
      prepare: (words) => void speaker.render(words, 'soon', this.#over.signal),
      sayAside: (words, signal) => this.#sayAside(words, signal),
    })
    this.#running.add(fetching)
    try {
      return await fetching.run(first)
    } finally {
      this.#running.delete(fetching)
    }
  }

  async #sayAside(words: Words, signal: AbortSignal): Promise<void> {
    const { speaker } = this.#with
    if (this.#aside === undefined || signal.aborted) return
    const stop = (): void => void this.#aside?.stop()
    signal.addEventListener('abort', stop, { once: true })
    const saying = this.#aside.begin()
    for (const { text, lang } of words) saying.say(speaker.voice(text, lang))
    saying.close()
    await saying.played
    signal.removeEventListener('abort', stop)
  }

  #hold(sound: Int16Array | undefined): void {
    this.#quiet()
    this.#sound = sound
    void this.#urgent.then(() => {
      if (sound !== undefined && this.#sound === sound) this.#play(sound)
    })
  }

  /** Nothing else that is said is stopped. */
  #quiet(): void {
    if (this.#playing !== undefined) this.#with.mouth.stop()
    this.#playing = undefined
  }

  /** The same again and again, until it is stopped. */
  #play(sound: Int16Array): void {
    const { mouth, log } = this.#with
    const mine = (this.#playing = {})
    const play = async (): Promise<void> => {
      for (let whole = true; this.#playing === mine && whole;) {
        const playing = mouth.begin()
        playing.say({ audio: once(sound), text: '' })
        playing.close()
        whole = (await playing.played).whole
      }
      if (this.#playing === mine) this.#playing = undefined
    }
    play().catch((error: unknown) => log('hold.failed', { why: wordsOf(error) }))
  }
}

async function* once(sound: Int16Array): AsyncGenerator<Int16Array> {
  yield sound
}
