import type { Ctx } from '../../core/ctx.ts'
import type { EmailPort } from '../../ports/email.ts'
import type { IdentityLetter } from '../../ports/accounts.ts'
import type { Config } from '../../shared/config.ts'
import { AppError } from '../../shared/errors.ts'
import { log } from '../../shared/log.ts'
import { sha256 } from '../../shared/secret.ts'

const attempts = 3

/** Each letter once; a provider that is busy is asked again. Nobody waits for it, so its time says nothing of an account. */
export async function sendLetters(mail: EmailPort, config: Config, letters: readonly IdentityLetter[]): Promise<void> {
  for (const letter of letters) {
    const { subject, text } = compose(letter, config)
    const idempotencyKey = await sha256(`${letter.kind} ${letter.to} ${letter.token || crypto.randomUUID()}`)
    await deliver(mail, { to: letter.to, replyTo: '', subject, text, idempotencyKey })
  }
}

async function deliver(mail: EmailPort, letter: Parameters<EmailPort['send']>[0]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await mail.send(letter, AbortSignal.timeout(15_000))
    } catch (error) {
      const again = attempt < attempts && error instanceof Error && 'retryable' in error && error.retryable === true
      if (again) continue
      return log('error', 'identity-mail.failed', { pii: { to: letter.to, reason: String(error) } })
    }
  }
}

/** An invitation, mailed at once and never into the tenant's outbox: its token is the invited person's alone. */
export async function invitationLetter(
  ctx: Ctx,
  { email, role, token, invitedBy }: { email: string; role: string; token: string; invitedBy: string },
): Promise<void> {
  const by = invitedBy === '' ? 'You are invited' : `${invitedBy} invites you`
  await deliver(requireMail(ctx.identityMail), {
    to: email,
    replyTo: '',
    subject: 'An invitation to a front desk on Foyer',
    text: `${by} to a front desk, as ${role}. Open this link to look at it:\n\n${linkTo(ctx.config, 'invitation', token)}\n\nIt is good for seven days, once, for this address. If you do not expect it, do nothing.`,
    idempotencyKey: await sha256(`invitation ${token}`),
  })
}

/** @throws AppError unavailable where nobody carries mail. */
export function requireMail(mail: EmailPort | null): EmailPort {
  if (mail !== null) return mail
  throw new AppError(
    'unavailable',
    'This server cannot send mail yet, so nobody can sign up, be invited or ask for a link. Whoever runs it sets RESEND_API_KEY.',
  )
}

/** A token travels in the fragment: servers do not log it, and a scanner that opens the link does not use it up. */
const linkTo = (config: Config, page: string, token: string): string =>
  `${config.PUBLIC_URL}/dashboard/${page}#token=${encodeURIComponent(token)}`

function compose({ kind, token }: IdentityLetter, config: Config): { subject: string; text: string } {
  switch (kind) {
    case 'verify':
      return {
        subject: 'Confirm your e-mail for Foyer',
        text: `Open this link to confirm your e-mail and go on:\n\n${linkTo(config, 'verify', token)}\n\nIt is good for one day. If you did not sign up, do nothing.`,
      }
    case 'reset':
      return {
        subject: 'Choose a new password for Foyer',
        text: `Open this link to choose a new password:\n\n${linkTo(config, 'reset', token)}\n\nIt is good for one hour, once. If you did not ask for it, do nothing: your password stays as it is.`,
      }
    case 'sign-in':
      return {
        subject: 'Your sign-in link for Foyer',
        text: `Open this link to sign in:\n\n${linkTo(config, 'sign-in', token)}\n\nIt is good for 15 minutes, once. If you did not ask for it, do nothing.`,
      }
    case 'sign-in-needs-code':
      return {
        subject: 'Signing in to Foyer',
        text: `You asked for a sign-in link. Your account is guarded by codes, so a link is not enough: sign in with your password and a code.\n\n${config.PUBLIC_URL}/dashboard/sign-in`,
      }
    case 'already-known':
      return {
        subject: 'You have a Foyer account already',
        text: `Somebody, perhaps you, signed up with this e-mail, which has an account already. Sign in instead:\n\n${config.PUBLIC_URL}/dashboard/sign-in\n\nIf it was not you, do nothing.`,
      }
    default:
      return kind satisfies never
  }
}
