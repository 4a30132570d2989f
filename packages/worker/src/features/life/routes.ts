import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { Tenant } from '../tenants/schema.ts'
import { askForDeletion, takeBackDeletion } from './deletion.ts'
import { eraseVisitor } from './erasure.ts'
import { exportAll } from './export.ts'
import { Deletion, VisitorPath } from './schema.ts'

const tag = 'Tenant'

export const lifeRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/export',
      operationId: 'exportTenant',
      scope: 'tenant:export',
      tag,
      summary: 'Everything of the tenant as one archive',
      replyType: 'zip',
    }),
    (ctx) => exportAll(ctx),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/tenant/deletion',
      operationId: 'askForDeletion',
      scope: 'tenant:delete',
      tag,
      summary: 'Delete the tenant and everything in it after 14 days of grace',
      body: Deletion,
      reply: Tenant,
    }),
    (ctx, { body }) => askForDeletion(ctx, body.slug),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/tenant/deletion',
      operationId: 'takeBackDeletion',
      scope: 'tenant:delete',
      tag,
      summary: 'Keep the tenant after all',
      reply: Tenant,
    }),
    (ctx) => takeBackDeletion(ctx),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/visitors/{visitorId}',
      operationId: 'eraseVisitor',
      scope: 'tenant:write',
      tag: 'Visitors',
      summary: 'Erase what is kept of one visitor: name, words, messages, traces, recordings',
      description:
        'Counts stay. Recordings go within minutes. Asking again is harmless; what is erased cannot be had back.',
      params: VisitorPath,
    }),
    (ctx, { params }) => eraseVisitor(ctx, params.visitorId),
  )
