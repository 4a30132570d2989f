import { ServerError } from 'livekit-server-sdk'
import { ProviderError } from '../../ports/provider-error.ts'
import { patiently } from '../../shared/patiently.ts'

/** Three tries; what the server refuses (4xx) is not asked again. */
export const asked = <T>(work: () => Promise<T>, tries = 3): Promise<T> =>
  patiently(work, { again: (cause) => !isRefusal(cause), tries, firstPauseMs: 200 }).catch((cause: unknown) => {
    throw failure(cause)
  })

const isRefusal = (cause: unknown): boolean => cause instanceof ServerError && cause.status < 500

function failure(cause: unknown): ProviderError {
  if (cause instanceof ServerError) {
    const said = `The media server answered ${cause.status} (${cause.code ?? cause.message}).`
    return new ProviderError('livekit', said, { retryable: cause.status >= 500, cause })
  }
  return new ProviderError('livekit', 'The media server cannot be reached.', { retryable: true, cause })
}
