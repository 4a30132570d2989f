import { wordsOf, type Log } from '../log.ts'
import type { Voiced } from '../mouth.ts'
import type { Manner, Voice } from './provider.ts'
import type { Rendered, When } from './rendered.ts'

/** To the first audio, and between two pieces of it; then the next voice is asked. */
const DEADLINE_MS = 3000

export type Pronounced = { written: string; spoken: string; lang: string }

/** A voice, and how it is to speak. */
export type Sayer = { voice: Voice; manner: Manner }

export type Phrases = readonly { text: string; lang: string }[]

export type SpeakerOptions = {
  /** Who speaks a language: the next one is asked when one fails. */
  sayersOf: (lang: string) => Sayer[]
  rendered: Rendered
  /** Instead of words that no voice could speak: the first of these that was rendered beforehand. */
  apologies: (lang: string) => { text: string; sayers: Sayer[] }[]
  pronunciation: () => readonly Pronounced[]
  log: Log
}

/** What is heard, and by whose voice as far as it has come. */
export type Said = Voiced & { by: string }

/** Says a text with the first voice that can, from what was rendered when it was; never throws, never stays silent. */
export class Speaker {
  readonly #options: SpeakerOptions
  /** Of what is said often: whoever says it first keeps it for all others. */
  readonly #kept = new Set<string>()

  constructor(options: SpeakerOptions) {
    this.#options = options
  }

  /**
   * Fetching begins at once. `shown` is what it counts as when it was heard.
   * @param signal aborts what is still being fetched
   */
  voice(text: string, lang: string, { shown = text, signal }: { shown?: string; signal?: AbortSignal } = {}): Said {
    const said: Said = {
      text: shown,
      by: '',
      audio: this.#audio(text, lang, signal, (more) => Object.assign(said, more)),
    }
    return said
  }

  /** Some voice is known to, or says of itself that it can speak any. */
  speaks(lang: string): boolean {
    return this.#options
      .sayersOf(lang)
      .some(({ voice: { languages: known } }) => known.length === 0 || known.includes(lang))
  }

  /** What an earlier call has rendered is at hand from now on, and what is said of the rest is kept. */
  async recall(phrases: Phrases): Promise<void> {
    await Promise.all(this.#often(phrases).map(({ key }) => this.#options.rendered.load(key)))
  }

  /** Renders what is not there yet; what fails now is asked for again when it is needed. */
  async render(phrases: Phrases, when: When, signal: AbortSignal): Promise<void> {
    for (const { key, spoken, voice, manner } of this.#often(phrases)) {
      if (signal.aborted) return
      const speak = async (): Promise<Int16Array> =>
        joined(
          await Array.fromAsync(voice.speak(spoken, manner, AbortSignal.any([signal, AbortSignal.timeout(15_000)]))),
        )
      try {
        await this.#options.rendered.ensure(key, when, speak)
      } catch (error) {
        if (!signal.aborted) this.#options.log('voice.not_rendered', { provider: voice.name, why: wordsOf(error) })
      }
    }
  }

  #often(phrases: Phrases) {
    const { rendered, sayersOf } = this.#options
    return phrases.flatMap(({ text, lang }) => {
      const [first] = sayersOf(lang)
      if (first === undefined) return []
      const spoken = this.#pronounce(text, lang)
      const key = rendered.key(spoken, first.manner, first.voice.version)
      this.#kept.add(key)
      return [{ key, spoken, ...first }]
    })
  }

  async *#audio(
    text: string,
    lang: string,
    signal: AbortSignal | undefined,
    note: (what: Partial<Pick<Said, 'by' | 'text'>>) => void,
  ): AsyncGenerator<Int16Array> {
    const { sayersOf, rendered, log } = this.#options
    const spoken = this.#pronounce(text, lang)
    let played = 0
    for (const { voice, manner } of sayersOf(lang)) {
      note({ by: voice.name })
      const key = rendered.key(spoken, manner, voice.version)
      const known = rendered.get(key)
      if (known !== undefined) return yield known.subarray(Math.min(played, known.length))
      const chunks: Int16Array[] = []
      try {
        let skip = played
        for await (const chunk of inTime(voice, spoken, manner, signal)) {
          // Another voice goes on about where the first one broke off.
          const rest = chunk.subarray(Math.min(skip, chunk.length))
          chunks.push(chunk)
          skip -= chunk.length - rest.length
          played += rest.length
          if (rest.length > 0) yield rest
        }
        if (played > 0) return this.#keep(key, chunks)
        throw new Error('The voice gave no audio.')
      } catch (error) {
        if (signal?.aborted === true) return
        log('voice.failed', { provider: voice.name, why: wordsOf(error) })
      }
    }
    note({ by: '', text: '' })
    const kept = this.#options
      .apologies(lang)
      .flatMap(({ text, sayers }) =>
        sayers.map(({ voice, manner }) => rendered.get(rendered.key(text, manner, voice.version))),
      )
      .find((samples) => samples !== undefined)
    if (kept === undefined) log('voice.silent', { why: 'no apology was rendered beforehand' })
    else yield kept
  }

  #keep(key: string, chunks: readonly Int16Array[]): void {
    if (!this.#kept.has(key)) return
    const failed = (error: unknown): void => this.#options.log('voice.not_kept', { why: wordsOf(error) })
    this.#options.rendered.keep(key, joined(chunks)).catch(failed)
  }

  /** Names as the business says them. */
  #pronounce(text: string, lang: string): string {
    return this.#options
      .pronunciation()
      .filter((each) => each.lang === lang || each.lang === '')
      .reduce((spoken, { written, spoken: as }) => spoken.replaceAll(wholeWord(written), as), text)
  }
}

const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')

async function* inTime(
  voice: Voice,
  text: string,
  manner: Manner,
  signal: AbortSignal | undefined,
): AsyncGenerator<Int16Array> {
  const own = new AbortController()
  const stream = voice.speak(text, manner, signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]))
  const chunks = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await within(chunks.next(), DEADLINE_MS)
      if (done === true) return
      yield value
    }
  } finally {
    own.abort()
    // Not awaited: a voice that hangs would hang us with it.
    void chunks.return?.().catch(() => undefined)
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No audio within ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}

function joined(chunks: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(chunks.reduce((sum, { length }) => sum + length, 0))
  chunks.reduce((at, chunk) => (samples.set(chunk, at), at + chunk.length), 0)
  if (samples.length === 0) throw new Error('The voice gave no audio.')
  return samples
}
