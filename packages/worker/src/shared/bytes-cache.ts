/** Keeps what was made from immutable things, up to so many bytes together; what was used longest ago goes first. */
export class BytesCache<T> {
  readonly #mostBytes: number
  readonly #held = new Map<string, { value: T; bytes: number }>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get(key: string): T | undefined {
    const held = this.#held.get(key)
    if (held === undefined) return undefined
    this.#held.delete(key)
    this.#held.set(key, held)
    return held.value
  }

  /** The newest stays even when it alone is larger than all may be. */
  set(key: string, value: T, bytes: number): void {
    this.#drop(key)
    this.#held.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.#mostBytes || oldest === key) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.bytes ?? 0
    this.#held.delete(key)
  }
}
