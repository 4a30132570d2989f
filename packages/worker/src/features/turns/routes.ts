import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { NewTurn, StreamEvent, Trace } from './schema.ts'
import { getTrace, takeTurn, traceTicket } from './service.ts'

const byConversation = z.strictObject({ conversationId: z.string() })
const byTurn = z.strictObject({ turnId: z.string() })
const TraceTicket = z
  .object({ ticket: z.string(), url: z.string().describe('Opens the trace page; good for 15 minutes.') })
  .openapi('TraceTicket')
const tag = 'Turns'

export const turnRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/turns',
      operationId: 'takeTurn',
      scope: 'visitor:talk',
      tag,
      summary: 'Say something; the reply streams',
      description:
        'Retry with the same `messageId` attaches to the same turn. Ends with `turn.answered` or `turn.failed`.',
      params: byConversation,
      body: NewTurn,
      reply: StreamEvent,
      replyType: 'event-stream',
      maxBytes: 64 * 1024,
    }),
    (ctx, { params, body }) => takeTurn(ctx, params.conversationId, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/turns/{turnId}/trace',
      operationId: 'getTrace',
      scope: 'trace:read',
      tag,
      summary: 'Why it said that; a visitor sees this in test mode only',
      params: byTurn,
      reply: Trace,
    }),
    (ctx, { params }) => getTrace(ctx, params.turnId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/turns/{turnId}/trace-tickets',
      operationId: 'createTraceTicket',
      scope: 'trace:read',
      tag,
      summary: 'A link that opens the trace page',
      params: byTurn,
      reply: TraceTicket,
      status: 201,
    }),
    (ctx, { params }) => traceTicket(ctx, params.turnId),
  )
