/** Small non-cryptographic hashes of terms: 32 bits, the same on every machine. */
export function hashTerm(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return finish(hash)
}

export function hashPair(a: number, b: number): number {
  return finish(Math.imul(a, 0x85ebca6b) + Math.imul(b, 0xc2b2ae35))
}

/** Calls `each` with the hash of every run of `size` characters of a word between edge marks. */
export function eachGram(word: string, size: number, each: (hash: number) => void): void {
  const length = word.length + 2
  const code = (at: number): number => (at === 0 || at === length - 1 ? 0x5f : word.charCodeAt(at - 1))
  for (let from = 0; from + size <= length; from++) {
    let hash = 0x811c9dc5 ^ size
    for (let at = 0; at < size; at++) hash = Math.imul(hash ^ code(from + at), 0x01000193)
    each(finish(hash))
  }
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  return h >>> 0
}
