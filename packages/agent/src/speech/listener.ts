import { wordsOf, type Log } from '../log.ts'
import type { Following, Heard, LiveRecogniser, Recogniser } from './provider.ts'

export type Understood =
  | { kind: 'words'; text: string; lang: string | undefined; tookMs: number; by: string }
  | { kind: 'failed' }

/** Nobody waits for it. */
const UNHURRIED_MS = 15_000
/** One attempt at a recogniser; the next one is asked when it fails or takes longer. */
const DEADLINE_MS = 3000
/** A stream that broke is tried again after this; meanwhile an utterance at a time is recognised. */
const AGAIN_MS = 10_000

/** The provider that the business chose for a language, by name; '' for none. */
export type Chosen = (lang: string) => string

export type Hints = { lang: string; keyterms: readonly string[] }
export type ListenOptions = Hints & { when?: 'paused' | 'speaking'; signal?: AbortSignal }

/**
 * The recognisers of one call: the preferred one hears along when it can, else one after the other is asked for the
 * utterance. Never throws: the visitor is told, and asked again.
 */
export class Listener {
  readonly #recognisers: readonly (Recogniser | LiveRecogniser)[]
  readonly #chosen: Chosen
  readonly #log: Log
  #following: { name: string; lang: string; stream: Following } | undefined
  #notBefore = 0

  constructor(recognisers: readonly (Recogniser | LiveRecogniser)[], log: Log, chosen: Chosen = () => '') {
    this.#recognisers = recognisers
    this.#chosen = chosen
    this.#log = log
  }

  /** All that the microphone hears. */
  follow(samples: Int16Array, hints: Hints): void {
    const [first] = this.#inOrder(hints.lang)
    if (first === undefined || !('follow' in first) || performance.now() < this.#notBefore) return
    if (this.#following?.lang !== hints.lang || this.#following.name !== first.name) {
      this.#following?.stream.close()
      this.#following = { name: first.name, lang: hints.lang, stream: first.follow(hints) }
    }
    this.#following.stream.push(samples)
  }

  async hear(samples: Int16Array, { lang, keyterms, when = 'paused', signal }: ListenOptions): Promise<Understood> {
    const from = performance.now()
    const words = (heard: Heard, by: string): Understood => ({
      kind: 'words',
      ...heard,
      by,
      tookMs: Math.round(performance.now() - from),
    })
    const followed = await this.#followed(when)
    if (followed !== undefined) return words(followed.heard, followed.by)
    const [heard, by] =
      (await this.#ask(this.#inOrder(lang), samples, { lang, keyterms }, { withinMs: DEADLINE_MS, signal })) ?? []
    return heard === undefined || by === undefined ? { kind: 'failed' } : words(heard, by)
  }

  /** What nobody understood before: whoever was asked first then is asked last now. */
  async again(samples: Int16Array, hints: Hints, over: AbortSignal): Promise<Heard | undefined> {
    const [first, ...others] = this.#inOrder(hints.lang)
    const last = first === undefined ? [] : [first]
    return (
      await this.#ask([...others, ...last], samples, hints, { withinMs: UNHURRIED_MS, signal: over, again: true })
    )?.[0]
  }

  /** The utterance is done with. */
  forget(): void {
    this.#following?.stream.forget()
  }

  close(): void {
    this.#following?.stream.close()
    this.#following = undefined
  }

  /** One after the other, each for so long. @returns undefined when none understood it, or nobody wants it any more */
  async #ask(
    recognisers: readonly Recogniser[],
    samples: Int16Array,
    hints: Hints,
    { withinMs, signal, ...how }: { withinMs: number; signal: AbortSignal | undefined; again?: true },
  ): Promise<[heard: Heard, by: string] | undefined> {
    for (const recogniser of recognisers) {
      const limit = AbortSignal.timeout(withinMs)
      try {
        const until = signal === undefined ? limit : AbortSignal.any([limit, signal])
        return [await recogniser.recognise(samples, hints, until), recogniser.name]
      } catch (error) {
        if (signal?.aborted === true) return undefined
        this.#log('recogniser.failed', { provider: recogniser.name, ...how, why: wordsOf(error) })
      }
    }
    return undefined
  }

  #inOrder(lang: string): (Recogniser | LiveRecogniser)[] {
    return inOrder(this.#recognisers, lang, this.#chosen(lang))
  }

  async #followed(when: 'paused' | 'speaking'): Promise<{ heard: Heard; by: string } | undefined> {
    const following = this.#following
    if (following === undefined) return undefined
    try {
      return { heard: await following.stream.words(when), by: following.name }
    } catch (error) {
      this.#log('recogniser.failed', { provider: following.name, why: wordsOf(error) })
      if (this.#following !== following) return undefined
      this.close()
      this.#notBefore = performance.now() + AGAIN_MS
      return undefined
    }
  }
}

/** The chosen one first, then those who know the language; nobody is left out, since a wrong guess of it is possible. */
export function inOrder<T extends { name: string; languages: readonly string[] }>(
  providers: readonly T[],
  lang: string,
  chosen = '',
): T[] {
  const knows = ({ languages }: T): boolean => languages.length === 0 || languages.includes(lang)
  const rank = (each: T): number => (each.name === chosen ? 0 : knows(each) ? 1 : 2)
  return providers.toSorted((a, b) => rank(a) - rank(b))
}
