import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'

export const OutboxItem = z
  .object({
    id: z.string(),
    kind: z.enum(['email', 'tool', 'trunk', 'call', 'number']),
    recipient: z.string(),
    subject: z.string(),
    body: z.object({ text: z.string(), replyTo: z.string() }),
    createdAt: z.iso.datetime(),
  })
  .openapi('OutboxItem')

export const OutboxPage = pageOf(OutboxItem, 'OutboxPage')
