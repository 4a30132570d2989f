import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { Tenant } from '../tenants/schema.ts'
import { askForDeletion, takeBackDeletion } from './deletion.ts'
import { exportAll } from './export.ts'
import { Deletion } from './schema.ts'

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
