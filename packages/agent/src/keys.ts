import type { Awaited } from './turn-taking.ts'

/** A number is over when no key comes for so long; "#" says so at once. */
const PAUSE_MS = 2500
/** A caller who leans on a key says no more than this. */
const MOST = 32
/** What is dictated by keys rather than chosen with one. */
const dictated: ReadonlySet<Awaited | undefined> = new Set<Awaited>(['phone', 'date'])

/** Keys of the phone, until they are something said: one key is a choice, several are a number. */
export class Keys {
  readonly #said: (keys: string) => void
  #keys = ''
  #timer: NodeJS.Timeout | undefined

  constructor(said: (keys: string) => void) {
    this.#said = said
  }

  press(key: string, awaited: Awaited | undefined): void {
    if (key === '#') return this.#end()
    if (!/^[0-9*]$/.test(key) || this.#keys.length >= MOST) return
    clearTimeout(this.#timer)
    this.#keys += key
    if (this.#keys === '0' && !dictated.has(awaited)) return this.#end()
    this.#timer = setTimeout(() => this.#end(), PAUSE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#keys = ''
  }

  #end(): void {
    const keys = this.#keys
    this.stop()
    if (keys !== '') this.#said(keys)
  }
}
