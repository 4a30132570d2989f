import type { Language } from './language.ts'
import { wordsOf } from './log.ts'
import type { Prompter } from './prompter.ts'
import type { ReceptionistOptions } from './receptionist-options.ts'
import type { TurnSaid } from './worker.ts'

type OpeningOptions = Pick<ReceptionistOptions, 'line' | 'log' | 'record' | 'handedOn'> & {
  language: Language
  prompter: Prompter
}

/** What a caller says first: until language and recording are settled, the worker hears whether it is about them. */
export class Opening {
  readonly #with: OpeningOptions
  isOpen = false

  constructor(options: OpeningOptions) {
    this.#with = options
  }

  /** Whether it is about something else. @param isCurrent whether nothing was said since */
  async isTurn({ text, via }: Pick<TurnSaid, 'text' | 'via'>, isCurrent: () => boolean): Promise<boolean> {
    const { line, log, record, handedOn, language, prompter } = this.#with
    const opening = await line.opening(text, via).catch((error: unknown): undefined => {
      log('worker.not_told', { what: 'opening', why: wordsOf(error) })
    })
    // What cannot be settled is not agreed to, and must not keep anybody from being heard.
    this.isOpen = opening?.isOpen ?? false
    if (opening === undefined) return true
    language.answered(opening.lang)
    if (opening.isHandedOn) await handedOn()
    if (opening.recording === 'on') await record()
    if (opening.isTurn) return true
    if (isCurrent()) await prompter.say(opening.say)
    return false
  }
}
