import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { correctCall } from './after/correct.ts'
import { exportCalls } from './after/export-calls.ts'
import { getCall, listCalls } from './log.ts'
import { openCall } from './open.ts'
import { endCall, getOwnCall, joinCall, reportHeard } from './own.ts'
import { readRecording } from './recording/recording.ts'
import {
  Call,
  CallCorrection,
  CallFilter,
  CallPage,
  CallQuery,
  CallRecord,
  HeardTurn,
  NewCall,
  OpenedCall,
} from './schema.ts'

const inConversation = z.strictObject({ conversationId: z.string() })
const ofConversation = z.strictObject({ conversationId: z.string(), callId: z.string() })
const byCall = z.strictObject({ callId: z.string() })
const tag = 'Calls'

/** The visitor's side, then the owner's. */
export const callRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/calls',
      operationId: 'openCall',
      scope: 'visitor:talk',
      tag,
      summary: 'Begin to talk: a room is made, an agent is asked for, a short token returned',
      params: inConversation,
      body: NewCall,
      reply: OpenedCall,
      status: 201,
    }),
    (ctx, { params, body }) => openCall(ctx, params.conversationId, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/conversations/{conversationId}/calls/{callId}',
      operationId: 'getOwnCall',
      scope: 'visitor:talk',
      tag,
      summary: 'How the call stands',
      params: ofConversation,
      reply: Call,
    }),
    (ctx, { params }) => getOwnCall(ctx, params.conversationId, params.callId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/calls/{callId}/join',
      operationId: 'joinCall',
      scope: 'visitor:talk',
      tag,
      summary: 'A new token for joining, after a reload',
      params: ofConversation,
      reply: OpenedCall,
    }),
    (ctx, { params }) => joinCall(ctx, params.conversationId, params.callId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/calls/{callId}/end',
      operationId: 'endCall',
      scope: 'visitor:talk',
      tag,
      summary: 'Hang up; the conversation goes on in text',
      params: ofConversation,
      reply: Call,
    }),
    (ctx, { params }) => endCall(ctx, params.conversationId, params.callId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/calls/{callId}/heard',
      operationId: 'reportHeard',
      scope: 'visitor:talk',
      tag,
      summary: 'When the first audio of a reply was played',
      params: ofConversation,
      body: HeardTurn,
      status: 204,
    }),
    (ctx, { params, body }) => reportHeard(ctx, params.conversationId, params.callId, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/calls',
      operationId: 'listCalls',
      scope: 'conversations:read',
      tag,
      summary: 'Calls, newest first',
      query: CallQuery,
      reply: CallPage,
    }),
    (ctx, { query }) => listCalls(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/calls.csv',
      operationId: 'exportCalls',
      scope: 'conversations:read',
      tag,
      summary: 'The same as a table, the newest 10,000',
      query: CallFilter,
      replyType: 'csv',
    }),
    (ctx, { query }) => exportCalls(ctx, query),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/calls/{callId}',
      operationId: 'correctCall',
      scope: 'conversations:write',
      tag,
      summary: 'Set right what came of a call; what we found stays beside it',
      params: byCall,
      body: CallCorrection,
      reply: Call,
    }),
    (ctx, { params, body }) => correctCall(ctx, params.callId, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/calls/{callId}',
      operationId: 'getCall',
      scope: 'conversations:read',
      tag,
      summary: 'One call, with the receipts of what was agreed',
      params: byCall,
      reply: CallRecord,
    }),
    (ctx, { params }) => getCall(ctx, params.callId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/calls/{callId}/recording',
      operationId: 'getRecording',
      scope: 'conversations:read',
      tag,
      summary: 'The recording: stereo Ogg/Opus, the visitor left, the assistant right; ranges are served',
      params: byCall,
      replyType: 'ogg',
    }),
    (ctx, { params, request }) => readRecording(ctx, params.callId, request),
  )
