import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { replayTurn, whatIf } from './replay/replay.ts'
import { Replay, ReplayRequest, WhatIf, WhatIfRequest } from './replay/schema.ts'
import { Interrupted, NewTurn, StreamEvent, Timings, Trace } from './schema.ts'
import { getTrace, takeTurn, traceTicket } from './service.ts'
import { interruptTurn, reportTimings } from './spoken.ts'

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
      scope: 'turn:take',
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
  .on(
    operation({
      method: 'post',
      path: '/v1/turns/{turnId}/interrupt',
      operationId: 'interruptTurn',
      scope: 'call:hold',
      tag,
      summary: 'The visitor spoke over the reply: it stops, and what was heard of it is remembered',
      params: byTurn,
      body: Interrupted,
      status: 204,
    }),
    (ctx, { params, body }) => interruptTurn(ctx, params.turnId, body.heard),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/turns/{turnId}/replay',
      operationId: 'replayTurn',
      scope: 'conversations:read',
      tag,
      summary: 'Make a turn again from its inputs, and say what comes out otherwise',
      description:
        'Every step is computed anew from what was said, the versions, the clock and the language; the model’s words and tools’ answers are as recorded. With a draft playbook, a threshold or today’s knowledge it shows what would have been said instead. Nothing is written and nobody hears it.',
      params: byTurn,
      body: ReplayRequest,
      reply: Replay,
    }),
    (ctx, { params, body }) => replayTurn(ctx, params.turnId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/turns/{turnId}/timings',
      operationId: 'reportTimings',
      scope: 'call:hold',
      tag,
      summary: 'How long the spoken turn took, stage by stage; goes into its trace',
      params: byTurn,
      body: Timings,
      status: 204,
    }),
    (ctx, { params, body }) => reportTimings(ctx, params.turnId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/replays',
      operationId: 'whatIf',
      scope: 'conversations:read',
      tag,
      summary: 'Make the newest conversations again with a change: what would have been said instead',
      description:
        'At most 200 turns. A shadow run: nothing is written, sent or charged, but for model calls you allow.',
      body: WhatIfRequest,
      reply: WhatIf,
    }),
    (ctx, { body }) => whatIf(ctx, body),
  )
