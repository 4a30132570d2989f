// Fetching somebody for the caller, and telling somebody of a danger: how each is said and heard in this call.

import { setTimeout as sleep } from 'node:timers/promises'
import type { CallReachEvent } from '@foyer/sdk/agent'
import { type Fetched, Fetching, type PersonDeed, type Purpose, type Words } from './fetching.ts'
import { type Log, wordsOf } from './log.ts'
import { Mouth, type Sink } from './mouth.ts'
import type { Prompter } from './prompter.ts'
import { holdMusic, ringingTone } from './sounds.ts'
import type { Speaker } from './speech/speaker.ts'
import type { CallLine } from './worker.ts'

const LOOK_MS = 100

export type ErrandsOptions = {
  line: Pick<CallLine, 'reach'>
  speaker: Speaker
  /** To the caller. */
  mouth: Mouth
  prompter: Prompter
  openAside: () => Promise<Sink>
  deaf: (isDeaf: boolean) => void
  /** Nobody speaks: something can be said in between. */
  isFree: () => boolean
  log: Log
}

export class Errands {
  readonly #with: ErrandsOptions
  readonly #running = new Set<Fetching>()
  #aside: Mouth | undefined
  #isHeld = false
  #isOver = false

  constructor(options: ErrandsOptions) {
    this.#with = options
  }

  person(identity: string, deed: PersonDeed): void {
    for (const fetching of this.#running) fetching.person(identity, deed)
  }

  /** Until it is over the caller is not heard. @param isFirst nothing was said yet: they hear it ring */
  transfer(first: CallReachEvent, isFirst: boolean): Promise<Fetched> {
    const sound = isFirst ? ringingTone() : holdMusic()
    this.#with.deaf(true)
    return this.#run(first, 'transfer', {
      say: (words) => this.#with.prompter.say(words),
      hold: (isHeld) => this.#hold(isHeld ? sound : undefined),
      deaf: this.#with.deaf,
    })
  }

  /** Beside whatever else is said; what came of it is told when nobody speaks. */
  async alarm(first: CallReachEvent): Promise<void> {
    await this.#run(first, 'danger', {
      say: async (words) => {
        while (!this.#isOver && !this.#with.isFree()) await sleep(LOOK_MS)
        if (!this.#isOver && words.length > 0) await this.#with.prompter.say(words)
      },
      hold: () => undefined,
      deaf: () => undefined,
    })
  }

  close(): void {
    this.#isOver = true
    this.#isHeld = false
    for (const fetching of this.#running) fetching.close()
    this.#aside?.stop()
  }

  async #run(
    first: CallReachEvent,
    purpose: Purpose,
    how: { say(words: Words): Promise<void>; hold(isHeld: boolean): void; deaf(isDeaf: boolean): void },
  ): Promise<Fetched> {
    const { line, log, openAside } = this.#with
    const fetching = new Fetching({
      ...{ line, purpose, log, ...how },
      openAside: async () => void (this.#aside ??= new Mouth(await openAside())),
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

  /** The same again and again, until it is stopped. */
  #hold(sound: Int16Array | undefined): void {
    const { mouth, log } = this.#with
    if (this.#isHeld) mouth.stop()
    this.#isHeld = sound !== undefined
    if (sound === undefined) return
    const play = async (): Promise<void> => {
      for (let whole = true; this.#isHeld && whole;) {
        const playing = mouth.begin()
        playing.say({ audio: once(sound), text: '' })
        playing.close()
        whole = (await playing.played).whole
      }
    }
    play().catch((error: unknown) => log('hold.failed', { why: wordsOf(error) }))
  }
}

async function* once(sound: Int16Array): AsyncGenerator<Int16Array> {
  yield sound
}
