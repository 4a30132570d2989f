import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { EventsSince, StreamEvent } from '../turns/schema.ts'
import {
  Conversation,
  ConversationExport,
  ConversationPage,
  MessagePage,
  NewConversation,
  NewRating,
  Ticket,
} from './schema.ts'
import {
  endConversation,
  eventsSince,
  exportConversation,
  followLive,
  getConversation,
  issueTicket,
  listConversations,
  listMessages,
  rate,
  startConversation,
} from './service.ts'

const byId = z.strictObject({ conversationId: z.string() })
const eventsQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0) })
const tag = 'Conversations'

export const conversationRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations',
      operationId: 'startConversation',
      scope: 'visitor:talk',
      tag,
      summary: 'Begin a conversation',
      body: NewConversation,
      reply: Conversation,
      status: 201,
    }),
    (ctx, { body }) => startConversation(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/conversations',
      operationId: 'listConversations',
      scope: 'conversation:read',
      tag,
      summary: 'A visitor’s own conversations; with a secret key the tenant’s; newest first',
      query: pageQuery,
      reply: ConversationPage,
    }),
    (ctx, { query }) => listConversations(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/conversations/{conversationId}',
      operationId: 'getConversation',
      scope: 'conversation:read',
      tag,
      summary: 'One conversation',
      params: byId,
      reply: Conversation,
    }),
    (ctx, { params }) => getConversation(ctx, params.conversationId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/conversations/{conversationId}/messages',
      operationId: 'listMessages',
      scope: 'conversation:read',
      tag,
      summary: 'Its messages, oldest first',
      params: byId,
      query: pageQuery,
      reply: MessagePage,
    }),
    (ctx, { params, query }) => listMessages(ctx, params.conversationId, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/conversations/{conversationId}/events',
      operationId: 'listEvents',
      scope: 'visitor:talk',
      tag,
      summary: 'Events after number n: how a listener goes on after a lost connection',
      params: byId,
      query: eventsQuery,
      reply: EventsSince,
    }),
    (ctx, { params, query }) => eventsSince(ctx, params.conversationId, query.after),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/tickets',
      operationId: 'createTicket',
      scope: 'visitor:talk',
      tag,
      summary: 'A one-use ticket for a live connection',
      params: byId,
      reply: Ticket,
      status: 201,
    }),
    (ctx, { params }) => issueTicket(ctx, params.conversationId),
  )
  .onPlatform(
    operation({
      method: 'get',
      path: '/v1/conversations/{conversationId}/live',
      operationId: 'followLive',
      scope: 'public',
      tag,
      summary: 'Follow live (WebSocket)',
      description: 'Subprotocols: `foyer.v1` and `ticket.` followed by the ticket. The first frame is `hello`.',
      params: byId,
      query: eventsQuery,
      reply: StreamEvent,
      replyType: 'websocket',
    }),
    (ctx, { params, query, request }) => followLive(ctx, params.conversationId, query.after, request),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/ratings',
      operationId: 'rate',
      scope: 'visitor:talk',
      tag,
      summary: 'Thumb, optional 1 to 5, reason',
      params: byId,
      body: NewRating,
      status: 204,
    }),
    (ctx, { params, body }) => rate(ctx, params.conversationId, body),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/end',
      operationId: 'endConversation',
      scope: 'visitor:talk',
      tag,
      summary: 'End it; nothing more can be said in it',
      params: byId,
      reply: Conversation,
    }),
    (ctx, { params }) => endConversation(ctx, params.conversationId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/conversations/{conversationId}/export',
      operationId: 'exportConversation',
      scope: 'conversation:read',
      tag,
      summary: 'All of it as JSON',
      params: byId,
      reply: ConversationExport,
    }),
    (ctx, { params }) => exportConversation(ctx, params.conversationId),
  )
