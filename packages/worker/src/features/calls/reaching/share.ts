/** A phone that rings for less is not found in its pocket. */
const leastMs = 5000

/** Waves that have so long together, one after another: for how long each rings, and those that there is no time for left out. */
export function shared<Wave>(waves: readonly Wave[], togetherMs: number): { waves: Wave[]; ringMs: number } {
  const ringMs = Math.max(leastMs, Math.floor(togetherMs / Math.max(1, waves.length)))
  return { waves: waves.slice(0, Math.max(1, Math.floor(togetherMs / ringMs))), ringMs }
}
