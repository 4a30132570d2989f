import { and, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { windowText } from '../../engine/facts/index.ts'
import { showPhone } from '../../shared/phone.ts'
import { callbacks } from '../callbacks/table.ts'
import { canMailOwner, mailOwner } from '../connections/index.ts'
import { conversations, messages } from '../conversations/table.ts'
import { playbookVersions } from '../playbook/index.ts'
import { assistants, selectTenant } from '../tenants/index.ts'
import { leads } from './table.ts'

/** When and about what is not mailed: it would outlive the conversation it is from. */
const calledBefore =
  'This number has called before. When and about what stands beside the conversation in Foyer; it may have been somebody else.'

const subjects = { message: 'Message', handoff: 'Please call back', emergency: 'Emergency' } as const

/** The mail the owner gets for a message that was left. Sending twice is harmless: the lead's id is the idempotency key. */
export async function mailLead(ctx: Ctx, leadId: string, signal: AbortSignal): Promise<void> {
  const [[lead], [tenant]] = await withTenant(ctx).batch(
    query.select().from(leads).where(eq(leads.id, leadId)),
    selectTenant(),
  )
  if (lead === undefined || tenant === undefined) return
  if (!canMailOwner(ctx, tenant, { leadId })) return
  const [before, [known], [callback]] = await withTenant(ctx).batch(
    lastWords(lead.conversationId),
    about(lead.conversationId),
    query.select().from(callbacks).where(eq(callbacks.leadId, leadId)),
  )
  const promised = callback === undefined ? '' : toBeCalled(callback, tenant.country)
  const discreet = known?.detailsInMail === false
  const ways = [
    lead.phone === '' ? '' : `Phone: ${showPhone(lead.phone, tenant.country)}`,
    lead.email === '' ? '' : `E-mail: ${lead.email}`,
  ]
  const lines = [
    `${lead.name} left a message on your site.`,
    '',
    discreet ? 'What it is about is not mailed. Read it in Foyer.' : lead.text,
    '',
    ...ways.filter((line) => line !== ''),
    ...lead.answers
      .map(({ question, text, sealed }) => (discreet && sealed === '' ? '' : `${question} ${text}`))
      .filter((line) => line !== ''),
    ...(promised === '' ? [] : ['', promised]),
    ...(known?.recognised === true ? ['', calledBefore] : []),
    ...(discreet ? [] : ['', 'What was said before:']),
    ...(discreet ? [] : before.toReversed()).map(
      ({ author, text }) => `${author === 'visitor' ? lead.name : 'Assistant'}: ${text}`,
    ),
  ]
  await mailOwner(
    ctx,
    tenant,
    {
      replyTo: lead.email,
      subject: `${callback === undefined ? subjects[lead.reason] : subjects.handoff} from ${lead.name.replace(/[\r\n]+/g, ' ')}`,
      text: lines.join('\n'),
      idempotencyKey: lead.id,
    },
    signal,
  )
}

/** What the caller was told. */
function toBeCalled({ fromAt, toAt, createdAt, ...window }: typeof callbacks.$inferSelect, country: string): string {
  const heard = { ...window, fromAt: fromAt.toISOString(), toAt: toAt.toISOString() }
  return `They were told that somebody calls back ${windowText(heard, 'en', country, createdAt)}.`
}

const lastWords = (conversationId: string) =>
  query
    .select({ author: messages.author, text: messages.text })
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .orderBy(desc(messages.position))
    .limit(8)

/** What the assistant's published playbook says of mail, if one is; and whether the caller was recognised. */
const about = (conversationId: string) =>
  query
    .select({
      detailsInMail: sql<boolean | null>`(${playbookVersions.document} #>> '{messages,detailsInMail}')::boolean`,
      recognised: sql<boolean>`exists (
        select from calls c where c.conversation_id = ${conversations.id} and c.recognised)`,
    })
    .from(conversations)
    .innerJoin(assistants, eq(assistants.id, conversations.assistantId))
    .leftJoin(
      playbookVersions,
      and(eq(playbookVersions.tenantId, assistants.tenantId), eq(playbookVersions.id, assistants.publishedVersionId)),
    )
    .where(eq(conversations.id, conversationId))
