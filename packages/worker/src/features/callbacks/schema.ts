import { z } from '@hono/zod-openapi'
import { pageOf, pageQuery } from '../../web/operation.ts'
import { Lead } from '../leads/schema.ts'

export const Callback = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'done']),
    message: Lead.describe('Who waits, and what about.'),
    locationId: z.string(),
    timeZone: z.string(),
    day: z.iso.date().describe('As the caller heard it, by the clock of the location.'),
    from: z.string().describe('`HH:MM`.'),
    to: z.string().describe('`HH:MM`.'),
    fromAt: z.iso.datetime(),
    toAt: z.iso.datetime(),
    reminders: z.number().int().describe('Mails that were sent after its time had passed.'),
    doneBy: z.string().describe('The member or key that closed it; empty while it is open.'),
    doneAt: z.union([z.iso.datetime(), z.null()]),
    createdAt: z.iso.datetime(),
  })
  .openapi('Callback')

export const CallbackPage = pageOf(Callback, 'CallbackPage')

export const CallbackQuery = pageQuery.extend({
  state: z.enum(['open', 'done']).optional().describe('All when left out.'),
  conversationId: z.string().optional().describe('Those from this conversation.'),
})

export const CallbackChange = z.strictObject({ state: z.enum(['open', 'done']) }).openapi('CallbackChange')
