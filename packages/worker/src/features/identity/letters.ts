import type { Ctx } from '../../core/ctx.ts'
import type { Role } from '../../core/scopes.ts'
import type { IdentityLetter } from '../../ports/accounts.ts'
import type { EmailPort } from '../../ports/email.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Config } from '../../shared/config.ts'
import { AppError } from '../../shared/errors.ts'
import { log } from '../../shared/log.ts'
import { patiently } from '../../shared/patiently.ts'
import { sha256 } from '../../shared/secret.ts'
import { type LetterLang, letterWords } from './letter-words.ts'

/** Each letter once; a provider that is busy is asked again. Nobody waits for it, so its time says nothing of an account. */
export async function sendLetters(
  mail: EmailPort,
  config: Config,
  letters: readonly IdentityLetter[],
  lang: LetterLang,
): Promise<void> {
  for (const { kind, to, token } of letters) {
    const link = linkTo(config, pages[kind], token)
    await deliver(mail, to, letterWords[lang][kind], { link }, `${kind} ${to} ${token || crypto.randomUUID()}`)
  }
}

/** An invitation, mailed at once and never into the tenant's outbox: its token is the invited person's alone. */
export async function invitationLetter(
  ctx: Ctx,
  {
    email,
    role,
    token,
    invitedBy,
    lang,
  }: { email: string; role: Role; token: string; invitedBy: string; lang: LetterLang },
): Promise<void> {
  const { invitation, somebody, roles } = letterWords[lang]
  const values = { by: invitedBy || somebody, role: roles[role], link: linkTo(ctx.config, 'invitation', token) }
  await deliver(requireMail(ctx.identityMail), email, invitation, values, `invitation ${token}`)
}

async function deliver(
  mail: EmailPort,
  to: string,
  { subject, text }: { subject: string; text: string },
  values: Record<string, string>,
  once: string,
): Promise<void> {
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  const letter = { to, replyTo: '', subject, text: filled, idempotencyKey: await sha256(once) }
  const again = (error: unknown) => error instanceof ProviderError && error.retryable
  await patiently(() => mail.send(letter, AbortSignal.timeout(15_000)), { again, tries: 3, firstPauseMs: 500 }).catch(
    (error: unknown) => log('error', 'identity-mail.failed', { pii: { to, reason: String(error) } }),
  )
}

/** @throws AppError unavailable where nobody carries mail. */
export function requireMail(mail: EmailPort | null): EmailPort {
  if (mail !== null) return mail
  throw new AppError(
    'unavailable',
    'This server cannot send mail yet, so nobody can sign up, be invited or ask for a link. Whoever runs it sets SMTP_URL or RESEND_API_KEY.',
  )
}

const pages: Readonly<Record<IdentityLetter['kind'], string>> = {
  verify: 'verify',
  reset: 'reset',
  'sign-in': 'sign-in',
  'sign-in-needs-code': 'sign-in',
  'already-known': 'sign-in',
}

/** A token travels in the fragment: servers do not log it, and a scanner that opens the link does not use it up. */
const linkTo = (config: Config, page: string, token: string): string =>
  `${config.PUBLIC_URL}/dashboard/${page}${token === '' ? '' : `#token=${encodeURIComponent(token)}`}`
