import { z } from '@hono/zod-openapi'
import { roles } from '../../core/scopes.ts'
import { Mode } from '../tenants/schema.ts'

export const Role = z.enum(roles).openapi('Role')

export const Membership = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    mode: Mode.describe('`test`: has nothing live. `live`: both.'),
    memberId: z.string(),
    role: Role,
  })
  .openapi('Membership')

export const Session = z
  .object({
    id: z.string(),
    isThis: z.boolean().describe('The session this was asked with.'),
    userAgent: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .openapi('Session')

export const Sessions = z.object({ items: z.array(Session) }).openapi('Sessions')

export const Me = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), emailVerified: z.boolean() }),
    sessionId: z.string().describe('The session this was asked with.'),
    tenants: z.array(Membership),
  })
  .openapi('Me')
