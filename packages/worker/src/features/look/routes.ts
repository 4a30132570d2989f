import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { AssistantLook, NewLook, WidgetLook } from './schema.ts'
import { getLook, lookOfDoor, putLook } from './service.ts'

const byAssistant = z.strictObject({ assistantId: z.string() })
const tag = 'Playbook'

export const lookRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/assistants/{assistantId}/look',
      operationId: 'getLook',
      scope: 'playbook:read',
      tag,
      summary: 'How the widget looks',
      params: byAssistant,
      reply: AssistantLook,
    }),
    (ctx, { params }) => getLook(ctx, params.assistantId),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/assistants/{assistantId}/look',
      operationId: 'putLook',
      scope: 'playbook:write',
      tag,
      summary: 'Change how the widget looks; `If-Match` holds the revision that was seen',
      params: byAssistant,
      body: NewLook,
      reply: AssistantLook,
    }),
    (ctx, { params, body, request }) => putLook(ctx, params.assistantId, body, request.headers.get('if-match')),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/widget/look',
      operationId: 'getWidgetLook',
      scope: 'visitor:enter',
      tag: 'Visitors',
      summary: 'What the launcher wears before it is opened; a browser may keep it for five minutes',
      reply: WidgetLook,
    }),
    async (ctx) => Response.json(await lookOfDoor(ctx), { headers: { 'cache-control': 'private, max-age=300' } }),
  )
