import { z } from '@hono/zod-openapi'
import { operation, pageQuery } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { IdentitySecret, Key, KeyPage, KeyWithSecret, NewKey, Rotation } from './schema.ts'
import { createIdentitySecret, createKey, listKeys, revokeKey, rotateKey } from './service.ts'

const byId = z.strictObject({ keyId: z.string() })
const tag = 'Keys'

export const keyRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/keys',
      operationId: 'createKey',
      scope: 'keys:write',
      tag,
      summary: 'Make a key; it is shown this once',
      body: NewKey,
      reply: KeyWithSecret,
      status: 201,
    }),
    (ctx, { body }) => createKey(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/keys',
      operationId: 'listKeys',
      scope: 'tenant:read',
      tag,
      summary: 'List the keys',
      query: pageQuery,
      reply: KeyPage,
    }),
    (ctx, { query }) => listKeys(ctx, query),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/keys/{keyId}/rotate',
      operationId: 'rotateKey',
      scope: 'keys:write',
      tag,
      summary: 'Replace a key; the old one works a while longer',
      params: byId,
      body: Rotation,
      reply: KeyWithSecret,
      status: 201,
    }),
    (ctx, { params, body }) => rotateKey(ctx, params.keyId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/keys/{keyId}',
      operationId: 'revokeKey',
      scope: 'keys:write',
      tag,
      summary: 'Revoke a key at once',
      params: byId,
      reply: Key,
    }),
    (ctx, { params }) => revokeKey(ctx, params.keyId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/identity-secrets',
      operationId: 'createIdentitySecret',
      scope: 'keys:write',
      tag,
      summary: 'Make the secret your server signs visitor identities with; the one before stays valid until the next',
      reply: IdentitySecret,
      status: 201,
    }),
    (ctx) => createIdentitySecret(ctx),
  )
