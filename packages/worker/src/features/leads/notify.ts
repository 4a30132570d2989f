import { eq } from 'drizzle-orm'
import type { Ctx } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { showPhone } from '../../shared/phone.ts'
import { selectTenant } from '../tenants/index.ts'
import { leads } from './table.ts'

const subjects = { message: 'Message', handoff: 'Please call back', emergency: 'Emergency' } as const

/** The mail the owner gets for a message that was left. Sending twice is harmless: the lead's id is the idempotency key. */
export async function mailLead(ctx: Ctx, leadId: string, signal: AbortSignal): Promise<void> {
  const [[lead], [tenant]] = await withTenant(ctx).batch(query.select().from(leads).where(eq(leads.id, leadId)), selectTenant())
  if (lead === undefined || tenant === undefined) return
  const ways = [lead.phone === '' ? '' : `Phone: ${showPhone(lead.phone, tenant.country)}`, lead.email === '' ? '' : `E-mail: ${lead.email}`]
  const lines = [`${lead.name} left a message on your site.`, '', lead.text, '', ...ways.filter((line) => line !== ''), '', `The conversation: ${ctx.config.PUBLIC_URL}/v1/conversations/${lead.conversationId}`]
  await ctx.ports.email.send(
    {
      to: tenant.notifyEmail === '' ? `owner@${tenant.slug}.invalid` : tenant.notifyEmail,
      replyTo: lead.email,
      subject: `${subjects[lead.reason]} from ${lead.name.replace(/[\r\n]+/g, ' ')}`,
      text: lines.join('\n'),
      idempotencyKey: lead.id,
    },
    signal,
  )
}
