import { isUnavailable } from '../../db/unavailable.ts'

const firstPauseMs = 100
const longestPauseMs = 2000

/**
 * Work that is harmless to repeat, tried again while the database is away and the turn has time: what was acknowledged is
 * answered although a server was restarted under it.
 */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted || !isUnavailable(error)) throw error
      // Half of it by chance, so that a thousand conversations do not come back at once.
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)))
    }
  }
}
