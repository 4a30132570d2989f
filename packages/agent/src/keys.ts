import type { Awaited } from './turn-taking.ts'

/** A number is over when no key comes for so long; "#" says so at once. */
const PAUSE_MS = 2500
/** What follows a choice so soon may be one number with it. */
const FOLLOWS_MS = 1500
/** A caller who leans on a key says no more than this. */
const MOST = 32
/** What is dictated by keys rather than chosen with one. */
const dictated: ReadonlySet<Awaited | undefined> = new Set<Awaited>(['phone', 'date', 'secret'])

/** Keys of the phone, until they are something said: one key is a choice, several are a number. */
export class Keys {
  readonly #said: (keys: string) => void
  #keys = ''
  /** A choice that was said at once, a moment ago. */
  #chosen = ''
  #timer: NodeJS.Timeout | undefined

  /** @param said a card's number is told to nobody and kept nowhere, but for its last four digits */
  constructor(said: (keys: string) => void) {
    this.#said = said
  }

  /** @param isMenu one key is a choice, and said at once */
  press(key: string, awaited: Awaited | undefined, isMenu = false): void {
    if (key === '#') return this.#end()
    if (!/^[0-9*]$/.test(key) || this.#keys.length >= MOST) return
    const isFirst = this.#keys === '' && this.#chosen === ''
    clearTimeout(this.#timer)
    if (isMenu && isFirst) {
      this.#chosen = key
      this.#timer = setTimeout(() => this.stop(), FOLLOWS_MS)
      return this.#said(key)
    }
    this.#keys += key
    if (this.#keys === '0' && !dictated.has(awaited)) return this.#end()
    this.#timer = setTimeout(() => this.#end(), PAUSE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#keys = ''
    this.#chosen = ''
  }

  #end(): void {
    const [keys, chosen] = [this.#keys, this.#chosen]
    this.stop()
    if (isCard(keys) || isCard(chosen + keys)) this.#said(`•••• ${keys.replaceAll('*', '').slice(-4)}`)
    else if (keys !== '') this.#said(keys)
  }
}

/** As long as one, and with its check digit (Luhn; ISO/IEC 7812-1, annex B). */
function isCard(keys: string): boolean {
  const digits = keys.replaceAll('*', '')
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false
  const parts = [...digits].toReversed().map((digit, at) => Number(digit) * (1 + (at % 2)))
  return parts.reduce((sum, part) => sum + (part > 9 ? part - 9 : part), 0) % 10 === 0
}
