import { z } from '@hono/zod-openapi'
import { Role } from '../identity/schema.ts'

export const Member = z
  .object({
    id: z.string(),
    userId: z.string().describe('As an audit entry names the actor.'),
    name: z.string(),
    email: z.string(),
    role: Role,
    asksForCodes: z.boolean().describe('Whether signing in as this person needs a second factor.'),
    since: z.iso.datetime(),
  })
  .openapi('Member')

export const Members = z.object({ items: z.array(Member) }).openapi('Members')
export const RoleChange = z.strictObject({ role: Role }).openapi('RoleChange')

export const Invitation = z
  .object({
    id: z.string(),
    email: z.string(),
    role: Role,
    invitedBy: z.string().describe('A name; empty when the platform’s operator invited.'),
    expiresAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Invitation')

export const Invitations = z.object({ items: z.array(Invitation) }).openapi('Invitations')

const address = z
  .email()
  .max(200)
  .transform((email) => email.toLowerCase())

export const NewInvitation = z.strictObject({ email: address, role: Role }).openapi('NewInvitation')
export const NewOwner = z.strictObject({ email: address }).openapi('NewOwner')
export const InvitationToken = z.strictObject({ token: z.string().min(20).max(100) }).openapi('InvitationToken')

export const OpenInvitation = z
  .object({ tenantId: z.string(), tenantName: z.string(), email: z.string(), role: Role, invitedBy: z.string() })
  .openapi('OpenInvitation')
