import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { detectEmergency } from '../../../engine/emergency/index.ts'
import { showPhone } from '../../../shared/phone.ts'
import { canMailOwner, mailOwner } from '../../connections/index.ts'
import { selectTenant } from '../../tenants/index.ts'
import { selectCall } from '../store.ts'
import { selectLate } from './settle-store.ts'

/** Nothing answered those words, so somebody of the business should read them; one letter a call. */
export async function mailLateWords(ctx: Ctx, callId: string, signal: AbortSignal): Promise<void> {
  const [[call], [tenant], late] = await withTenant(ctx).batch(selectCall(callId), selectTenant(), selectLate(callId))
  if (call === undefined || tenant === undefined) return
  if (late.length === 0 || !canMailOwner(ctx, tenant, { callId })) return
  const isDanger = late.some(({ text }) => detectEmergency(text).grade === 'danger')
  const from = call.caller === '' ? 'somebody without a number' : showPhone(call.caller, tenant.country)
  await mailOwner(
    ctx,
    tenant,
    {
      replyTo: '',
      subject: `${isDanger ? 'Danger? ' : ''}Understood after a call from ${from}`,
      text: [
        'When this was said no speech recognition could be reached, and we asked to hear it again. We understand it now:',
        '',
        ...late.map(({ text }) => `“${text}”`),
        '',
        call.caller === '' ? 'They left no number to call.' : `If it is not settled, call them: ${from}`,
      ].join('\n'),
      idempotencyKey: `late-${call.id}`,
    },
    signal,
  )
}
