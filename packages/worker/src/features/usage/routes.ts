import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { Usage, UsageQuery } from './schema.ts'
import { usageByDay } from './service.ts'

export const usageRoutes = new Router().on(
  operation({
    method: 'get',
    path: '/v1/usage',
    operationId: 'getUsage',
    scope: 'usage:read',
    tag: 'Usage',
    summary: 'Turns by tier, tokens and cost, by UTC day',
    query: UsageQuery,
    reply: Usage,
  }),
  (ctx, { query }) => usageByDay(ctx, query),
)
