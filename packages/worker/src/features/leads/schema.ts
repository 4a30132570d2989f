import { z } from '@hono/zod-openapi'
import { words } from '../conversations/schema.ts'
import { pageOf } from '../../web/operation.ts'

export const NewLead = z
  .strictObject({
    messageId: z
      .string()
      .regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, "-" or "_"')
      .describe('Made by the client; the same again changes nothing.'),
    name: words().trim().min(1, 'tell us your name').max(120),
    phone: z.string().trim().max(40).default(''),
    email: z.string().trim().max(200).default(''),
    text: words().trim().min(1, 'tell us what it is about').max(4000),
    reason: z.enum(['message', 'handoff', 'emergency']).default('message'),
  })
  .openapi('NewLead')

const Answer = z
  .object({
    question: z.string(),
    text: z.string().describe('•••• where it is sensitive; `showAnswers` shows it.'),
    sensitive: z.boolean(),
  })
  .openapi('LeadAnswer')

export const Answers = z.object({ answers: z.array(Answer) }).openapi('LeadAnswers')

export const Lead = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    name: z.string(),
    phone: z.string().describe('E.164; empty when only an e-mail address was left.'),
    email: z.string(),
    text: z.string(),
    answers: z.array(Answer).describe('To what the business asks besides, as far as it was asked.'),
    reason: z.enum(['message', 'handoff', 'emergency']),
    createdAt: z.iso.datetime(),
  })
  .openapi('Lead')

export const LeadPage = pageOf(Lead, 'LeadPage')
