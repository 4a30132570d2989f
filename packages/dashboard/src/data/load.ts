import type { ReactiveController, ReactiveControllerHost } from 'lit'

type State<T> = { kind: 'waiting' } | { kind: 'ready'; value: T } | { kind: 'failed'; error: unknown }

/** Something that is fetched for a page: what was asked last counts, what was asked before is let go. */
export class Load<T> implements ReactiveController {
  state: State<T> = { kind: 'waiting' }
  readonly #host: ReactiveControllerHost
  #asked = new AbortController()
  #again: ((signal: AbortSignal) => Promise<T>) | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get value(): T | undefined {
    return this.state.kind === 'ready' ? this.state.value : undefined
  }

  hostDisconnected(): void {
    this.#asked.abort()
  }

  /** Fetches it; what stood there stays until the new comes, unless `afresh`. */
  async run(fetch: (signal: AbortSignal) => Promise<T>, how: 'afresh' | 'quietly' = 'afresh'): Promise<void> {
    this.#asked.abort()
    const asked = (this.#asked = new AbortController())
    this.#again = fetch
    if (how === 'afresh') this.#set({ kind: 'waiting' })
    try {
      const value = await fetch(asked.signal)
      if (!asked.signal.aborted) this.#set({ kind: 'ready', value })
    } catch (error) {
      if (!asked.signal.aborted) this.#set({ kind: 'failed', error })
    }
  }

  retry(): void {
    if (this.#again !== undefined) void this.run(this.#again)
  }

  /** Shows a change at once; the returned function takes it back, for when the service refuses. */
  change(alter: (value: T) => T): () => void {
    const before = this.state
    if (before.kind === 'ready') this.#set({ kind: 'ready', value: alter(before.value) })
    return () => this.#set(before)
  }

  #set(state: State<T>): void {
    this.state = state
    this.#host.requestUpdate()
  }
}
