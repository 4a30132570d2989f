export type SilenceOptions = {
  promptMs: number
  endMs: number
  /** Asks whether somebody is there. */
  ask: () => Promise<void>
  /** They are not. */
  giveUp: () => Promise<void>
}

/** Nobody speaks: after a while they are asked, and after another while it is given up. */
export class Silence {
  readonly #options: SilenceOptions
  #timer: NodeJS.Timeout | undefined
  #hasAsked = false

  constructor(options: SilenceOptions) {
    this.#options = options
  }

  /** We listen, from now on. */
  begin(): void {
    clearTimeout(this.#timer)
    const { promptMs, endMs } = this.#options
    this.#timer = setTimeout(() => void this.#over(), this.#hasAsked ? endMs : promptMs)
  }

  /** Somebody speaks. */
  broken(): void {
    this.stop()
    this.#hasAsked = false
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #over(): Promise<void> {
    if (this.#hasAsked) return this.#options.giveUp()
    this.#hasAsked = true
    await this.#options.ask()
  }
}
