import type { Ctx } from '../../core/ctx.ts'
import type { Email } from '../../ports/email.ts'
import { log } from '../../shared/log.ts'
import { mailOf } from './own.ts'

type Letter = Omit<Email, 'to'>

/** Whether the owner can be written to: in live mode not before they have said where. What could not be sent is noted. */
export function canMailOwner(ctx: Ctx, tenant: { notifyEmail: string }, subject: Record<string, string>): boolean {
  const nowhere = tenant.notifyEmail === '' && ctx.mode === 'live'
  if (nowhere) log('warn', 'owner.nobody-to-mail', { tenantId: ctx.tenantId, ...subject })
  return !nowhere
}

/** A letter to the owner. The test-mode outbox shows it without an address too. @throws ProviderError */
export async function mailOwner(
  ctx: Ctx,
  { notifyEmail }: { notifyEmail: string },
  letter: Letter,
  signal: AbortSignal,
): Promise<void> {
  const mail = await mailOf(ctx)
  await mail.send({ ...letter, to: notifyEmail === '' ? '(no address is set yet)' : notifyEmail }, signal)
}
