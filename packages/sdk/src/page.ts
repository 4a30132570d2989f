import { systemClock } from './clock.ts'
import type { Http } from './request.ts'

export { request } from './request.ts'

/** For pages the service itself serves: the same origin, and a credential the page was opened with. */
export function sameOrigin(): Http {
  return {
    baseUrl: location.origin,
    fetch: (...given) => fetch(...given),
    clock: systemClock,
    timeoutMs: 20_000,
    attempts: 3,
  }
}
