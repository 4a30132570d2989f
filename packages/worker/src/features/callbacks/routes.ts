import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { Callback, CallbackChange, CallbackPage, CallbackQuery } from './schema.ts'
import { changeCallback, listCallbacks } from './service.ts'

const tag = 'Leads'

export const callbackRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/callbacks',
      operationId: 'listCallbacks',
      scope: 'conversations:read',
      tag,
      summary: 'Who waits to be called back, and when they were told it would be; newest first',
      query: CallbackQuery,
      reply: CallbackPage,
    }),
    (ctx, { query }) => listCallbacks(ctx, query),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/callbacks/{callbackId}',
      operationId: 'changeCallback',
      scope: 'conversations:write',
      tag,
      summary: 'They were called back; or were not after all',
      params: z.strictObject({ callbackId: z.string() }),
      body: CallbackChange,
      reply: Callback,
    }),
    (ctx, { params, body }) => changeCallback(ctx, params.callbackId, body.state),
  )
