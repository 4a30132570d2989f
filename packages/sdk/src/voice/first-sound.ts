/** How loud is a sound and no noise. */
const loud = 0.15
/** A pause between two turns is longer than one inside a word. */
const quietMs = 150

/** Notices when the first audio of each turn is heard: the first sound after a quiet, once the turn has words. */
export class FirstSound {
  #turnId = ''
  readonly #told = new Set<string>()
  #lastLoud = -Infinity

  /** A turn got its first words; its sound comes next. */
  expect(turnId: string): void {
    if (!this.#told.has(turnId)) this.#turnId = turnId
  }

  /** The turn whose first sound this is, or ''. @param at milliseconds; @param level 0 to 1 */
  hear(at: number, level: number): string {
    if (level < loud) return ''
    const begins = at - this.#lastLoud > quietMs
    this.#lastLoud = at
    if (!begins || this.#turnId === '') return ''
    const turnId = this.#turnId
    this.#turnId = ''
    this.#told.add(turnId)
    return turnId
  }
}
