import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { Answers, Lead, LeadPage, NewLead } from './schema.ts'
import { leaveMessage, listLeads, showAnswers } from './service.ts'

const byConversation = z.strictObject({ conversationId: z.string() })
const byLead = z.strictObject({ leadId: z.string() })
const tag = 'Leads'

export const leadRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/conversations/{conversationId}/leads',
      operationId: 'leaveMessage',
      scope: 'visitor:talk',
      tag,
      summary: 'Leave a message for the business, with a way to be reached',
      params: byConversation,
      body: NewLead,
      reply: Lead,
      status: 201,
    }),
    (ctx, { params, body }) => leaveMessage(ctx, params.conversationId, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/leads',
      operationId: 'listLeads',
      scope: 'conversations:read',
      tag,
      summary: 'Messages that were left, newest first',
      query: pageQuery,
      reply: LeadPage,
    }),
    (ctx, { query }) => listLeads(ctx, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/leads/{leadId}/show',
      operationId: 'showAnswers',
      scope: 'tenant:write',
      tag,
      summary: 'Show the sensitive answers of a message; who did is written to the audit log',
      params: byLead,
      reply: Answers,
    }),
    (ctx, { params }) => showAnswers(ctx, params.leadId),
  )
