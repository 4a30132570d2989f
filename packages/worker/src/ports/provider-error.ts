/** How every adapter says that the other side failed; `retryable` when the same call may work later. */
export class ProviderError extends Error {
  readonly provider: string
  readonly retryable: boolean

  constructor(provider: string, message: string, more: { retryable: boolean; cause?: unknown }) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'ProviderError'
    this.provider = provider
    this.retryable = more.retryable
  }
}
