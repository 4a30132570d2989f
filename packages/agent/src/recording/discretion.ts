import type { Awaited } from '../turn-taking.ts'
import { isSensitive } from './sensitive.ts'

/** How to reach somebody, and where they live; names and dates stand in the transcript anyway. */
const sensitive: ReadonlySet<string> = new Set<Awaited>(['phone', 'email', 'address'])

/** Whether what is said now stays off the recording: from the question on, while it is read back, until that was confirmed. */
export class Discretion {
  #isOn = false

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
   * @returns what was just said stays off it
   */
  said(words: string | undefined): boolean {
    this.#isOn ||= words !== undefined && isSensitive(words)
    return this.#isOn || words === undefined
  }
}
