/**
 * How often each hash was met, in the order of first meeting. One table serves many texts: `clear` costs what was counted,
 * not the room. A map of the language took three times as long.
 */
export class Counts {
  size = 0
  keys: Uint32Array = new Uint32Array(1024)
  counts: Float64Array = new Float64Array(1024)
  /** Open addressing: number of the key plus one, or 0. Twice to four times as many places as keys. */
  #places = new Int32Array(4096)

  add(key: number, by: number): void {
    const mask = this.#places.length - 1
    let place = key & mask
    for (let at = this.#places[place] as number; at !== 0; at = this.#places[place] as number) {
      if (this.keys[at - 1] === key) {
        this.counts[at - 1] = (this.counts[at - 1] as number) + by
        return
      }
      place = (place + 1) & mask
    }
    if (this.size === this.keys.length) {
      this.#grow()
      return this.add(key, by)
    }
    this.keys[this.size] = key
    this.counts[this.size] = by
    this.size++
    this.#places[place] = this.size
  }

  /** How often `key` was met. */
  of(key: number): number {
    const mask = this.#places.length - 1
    for (let place = key & mask; ; place = (place + 1) & mask) {
      const at = this.#places[place] as number
      if (at === 0) return 0
      if (this.keys[at - 1] === key) return this.counts[at - 1] as number
    }
  }

  clear(): void {
    if (this.size * 8 > this.#places.length) this.#places.fill(0)
    else {
      const mask = this.#places.length - 1
      // The last in goes first, so that no key still to be found stands behind an emptied place.
      for (let at = this.size; at > 0; at--) {
        let place = (this.keys[at - 1] as number) & mask
        while (this.#places[place] !== at) place = (place + 1) & mask
        this.#places[place] = 0
      }
    }
    this.size = 0
  }

  #grow(): void {
    const room = this.keys.length * 2
    const keys = new Uint32Array(room)
    keys.set(this.keys)
    const counts = new Float64Array(room)
    counts.set(this.counts)
    this.keys = keys
    this.counts = counts
    this.#places = new Int32Array(room * 4)
    const mask = this.#places.length - 1
    for (let at = 1; at <= this.size; at++) {
      let place = (keys[at - 1] as number) & mask
      while (this.#places[place] !== 0) place = (place + 1) & mask
      this.#places[place] = at
    }
  }
}
