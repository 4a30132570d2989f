export interface Patience {
  /** Whether this failure may pass by itself, and the work is harmless to repeat after it. */
  again: (error: unknown) => boolean
  /** Tries altogether, the first included; without it, until `signal`. */
  tries?: number
  /** Ends the trying, not the work. */
  signal?: AbortSignal
  /** Milliseconds before the second try; doubled before each further one, up to `longestPauseMs`. */
  firstPauseMs?: number
  longestPauseMs?: number
}

/** Does the work, again after a pause where it says that it may be. @throws what the last try threw */
export async function patiently<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  const { again, tries = Infinity, signal, firstPauseMs = 100, longestPauseMs = 2000 } = patience
  for (let attempt = 1, pauseMs = firstPauseMs; ; attempt++, pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= tries || signal?.aborted === true || !again(error)) throw error
      // Half of it by chance, so that a thousand who failed together do not come back together.
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)))
    }
  }
}
