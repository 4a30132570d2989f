import { z } from 'zod'
import type { EmailPort } from '../../ports/email.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Secret } from '../../shared/secret.ts'

const provider = 'resend'
const Sent = z.object({ id: z.string() })

/** Resend's HTTP API (POST /emails), which keeps an idempotency key for 24 hours. */
export function resendEmail(as: { key: Secret; baseUrl: string; from: string }): EmailPort {
  return {
    async send(email, signal) {
      const reply = await fetch(`${as.baseUrl}/emails`, {
        method: 'POST',
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
        headers: {
          authorization: `Bearer ${as.key.reveal()}`,
          'content-type': 'application/json',
          'idempotency-key': email.idempotencyKey,
        },
        body: JSON.stringify({
          from: as.from,
          to: [email.to],
          subject: email.subject,
          text: email.text,
          ...(email.replyTo === '' ? {} : { reply_to: email.replyTo }),
        }),
      }).catch((cause: unknown) => {
        throw new ProviderError(provider, 'The mail provider cannot be reached.', { retryable: true, cause })
      })
      if (!reply.ok) {
        const retryable = reply.status === 429 || reply.status >= 500
        throw new ProviderError(provider, `The mail provider answered ${reply.status}.`, {
          retryable,
          cause: await reply.text(),
        })
      }
      const sent = Sent.safeParse(await reply.json().catch(() => null))
      if (!sent.success)
        throw new ProviderError(provider, 'The mail provider answered in a form we do not know.', { retryable: true })
    },
  }
}
