/** Utterances in which the language is still listened for. */
const OPEN_FOR = 2

/**
 * Which language is spoken: listened for in the first utterances, then locked. It changes when the worker answers in
 * another one, because it was asked to or saw that it should.
 */
export class Language {
  readonly #spoken: readonly string[]
  #now: string
  #heard = 0

  constructor(begin: string, spoken: readonly string[]) {
    this.#now = begin
    this.#spoken = spoken
  }

  get now(): string {
    return this.#now
  }

  /** What the recogniser is told; '' while it may find out. */
  get hint(): string {
    return this.#spoken.length > 1 && this.#heard < OPEN_FOR ? '' : this.#now
  }

  /** @param lang what the recogniser took it for, when it says so */
  heard(lang: string | undefined): void {
    if (this.#heard++ < OPEN_FOR) this.#turnTo(lang)
  }

  answered(lang: string): void {
    this.#turnTo(lang)
  }

  #turnTo(lang: string | undefined): void {
    if (lang !== undefined && this.#spoken.includes(lang)) this.#now = lang
  }
}
