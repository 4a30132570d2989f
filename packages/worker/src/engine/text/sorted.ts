/** Where `key` stands in sorted `keys`, or -1. */
export function findKey(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const at = keys[middle] as number
    if (at === key) return middle
    if (at < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
