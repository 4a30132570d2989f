import { and, asc, eq, gte } from 'drizzle-orm'
import type { Ctx } from '../../../core/ctx.ts'
import { query, withTenant } from '../../../db/tenant.ts'
import { detectEmergency } from '../../../engine/emergency/index.ts'
import { showPhone } from '../../../shared/phone.ts'
import { canMailOwner, mailOwner } from '../../connections/index.ts'
import { messages } from '../../conversations/index.ts'
import { selectTenant } from '../../tenants/index.ts'
import { selectCall } from '../store.ts'

/** Nothing answered those words, so somebody of the business should read them; one letter a call. */
export async function mailLateWords(ctx: Ctx, callId: string, signal: AbortSignal): Promise<void> {
  const [[call], [tenant]] = await withTenant(ctx).batch(selectCall(callId), selectTenant())
  if (call === undefined || tenant === undefined) return
  const [late] = await withTenant(ctx).batch(
    query
      .select({ text: messages.text })
      .from(messages)
      .where(
        and(
          eq(messages.conversationId, call.conversationId),
          eq(messages.via, 'late'),
          gte(messages.createdAt, call.createdAt),
        ),
      )
      .orderBy(asc(messages.createdAt)),
  )
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
