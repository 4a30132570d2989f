import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { NewVisitor, Refresh, VisitorTokens, WidgetConfig } from './schema.ts'
import { enter, refresh, widgetConfig } from './service.ts'

const tag = 'Visitors'

export const visitorRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/widget',
      operationId: 'getWidgetConfig',
      scope: 'visitor:enter',
      tag,
      summary: 'What the widget shows before the first word; stores nothing',
      reply: WidgetConfig,
    }),
    (ctx) => widgetConfig(ctx),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/visitors',
      operationId: 'enter',
      scope: 'visitor:enter',
      tag,
      summary: 'Become a visitor, or the person the site vouches for',
      body: NewVisitor,
      reply: VisitorTokens,
      status: 201,
    }),
    (ctx, { body, request }) => enter(ctx, body, request.headers.get('cf-connecting-ip') ?? 'local'),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/visitors/refresh',
      operationId: 'refreshVisitor',
      scope: 'visitor:enter',
      tag,
      summary: 'Exchange a refresh token',
      body: Refresh,
      reply: VisitorTokens,
    }),
    (ctx, { body }) => refresh(ctx, body.refreshToken),
  )
