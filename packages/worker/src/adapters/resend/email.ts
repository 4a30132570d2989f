import { z } from 'zod'
import type { EmailPort } from '../../ports/email.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Config } from '../../shared/config.ts'

const provider = 'resend'
const Sent = z.object({ id: z.string() })

/** Resend's HTTP API (POST /emails), which keeps an idempotency key for 24 hours. */
export function resendEmail(config: Config): EmailPort {
  return {
    async send(email, signal) {
      if (config.RESEND_API_KEY === undefined)
        throw new ProviderError(provider, 'No mail provider is set up: RESEND_API_KEY is missing.', {
          retryable: false,
        })
      const reply = await fetch(`${config.RESEND_BASE_URL}/emails`, {
        method: 'POST',
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
        headers: {
          authorization: `Bearer ${config.RESEND_API_KEY.reveal()}`,
          'content-type': 'application/json',
          'idempotency-key': email.idempotencyKey,
        },
        body: JSON.stringify({
          from: config.EMAIL_FROM,
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
