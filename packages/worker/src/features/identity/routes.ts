import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { CreatedTenant, createOwnTenant } from '../tenants/index.ts'
import { NewTenant } from '../tenants/schema.ts'
import { getMe, verifiedPersonOf } from './person.ts'
import { Me, Sessions } from './schema.ts'
import { endOtherSessions, endSession, listSessions } from './sessions.ts'

const tag = 'Me'

export const personRoutes = new Router()
  .onPlatform(
    operation({
      method: 'get',
      path: '/v1/me',
      operationId: 'getMe',
      scope: 'me',
      tag,
      summary: 'Who is signed in, and the tenants they belong to',
      reply: Me,
    }),
    (ctx) => getMe(ctx),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/me/tenants',
      operationId: 'createOwnTenant',
      scope: 'me',
      tag,
      summary: 'Make a tenant that you own',
      body: NewTenant,
      reply: CreatedTenant,
      status: 201,
    }),
    (ctx, { body }) => createOwnTenant(ctx, verifiedPersonOf(ctx), body),
  )
  .onPlatform(
    operation({
      method: 'get',
      path: '/v1/me/sessions',
      operationId: 'listSessions',
      scope: 'me',
      tag,
      summary: 'Where you are signed in',
      reply: Sessions,
    }),
    (ctx) => listSessions(ctx),
  )
  .onPlatform(
    operation({
      method: 'delete',
      path: '/v1/me/sessions/{sessionId}',
      operationId: 'endSession',
      scope: 'me',
      tag,
      summary: 'Sign out in one place',
      params: z.strictObject({ sessionId: z.string() }),
    }),
    (ctx, { params }) => endSession(ctx, params.sessionId),
  )
  .onPlatform(
    operation({
      method: 'delete',
      path: '/v1/me/sessions',
      operationId: 'endOtherSessions',
      scope: 'me',
      tag,
      summary: 'Sign out everywhere but here',
    }),
    (ctx) => endOtherSessions(ctx),
  )
