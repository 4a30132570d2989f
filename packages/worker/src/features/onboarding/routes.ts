import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { asYaml, Playbook, PublishedVersion } from '../playbook/index.ts'
import { checkSite } from './check-site.ts'
import { chooseTrade } from './choose-trade.ts'
import { mailDeveloper } from './developer-mail.ts'
import { getTrade, listSiteBuilders, listTrades, questionsToTry } from './offers.ts'
import {
  DeveloperMail,
  Onboarding,
  OnboardingChange,
  QuestionsQuery,
  QuestionsToTry,
  SiteBuilders,
  SiteCheck,
  SiteCheckRequest,
  TradeChoice,
  Trades,
} from './schema.ts'
import { changeOnboarding, getOnboarding } from './service.ts'

const byTrade = z.strictObject({ tradeId: z.string() })
const tag = 'Onboarding'

export const onboardingRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/onboarding',
      operationId: 'getOnboarding',
      scope: 'tenant:read',
      tag,
      summary: 'How far the setting-up has come, and the emergency contacts',
      reply: Onboarding,
    }),
    (ctx) => getOnboarding(ctx),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/onboarding',
      operationId: 'changeOnboarding',
      scope: 'tenant:write',
      tag,
      summary: 'Mark steps, name the site, colour and contacts; `If-Match` holds the revision that was seen',
      body: OnboardingChange,
      reply: Onboarding,
    }),
    (ctx, { body, request }) => changeOnboarding(ctx, body, request.headers.get('if-match')),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/trades',
      operationId: 'listTrades',
      scope: 'playbook:read',
      tag,
      summary: 'The trades there is a playbook for',
      reply: Trades,
    }),
    (ctx) => listTrades(ctx),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/trades/{tradeId}',
      operationId: 'getTrade',
      scope: 'playbook:read',
      tag,
      summary: 'A trade’s whole playbook, to read or to start from',
      params: byTrade,
      reply: Playbook,
      replyType: 'yaml-or-json',
    }),
    async (ctx, { params, request }) => asYaml(request, await getTrade(ctx, params.tradeId)),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/onboarding/trade',
      operationId: 'chooseTrade',
      scope: 'playbook:write',
      tag,
      summary: 'Draft and publish the playbook of a trade, with what is known of the business',
      body: TradeChoice,
      reply: PublishedVersion,
      status: 201,
    }),
    (ctx, { body }) => chooseTrade(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/onboarding/questions',
      operationId: 'questionsToTry',
      scope: 'knowledge:read',
      tag,
      summary: 'Questions that what was read can answer',
      query: QuestionsQuery,
      reply: QuestionsToTry,
    }),
    (ctx, { query }) => questionsToTry(ctx, query.lang),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/onboarding/site-check',
      operationId: 'checkSite',
      scope: 'tenant:write',
      tag,
      summary: 'Look at a page: what built it, its colours, and whether the snippet stands in it',
      body: SiteCheckRequest,
      reply: SiteCheck,
    }),
    (ctx, { body, request }) => checkSite(ctx, body, request.signal),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/site-builders',
      operationId: 'listSiteBuilders',
      scope: 'tenant:read',
      tag,
      summary: 'How the snippet gets onto a site, by what the site was built with',
      reply: SiteBuilders,
    }),
    (ctx) => listSiteBuilders(ctx),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/onboarding/developer-mail',
      operationId: 'mailDeveloper',
      scope: 'tenant:write',
      tag,
      summary: 'Mail the snippet and its steps to whoever looks after the site; ten a day',
      body: DeveloperMail,
    }),
    (ctx, { body, request }) => mailDeveloper(ctx, body, request.signal),
  )
