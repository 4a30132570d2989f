import type { z } from '@hono/zod-openapi'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { auditRow, eventRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import type { CallbackWindow } from '../../engine/facts/index.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { unseal } from '../../shared/secret.ts'
import { toE164 } from '../../shared/phone.ts'
import { callbacks } from '../callbacks/table.ts'
import { selectConversation } from '../conversations/access.ts'
import { messages } from '../conversations/table.ts'
import { selectTenant } from '../tenants/index.ts'
import { toPage } from '../../web/page.ts'
import { presentAnswer, presentLead } from './present.ts'
import type { NewLead } from './schema.ts'
import { type LeadAnswer, leads } from './table.ts'

const messagesPerDay = 200
/** What an answer to a sensitive question is sealed for. */
export const answerPurpose = 'sensitive answer'

/** Stored before it is acknowledged; the mail to the owner follows from its event, at least once, sent once. */
export async function leaveMessage(ctx: Ctx, conversationId: string, input: z.output<typeof NewLead>) {
  requireScope(ctx, 'visitor:talk')
  const { lead, isNew } = await storeMessage(ctx, conversationId, input)
  if (isNew)
    await ctx.objects.conversation(conversationId).announce(conversationId, { type: 'lead.left', leadId: lead.id })
  return lead
}

/** The same within a turn, which tells its listeners itself; with the time in which somebody calls back, when they were told one. */
export async function storeMessage(
  ctx: Ctx,
  conversationId: string,
  input: z.output<typeof NewLead>,
  callback: CallbackWindow | null = null,
  answered: readonly { question: string; turnId: string }[] = [],
) {
  const [[conversation], [tenant], [before], told] = await withTenant(ctx).batch(
    selectConversation(ctx, conversationId),
    selectTenant(),
    query
      .select()
      .from(leads)
      .where(and(eq(leads.conversationId, conversationId), eq(leads.clientId, input.messageId))),
    selectTold(
      conversationId,
      answered.map(({ turnId }) => turnId),
    ),
  )
  if (conversation === undefined || tenant === undefined) throw notFound('conversation')
  if (before !== undefined) return { lead: presentLead(before), isNew: false }
  const { phone, email } = reachable(input, tenant.country)
  await holdMessages(ctx)
  const id = newId('lead')
  const kind = input.reason === 'handoff' ? 'handoff.requested' : 'lead.left'
  const row = {
    id,
    conversationId,
    clientId: input.messageId,
    name: input.name,
    phone,
    email,
    text: input.text,
    answers: answered.map(({ question, turnId }) =>
      answerOf(
        question,
        told.filter((one) => one.turnId === turnId),
      ),
    ),
    reason: input.reason,
  }
  const [[lead]] = await withTenant(ctx).batch(
    query.insert(leads).values(row).returning(),
    eventRow({ kind, leadId: id, conversationId }),
    ...(callback === null ? [] : waitForCall(id, callback)),
  )
  if (lead === undefined) throw new Error('a message that was just left cannot be read')
  await ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode })
  return { lead: presentLead(lead), isNew: true }
}

/** What stands behind the answers that are shown as ••••; who looked is written down. */
export async function showAnswers(ctx: Ctx, leadId: string) {
  requireScope(ctx, 'tenant:write')
  const [[lead]] = await withTenant(ctx).batch(query.select().from(leads).where(eq(leads.id, leadId)))
  if (lead === undefined) throw notFound('lead')
  await withTenant(ctx).batch(auditRow(ctx, 'lead.shown', leadId))
  const shown = async (sealed: string) => {
    const words = await unseal(sealed, ctx.config.FOYER_SECRET, answerPurpose)
    return words.reveal()
  }
  const answers = lead.answers.map(async (answer) =>
    answer.sealed === '' ? presentAnswer(answer) : { ...presentAnswer(answer), text: await shown(answer.sealed) },
  )
  return { answers: await Promise.all(answers) }
}

const selectTold = (conversationId: string, turnIds: readonly string[]) =>
  query
    .select({ turnId: messages.turnId, text: messages.text, sealed: messages.sealed })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.author, 'visitor'),
        inArray(messages.turnId, [...turnIds]),
      ),
    )
    .orderBy(messages.position)

function answerOf(question: string, told: readonly { text: string; sealed: string }[]): LeadAnswer {
  const text = told.map((one) => one.text).join(' ')
  return { question, text, sealed: told.findLast(({ sealed }) => sealed !== '')?.sealed ?? '' }
}

export async function listLeads(ctx: Ctx, page: { after: string; limit: number }) {
  requireScope(ctx, 'conversations:read')
  const before = page.after === '' ? undefined : lt(leads.id, page.after)
  const [rows] = await withTenant(ctx).batch(
    query
      .select()
      .from(leads)
      .where(before)
      .orderBy(desc(leads.id))
      .limit(page.limit + 1),
  )
  return toPage(rows, page.limit, presentLead)
}

function reachable(input: { phone: string; email: string }, country: string): { phone: string; email: string } {
  const details: { path: string; message: string }[] = []
  const phone = input.phone === '' ? '' : (toE164(input.phone, country) ?? '')
  if (input.phone !== '' && phone === '')
    details.push({ path: 'phone', message: 'this does not look like a phone number' })
  if (input.email !== '' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(input.email)) {
    details.push({ path: 'email', message: 'this does not look like an e-mail address' })
  }
  if (input.phone === '' && input.email === '')
    details.push({ path: 'phone', message: 'leave a phone number or an e-mail address, so that we can answer' })
  const [first] = details
  if (first !== undefined)
    throw new AppError('unprocessable', `The message was not taken: ${first.message}. Nothing was sent.`, { details })
  return { phone, email: input.email }
}

/** Looked at again when the time that the caller was told is over. */
function waitForCall(leadId: string, { fromAt, toAt, ...window }: CallbackWindow) {
  const id = newId('callback')
  const row = { ...window, id, leadId, fromAt: new Date(fromAt), toAt: new Date(toAt) }
  return [query.insert(callbacks).values(row), eventRow({ kind: 'callback.due', callbackId: id }, row.toAt)]
}

async function holdMessages(ctx: Ctx): Promise<void> {
  const allowance = await ctx.objects.tenant().takeMessage(messagesPerDay)
  if (allowance.kind !== 'refused') return
  throw new AppError(
    'limit_reached',
    'So many messages came today that no more are taken. Please call instead, or try tomorrow.',
    {
      headers: { 'retry-after': String(Math.ceil(allowance.resetMs / 1000)) },
    },
  )
}
