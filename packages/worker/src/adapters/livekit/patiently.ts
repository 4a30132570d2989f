import { ServerError } from 'livekit-server-sdk'
import { ProviderError } from '../../ports/provider-error.ts'

const tries = 3

/** Three tries with growing pauses and jitter; what the server refuses (4xx) is not asked again. */
export async function patiently<T>(work: () => Promise<T>, most = tries): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (cause) {
      const refused = cause instanceof ServerError && cause.status < 500
      if (refused || attempt >= most) throw failure(cause)
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt * (0.5 + Math.random())))
    }
  }
}

function failure(cause: unknown): ProviderError {
  if (cause instanceof ServerError) {
    const said = `The media server answered ${cause.status} (${cause.code ?? cause.message}).`
    return new ProviderError('livekit', said, { retryable: cause.status >= 500, cause })
  }
  return new ProviderError('livekit', 'The media server cannot be reached.', { retryable: true, cause })
}
