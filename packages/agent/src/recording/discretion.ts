import type { Awaited } from '../turn-taking.ts'
import { endsInNumber, isSensitive } from './sensitive.ts'

/** How to reach somebody, and where they live; names and dates stand in the transcript anyway. */
const sensitive: ReadonlySet<string> = new Set<Awaited>(['phone', 'email', 'address', 'secret'])

/** What becomes of an utterance; `wait`: it may be a piece of a number, and the next one tells. */
export type Fate = 'keep' | 'blank' | 'wait'

/** Whether what is said now stays off the recording: from the question on, while it is read back, until that was confirmed. */
export class Discretion {
  #isOn = false
  /** Utterances in a row that may be pieces of one number. */
  #pieces = ''

  get isOn(): boolean {
    return this.#isOn
  }

  /** @param field what was asked for; undefined for nothing */
  asked(field: Awaited | undefined): boolean {
    const isReadBack = this.#isOn && field === 'yes_no'
    this.#isOn = isReadBack || (field !== undefined && sensitive.has(field))
    return this.#isOn
  }

  /**
   * Said unasked, too; a read-back of it is like one of what was asked for.
   * @param words undefined when nobody understood them
   */
  said(words: string | undefined): Fate {
    const pieces = `${this.#pieces} ${words ?? ''}`
    this.#isOn ||= isSensitive(pieces)
    this.#pieces = !this.#isOn && endsInNumber(pieces) ? pieces : ''
    if (this.#isOn || words === undefined) return 'blank'
    return this.#pieces === '' ? 'keep' : 'wait'
  }
}
