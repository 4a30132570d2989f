import type { EmailPort } from '../../ports/email.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Secret } from '../../shared/secret.ts'

const provider = 'smtp'
const connectMs = 10_000

interface Account {
  /** `smtps://user:password@host:465`, or `smtp://…:587`, which must offer STARTTLS unless it is on this machine. */
  url: Secret
  from: string
}

/**
 * A mail server of one's own. One connection a mail: a Worker keeps none between requests. SMTP knows no idempotency key;
 * a mail has the same Message-ID however often it is sent, by which mail boxes know a second copy.
 */
export function smtpEmail({ url, from }: Account): EmailPort {
  return {
    async send(email, signal) {
      // Loaded with the first mail: no visitor's turn needs it.
      const { createTransport } = await import('nodemailer')
      const { hostname, port, protocol, username, password } = new URL(url.reveal())
      const secure = protocol === 'smtps:'
      // A Worker asks a public resolver, which knows no machine of ours.
      const host = hostname === 'localhost' ? '127.0.0.1' : hostname.replace(/^\[|\]$/g, '')
      const transport = createTransport({
        host,
        port: Number(port) || (secure ? 465 : 587),
        secure,
        requireTLS: !secure && !isLoopback(host),
        ...(username === ''
          ? {}
          : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
        connectionTimeout: connectMs,
        greetingTimeout: connectMs,
        socketTimeout: connectMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      const stop = whenAborted(signal)
      try {
        await Promise.race([
          transport.sendMail({
            from,
            to: email.to,
            subject: email.subject,
            text: email.text,
            messageId: `<${email.idempotencyKey}@${domainOf(from)}>`,
            ...(email.replyTo === '' ? {} : { replyTo: email.replyTo }),
          }),
          stop.aborted,
        ])
      } catch (cause) {
        throw failure(cause)
      } finally {
        stop.forget()
        transport.close()
      }
    },
  }
}

/** 4xx may pass by itself, 5xx and a refused log-in will not (RFC 5321, 4.2.1). A silence after the text may have been a yes. */
function failure(cause: unknown): ProviderError {
  const { responseCode, code } = (typeof cause === 'object' && cause !== null ? cause : {}) as {
    responseCode?: number
    code?: string
  }
  if (code === 'EAUTH')
    return new ProviderError(provider, 'The mail server refuses the user name or password of SMTP_URL.', {
      retryable: responseCode !== undefined && responseCode < 500,
      cause,
    })
  if (responseCode !== undefined)
    return new ProviderError(provider, `The mail server answered ${responseCode}.`, {
      retryable: responseCode < 500,
      cause,
    })
  return new ProviderError(provider, 'The mail server cannot be reached.', { retryable: true, cause })
}

function whenAborted(signal: AbortSignal): { aborted: Promise<never>; forget: () => void } {
  let tell = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    tell = () => reject(signal.reason)
    signal.addEventListener('abort', tell, { once: true })
  })
  aborted.catch(() => undefined)
  if (signal.aborted) tell()
  return { aborted, forget: () => signal.removeEventListener('abort', tell) }
}

const isLoopback = (host: string): boolean => /^(127(\.\d+){3}|::1)$/.test(host)
const domainOf = (from: string): string => /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
