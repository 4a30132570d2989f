import type { EmailPort } from '../../ports/email.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Secret } from '../../shared/secret.ts'

const provider = 'mailbox'

/** The launcher's own page for identity mail: shown on loopback to the person at the machine, sent to nobody. */
export function localMailbox(url: string, secret: Secret): EmailPort {
  return {
    async send(email, signal) {
      const reply = await fetch(`${url}/letters`, {
        method: 'POST',
        signal,
        headers: { authorization: `Bearer ${secret.reveal()}`, 'content-type': 'application/json' },
        body: JSON.stringify(email),
      }).catch((cause: unknown) => {
        throw new ProviderError(provider, 'The mail page of this machine cannot be reached.', {
          retryable: true,
          cause,
        })
      })
      if (!reply.ok)
        throw new ProviderError(provider, `The mail page of this machine answered ${reply.status}.`, {
          retryable: false,
        })
    },
  }
}
