import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { ConversationSummaryPage, Insights, InsightsNow, InsightsQuery, SummaryQuery } from './schema.ts'
import { insightsByDay, insightsNow, listSummaries } from './service.ts'

const tag = 'Insights'
const scope = 'conversations:read'

export const insightRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/insights',
      operationId: 'getInsights',
      scope,
      tag,
      summary: 'What was asked and answered, by day',
      query: InsightsQuery,
      reply: Insights,
    }),
    (ctx, { query }) => insightsByDay(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/insights/now',
      operationId: 'getInsightsNow',
      scope,
      tag,
      summary: 'The same for the last 24 hours',
      reply: InsightsNow,
    }),
    (ctx) => insightsNow(ctx),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/insights/conversations',
      operationId: 'listConversationSummaries',
      scope,
      tag,
      summary: 'The conversations behind a number, newest first',
      description: 'With `outcome`, `tier` or `lang` the range counts when that happened; 30 days when left out.',
      query: SummaryQuery,
      reply: ConversationSummaryPage,
    }),
    (ctx, { query }) => listSummaries(ctx, query),
  )
