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
    for (const recogniser of this.#inOrder(lang)) {
      const limit = AbortSignal.timeout(DEADLINE_MS)
      try {
        return words(
          await recogniser.recognise(
            samples,
            { lang, keyterms },
            signal === undefined ? limit : AbortSignal.any([limit, signal]),
          ),
          recogniser.name,
        )
      } catch (error) {
        if (signal?.aborted === true) return { kind: 'failed' }
        this.#log('recogniser.failed', { provider: recogniser.name, why: wordsOf(error) })
      }
    }
    return { kind: 'failed' }
  }

  /** What nobody understood before: whoever was asked first then is asked last now. */
  async again(samples: Int16Array, { lang, keyterms }: Hints, over: AbortSignal): Promise<Heard | undefined> {
    const [first, ...others] = this.#inOrder(lang)
    for (const recogniser of [...others, ...(first === undefined ? [] : [first])]) {
      if (over.aborted) return undefined
      const signal = AbortSignal.any([over, AbortSignal.timeout(UNHURRIED_MS)])
      try {
        return await recogniser.recognise(samples, { lang, keyterms }, signal)
      } catch (error) {
        this.#log('recogniser.failed', { provider: recogniser.name, again: true, why: wordsOf(error) })
      }
    }
    return undefined
  }

  /** The utterance is done with. */
  forget(): void {
    this.#following?.stream.forget()
  }

  close(): void {
    this.#following?.stream.close()
    this.#following = undefined
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
