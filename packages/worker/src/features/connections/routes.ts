import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import {
  Connection,
  ConnectionKind,
  Connections,
  NewCarrierConnection,
  NewMailConnection,
  NewModelConnection,
} from './schema.ts'
import { connectCarrier, connectMail, connectModel, disconnect, listConnections } from './service.ts'

const tag = 'Connections'

export const connectionRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/connections',
      operationId: 'listConnections',
      scope: 'tenant:read',
      tag,
      summary: 'Which model, mail service and carrier are used, and what they cost',
      reply: Connections,
    }),
    (ctx) => listConnections(ctx),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/connections/model',
      operationId: 'connectModel',
      scope: 'connections:write',
      tag,
      summary: 'Use a model with your own key; it is tried first, at no cost',
      body: NewModelConnection,
      reply: Connection,
    }),
    (ctx, { body }) => connectModel(ctx, body),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/connections/mail',
      operationId: 'connectMail',
      scope: 'connections:write',
      tag,
      summary: 'Send mail with your own Resend key; it is tried first, without a mail',
      body: NewMailConnection,
      reply: Connection,
    }),
    (ctx, { body }) => connectMail(ctx, body),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/connections/carrier',
      operationId: 'connectCarrier',
      scope: 'connections:write',
      tag,
      summary: 'Buy phone numbers with your own Twilio account; its token is tried first, at no cost',
      body: NewCarrierConnection,
      reply: Connection,
    }),
    (ctx, { body }) => connectCarrier(ctx, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/connections/{kind}',
      operationId: 'disconnect',
      scope: 'connections:write',
      tag,
      summary: 'Forget your own key; the platform’s is used where it has one',
      params: z.strictObject({ kind: ConnectionKind }),
    }),
    (ctx, { params }) => disconnect(ctx, params.kind),
  )
