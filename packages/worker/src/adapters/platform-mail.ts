import type { EmailPort } from '../ports/email.ts'
import { ProviderError } from '../ports/provider-error.ts'
import type { Config } from '../shared/config.ts'
import { localMailbox } from './mailbox/email.ts'
import { resendEmail } from './resend/email.ts'
import { smtpEmail } from './smtp/email.ts'

/** What the operator set up to carry mail; null when nothing. */
export function platformMail(config: Config): EmailPort | null {
  const { SMTP_URL: url, RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, EMAIL_FROM: from } = config
  if (url !== undefined) return smtpEmail({ url, from })
  return key === undefined ? null : resendEmail({ key, baseUrl, from })
}

/** Mail about accounts: the developer's own page on one machine, a provider elsewhere, and nobody without one. */
export function identityMail(config: Config): EmailPort | null {
  const { LOCAL_MAILBOX_URL: url, LOCAL_MAILBOX_SECRET: secret } = config
  if (config.FOYER_LOCAL && url !== undefined && secret !== undefined) return localMailbox(url, secret)
  return platformMail(config)
}

/** In the place of a service that nobody set up: what would be mailed waits, and the log says why. */
export const noMail: EmailPort = {
  send: () =>
    Promise.reject(
      new ProviderError('mail', 'No mail service is set up: SMTP_URL or RESEND_API_KEY is missing.', {
        retryable: false,
      }),
    ),
}
