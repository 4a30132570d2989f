import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { CreatedTenant } from './created.ts'
import {
  AuditPage,
  Location,
  LocationChange,
  NewLocation,
  NewTenant,
  Origins,
  Tenant,
  TenantChange,
  TenantPage,
} from './schema.ts'
import { addLocation, changeLocation, listLocations, removeLocation } from './locations.ts'
import { changeOrigins, changeTenant, createTenant, getTenant, listAudit, listOrigins, listTenants } from './service.ts'

const byLocation = z.strictObject({ locationId: z.string() })
const Locations = z.object({ items: z.array(Location) }).openapi('Locations')

export const tenantRoutes = new Router()
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/tenants',
      operationId: 'createTenant',
      scope: 'platform:write',
      tag: 'Platform',
      summary: 'Make a tenant with its first location, assistant and keys',
      body: NewTenant,
      reply: CreatedTenant,
      status: 201,
    }),
    (ctx, { body }) => createTenant(ctx, body),
  )
  .onPlatform(
    operation({
      method: 'get',
      path: '/v1/tenants',
      operationId: 'listTenants',
      scope: 'platform:write',
      tag: 'Platform',
      summary: 'List the tenants',
      query: pageQuery,
      reply: TenantPage,
    }),
    (ctx, { query }) => listTenants(ctx, query),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/tenant',
      operationId: 'getTenant',
      scope: 'tenant:read',
      tag: 'Tenant',
      summary: 'The tenant of this key',
      reply: Tenant,
    }),
    (ctx) => getTenant(ctx),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/tenant',
      operationId: 'changeTenant',
      scope: 'tenant:write',
      tag: 'Tenant',
      summary: 'Change name, retention, spend cap, or where messages go',
      body: TenantChange,
      reply: Tenant,
    }),
    (ctx, { body }) => changeTenant(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/locations',
      operationId: 'listLocations',
      scope: 'tenant:read',
      tag: 'Tenant',
      summary: 'The locations',
      reply: Locations,
    }),
    (ctx) => listLocations(ctx),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/locations',
      operationId: 'addLocation',
      scope: 'tenant:write',
      tag: 'Tenant',
      summary: 'Add a location',
      body: NewLocation,
      reply: Location,
      status: 201,
    }),
    (ctx, { body }) => addLocation(ctx, body),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/locations/{locationId}',
      operationId: 'changeLocation',
      scope: 'tenant:write',
      tag: 'Tenant',
      summary: 'Change a location’s name, time zone or country',
      params: byLocation,
      body: LocationChange,
      reply: Location,
    }),
    (ctx, { params, body }) => changeLocation(ctx, params.locationId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/locations/{locationId}',
      operationId: 'removeLocation',
      scope: 'tenant:write',
      tag: 'Tenant',
      summary: 'Remove a location that no assistant and no fact belongs to',
      params: byLocation,
    }),
    (ctx, { params }) => removeLocation(ctx, params.locationId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/origins',
      operationId: 'listOrigins',
      scope: 'tenant:read',
      tag: 'Tenant',
      summary: 'Web origins that may use publishable keys',
      reply: Origins,
    }),
    (ctx) => listOrigins(ctx),
  )
  .on(
    operation({
      method: 'put',
      path: '/v1/origins',
      operationId: 'changeOrigins',
      scope: 'tenant:write',
      tag: 'Tenant',
      summary: 'Replace the allowed origins',
      body: Origins,
      reply: Origins,
    }),
    (ctx, { body }) => changeOrigins(ctx, body.origins),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/audit',
      operationId: 'listAudit',
      scope: 'audit:read',
      tag: 'Tenant',
      summary: 'Who changed what, newest first',
      query: pageQuery,
      reply: AuditPage,
    }),
    (ctx, { query }) => listAudit(ctx, query),
  )
