import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'
import { Mode } from '../tenants/schema.ts'

export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['publishable', 'secret']),
    mode: Mode,
    prefix: z.string().describe('How the key begins, to tell it from others.'),
    assistantId: z.string().describe('The assistant a publishable key speaks for; empty for a secret key.'),
    lastUsedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime().nullable().describe('Set by a rotation: the old key works until then.'),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Key')

export const NewKey = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    kind: z.enum(['publishable', 'secret']),
    mode: Mode,
    assistantId: z.string().optional().describe('For a publishable key; the first assistant when left out.'),
  })
  .openapi('NewKey')

export const KeyWithSecret = Key.extend({
  key: z.string().describe('The key itself: shown this once, stored nowhere.'),
}).openapi('KeyWithSecret')

export const KeyPage = pageOf(Key, 'KeyPage')

export const Rotation = z
  .strictObject({
    overlapMs: z
      .number()
      .int()
      .min(0)
      .max(30 * 86_400_000)
      .default(86_400_000)
      .describe('How long the old key keeps working.'),
  })
  .openapi('Rotation')

export const IdentitySecret = z
  .object({
    id: z.string().describe('The `kid` of the tokens signed with it.'),
    secret: z.string().describe('Shown this once. Sign HS256 tokens with it on your server; never in a page.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('IdentitySecret')
