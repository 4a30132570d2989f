/** Time and chance, so that a test needs neither. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after `ms`, earlier when the device comes back online. @throws the signal's reason when it aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
  /** 0 ≤ x < 1. */
  random(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait(ms, signal) {
    return new Promise((resolve, reject) => {
      const page = globalThis as Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>
      const stop = () => {
        clearTimeout(timer)
        page.removeEventListener?.('online', wake)
        signal?.removeEventListener('abort', abort)
      }
      const wake = () => (stop(), resolve())
      const abort = () => (stop(), reject(signal?.reason))
      const timer = setTimeout(wake, ms)
      page.addEventListener?.('online', wake)
      signal?.addEventListener('abort', abort)
      if (signal?.aborted === true) abort()
    })
  },
}

/** Exponential back-off with full jitter: a random share of `baseMs · 2^(attempt-1)`, never over `maxMs`. */
export function backOffMs(clock: Clock, attempt: number, baseMs: number, maxMs: number): number {
  return Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.3 + 0.7 * clock.random())
}

/** A signal that aborts `ms` after the last `renew()`, or with the one given. */
export function deadline(ms: number, outer?: AbortSignal): { signal: AbortSignal; renew(): void; clear(): void } {
  const own = new AbortController()
  const expire = () => own.abort(new DOMException('Timed out', 'TimeoutError'))
  let timer = setTimeout(expire, ms)
  return {
    signal: outer === undefined ? own.signal : AbortSignal.any([outer, own.signal]),
    renew() {
      clearTimeout(timer)
      timer = setTimeout(expire, ms)
    },
    clear: () => clearTimeout(timer),
  }
}
