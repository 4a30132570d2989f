export interface Email {
  to: string
  replyTo: string
  subject: string
  text: string
  /** The same mail is sent once, however often this is called with it. */
  idempotencyKey: string
}

export interface EmailPort {
  /** @throws ProviderError */
  send(email: Email, signal: AbortSignal): Promise<void>
}
