import { eventRow } from '../../core/audit.ts'
import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { nextWindow, windowText } from '../../engine/facts/index.ts'
import { showPhone } from '../../shared/phone.ts'
import { dayMs } from '../../shared/time.ts'
import { canMailOwner, mailOwner } from '../connections/index.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { selectTenant } from '../tenants/index.ts'
import * as store from './store.ts'

/** After that it stays on the list, and nobody is mailed about it any more. */
const mostReminders = 5

/**
 * Its time has passed and nobody has closed it: the owner is mailed, and the next look is at the end of the next opening.
 * Twice is harmless: the mail's key counts the reminders.
 */
export async function remindOf(ctx: Ctx, callbackId: string, signal: AbortSignal): Promise<void> {
  const [[row], [tenant]] = await withTenant(ctx).batch(store.selectCallback(callbackId), selectTenant())
  if (row === undefined || tenant === undefined) return
  const { callback, lead } = row
  if (callback.state === 'done' || callback.reminders >= mostReminders) return
  if (!canMailOwner(ctx, tenant, { callbackId })) return
  const promised = windowText(asHeard(callback), 'en', tenant.country, callback.createdAt)
  await mailOwner(
    ctx,
    tenant,
    {
      replyTo: lead.email,
      subject: `Still waiting for a call: ${lead.name.replace(/[\r\n]+/g, ' ')}`,
      text: [
        `${lead.name} was told that you would call back ${promised}. Nobody has closed it yet.`,
        '',
        ...(lead.phone === '' ? [] : [`Phone: ${showPhone(lead.phone, tenant.country)}`]),
        ...(lead.email === '' ? [] : [`E-mail: ${lead.email}`]),
        '',
        'Mark it as done in Foyer when you have called.',
      ].join('\n'),
      idempotencyKey: `${callback.id} ${callback.reminders + 1}`,
    },
    signal,
  )
  const { facts } = await loadKnowledge(ctx, tenant.knowledgeRevision)
  const place = facts.find(({ locationId }) => locationId === callback.locationId)
  const next = place === undefined ? null : nextWindow(ctx.now(), place)
  const dueAt = next === null ? new Date(ctx.now().getTime() + dayMs) : new Date(next.toAt)
  await withTenant(ctx).batch(
    store.countReminder(callback.id),
    eventRow({ kind: 'callback.due', callbackId: callback.id }, dueAt),
  )
}

const asHeard = ({ fromAt, toAt, ...window }: store.Whole['callback']) => ({
  ...window,
  fromAt: fromAt.toISOString(),
  toAt: toAt.toISOString(),
})
