/** Softer than anybody who speaks, louder than what we play while a caller waits. */
const LOUD = 1500
const QUIET_MS = 700

/** Tells where speech begins and ends in what comes over a line. */
export class Ear {
  readonly #tell: (isSpeech: boolean) => void
  #quiet: NodeJS.Timeout | undefined

  constructor(tell: (isSpeech: boolean) => void) {
    this.#tell = tell
  }

  hear(samples: Int16Array): void {
    const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
    if (level < LOUD) return
    if (this.#quiet === undefined) this.#tell(true)
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined
      this.#tell(false)
    }, QUIET_MS)
  }

  close(): void {
    clearTimeout(this.#quiet)
  }
}
