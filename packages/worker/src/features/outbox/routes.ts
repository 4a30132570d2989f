import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { OutboxPage } from './schema.ts'
import { listOutbox } from './service.ts'

export const outboxRoutes = new Router().on(
  operation({
    method: 'get',
    path: '/v1/outbox',
    operationId: 'listOutbox',
    scope: 'outbox:read',
    tag: 'Outbox',
    summary: 'What test mode would have sent, newest first',
    query: pageQuery,
    reply: OutboxPage,
  }),
  (ctx, { query }) => listOutbox(ctx, query),
)
