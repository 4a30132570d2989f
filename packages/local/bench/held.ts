/** The least recently used leave when bytes run out: as features/knowledge/revision/load.ts holds what an isolate has read. */
export class Held<T extends { heapBytes: number }> {
  readonly #mostBytes: number
  readonly #held = new Map<string, T>()
  #bytes = 0
  misses = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get(key: string, open: () => T): T {
    const known = this.#held.get(key)
    if (known !== undefined) {
      this.#held.delete(key)
      this.#held.set(key, known)
      return known
    }
    this.misses++
    const opened = open()
    this.#held.set(key, opened)
    this.#bytes += opened.heapBytes
    for (const [oldest, { heapBytes }] of this.#held) {
      if (this.#bytes <= this.#mostBytes || oldest === key) break
      this.#held.delete(oldest)
      this.#bytes -= heapBytes
    }
    return opened
  }
}
