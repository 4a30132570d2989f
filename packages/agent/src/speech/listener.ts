import { wordsOf, type Log } from '../log.ts'
import type { Recogniser } from './provider.ts'

export type Understood = { kind: 'words'; text: string; lang: string | undefined; tookMs: number } | { kind: 'failed' }

/** One attempt at a recogniser; the next one is asked when it fails or takes longer. */
const DEADLINE_MS = 3000

export type ListenOptions = { lang: string; keyterms: readonly string[]; signal?: AbortSignal }

/** Asks one recogniser after the other and never throws: the visitor is told, and asked again. */
export class Listener {
  readonly #recognisers: readonly Recogniser[]
  readonly #log: Log

  constructor(recognisers: readonly Recogniser[], log: Log) {
    this.#recognisers = recognisers
    this.#log = log
  }

  async hear(samples: Int16Array, { lang, keyterms, signal }: ListenOptions): Promise<Understood> {
    const from = performance.now()
    for (const recogniser of inOrder(this.#recognisers, lang)) {
      const limit = AbortSignal.timeout(DEADLINE_MS)
      try {
        const heard = await recogniser.recognise(
          samples,
          { lang, keyterms },
          signal === undefined ? limit : AbortSignal.any([limit, signal]),
        )
        return { kind: 'words', ...heard, tookMs: Math.round(performance.now() - from) }
      } catch (error) {
        if (signal?.aborted === true) return { kind: 'failed' }
        this.#log('recogniser.failed', { provider: recogniser.name, why: wordsOf(error) })
      }
    }
    return { kind: 'failed' }
  }
}

/** Those who know the language first; nobody is left out, since a wrong guess of the language is possible. */
export function inOrder<T extends { languages: readonly string[] }>(providers: readonly T[], lang: string): T[] {
  const knows = ({ languages }: T): boolean => languages.length === 0 || languages.includes(lang)
  return [...providers.filter(knows), ...providers.filter((each) => !knows(each))]
}
