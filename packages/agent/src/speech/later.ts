// What no recogniser understood at once is asked for again in the background, so that it stands in the transcript.

import { randomUUID } from 'node:crypto'
import { type Log, wordsOf } from '../log.ts'
import { isSensitive } from '../recording/sensitive.ts'
import type { CallLine } from '../worker.ts'
import type { Hints, Listener } from './listener.ts'

/** After the words, and after each try that failed. */
const AGAIN_MS = [3000, 12_000, 45_000, 120_000]
/** Nothing is tried any more. */
const OVER_MS = 5 * 60_000
/** Utterances of a call that are kept at once: the longest take two megabytes. */
const MOST = 5

export type LaterOptions = { listener: Pick<Listener, 'again'>; line: Pick<CallLine, 'late'>; log: Log }

/** Told to the worker when the call is over: until then the caller is asked to say it again, and a turn would be owed to it. */
export class Later {
  readonly #with: LaterOptions
  readonly #isOver = Promise.withResolvers<void>()
  readonly #tries = new Set<Promise<void>>()

  constructor(options: LaterOptions) {
    this.#with = options
  }

  /** @param samples 16 kHz mono */
  keep(samples: Int16Array, hints: Hints): void {
    if (this.#tries.size >= MOST) return
    const saidAt = new Date().toISOString()
    const trying = this.#understand(samples, hints)
      .then((text) => this.#tell(text, saidAt))
      .catch((error: unknown) => this.#with.log('late.not_told', { why: wordsOf(error) }))
      .finally(() => this.#tries.delete(trying))
    this.#tries.add(trying)
  }

  /** Resolves when nothing is tried any more: the sound lies in this process alone. */
  async callIsOver(): Promise<void> {
    this.#isOver.resolve()
    await Promise.all(this.#tries)
  }

  /** @returns '' when nobody did */
  async #understand(samples: Int16Array, hints: Hints): Promise<string> {
    const over = AbortSignal.timeout(OVER_MS)
    for (const afterMs of AGAIN_MS) {
      await new Promise((resolve) => setTimeout(resolve, afterMs).unref())
      const heard = await this.#with.listener.again(samples, hints, over)
      if (heard !== undefined) return heard.text.trim()
    }
    return ''
  }

  /** A long number or a password stays off the recording, and is not written down for it either. */
  async #tell(text: string, saidAt: string): Promise<void> {
    if (text === '' || isSensitive(text)) return
    await this.#isOver.promise
    await this.#with.line.late({ messageId: randomUUID(), saidAt, text })
  }
}
