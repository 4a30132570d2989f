import type { Wire, WireEvents } from '../gateway/backend.ts'
import { errorFrame, statusOf } from '../gateway/frames.ts'
import { DatabaseRefusal } from '../gateway/refusal.ts'
import { serialize } from 'pg-protocol'

export type EmbeddedWireOptions = {
  /** Waits for the database; resolves to the function that gives it back. */
  enter(): Promise<() => void>
  send(frames: Uint8Array): Promise<Uint8Array>
  holdMs: number
  events: WireEvents
}

/** A connection to the embedded database: it keeps the database from its first statement to the end of its transaction. */
export class EmbeddedWire implements Wire {
  readonly #options: EmbeddedWireOptions
  #work: Promise<void> = Promise.resolve()
  #leave: (() => void) | undefined
  #patience: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: EmbeddedWireOptions) {
    this.#options = options
  }

  write(frames: Uint8Array): void {
    this.#work = this.#work.then(() => this.#exchange(frames)).catch((error: unknown) => this.#refuse(error))
  }

  close(): void {
    this.#closed = true
    this.#work = this.#work.then(() => this.#giveBack())
  }

  async #exchange(frames: Uint8Array): Promise<void> {
    if (this.#closed) return
    clearTimeout(this.#patience)
    this.#leave ??= await this.#options.enter()
    const reply = await this.#options.send(frames)
    this.#options.events.receive(reply)
    if (statusOf(reply) === 'I') return this.#release()
    this.#patience = setTimeout(() => this.#loosePatience(), this.#options.holdMs)
  }

  #loosePatience(): void {
    const seconds = this.#options.holdMs / 1000
    this.#work = this.#work.then(async () => {
      await this.#giveBack()
      this.#refuse(
        new DatabaseRefusal(
          '25P03',
          `The transaction was idle for ${seconds} s while others waited, and was rolled back.`,
        ),
      )
    })
  }

  async #giveBack(): Promise<void> {
    clearTimeout(this.#patience)
    if (!this.#leave) return
    await this.#options.send(serialize.query('ROLLBACK'))
    this.#release()
  }

  #release(): void {
    this.#leave?.()
    this.#leave = undefined
  }

  #refuse(error: unknown): void {
    const code = error instanceof DatabaseRefusal ? error.code : 'XX000'
    const message = error instanceof Error ? error.message : 'The embedded database failed.'
    this.#closed = true
    this.#options.events.receive(errorFrame({ code, message, severity: 'FATAL' }))
    this.#options.events.end()
  }
}
