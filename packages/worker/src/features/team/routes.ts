import { z } from '@hono/zod-openapi'
import { notFound } from '../../shared/errors.ts'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import { readerLang } from '../identity/index.ts'
import { Membership } from '../identity/schema.ts'
import { accept, invite, inviteOwner, listInvitations, lookAt, resend, revokeInvitation } from './invitations.ts'
import { changeRole, leave, listMembers, removeMember } from './members.ts'
import {
  Invitation,
  Invitations,
  InvitationToken,
  Member,
  Members,
  NewInvitation,
  NewOwner,
  OpenInvitation,
  RoleChange,
} from './schema.ts'

const tag = 'Team'
const langOf = (request: Request) => readerLang(request.headers.get('accept-language'))
const byMember = z.strictObject({ memberId: z.string() })
const byInvitation = z.strictObject({ invitationId: z.string() })

export const teamRoutes = new Router()
  .on(
    operation({
      method: 'get',
      path: '/v1/members',
      operationId: 'listMembers',
      scope: 'tenant:read',
      tag,
      summary: 'Who belongs to the tenant, and as what',
      reply: Members,
    }),
    (ctx) => listMembers(ctx),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/members/{memberId}',
      operationId: 'changeRole',
      scope: 'members:write',
      tag,
      summary: 'Change a member’s role; only an owner makes or unmakes an owner',
      params: byMember,
      body: RoleChange,
      reply: Member,
    }),
    (ctx, { params, body }) => changeRole(ctx, params.memberId, body.role),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/members/{memberId}',
      operationId: 'removeMember',
      scope: 'members:write',
      tag,
      summary: 'Remove a member; the last owner stays',
      params: byMember,
    }),
    (ctx, { params }) => removeMember(ctx, params.memberId),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/invitations',
      operationId: 'listInvitations',
      scope: 'members:write',
      tag,
      summary: 'Invitations that wait to be accepted',
      reply: Invitations,
    }),
    (ctx) => listInvitations(ctx),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/invitations',
      operationId: 'invite',
      scope: 'members:write',
      tag,
      summary: 'Invite somebody by e-mail; a second invitation of an address replaces the first',
      body: NewInvitation,
      reply: Invitation,
      status: 201,
    }),
    (ctx, { body, request }) => invite(ctx, body, langOf(request)),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/invitations/{invitationId}/resend',
      operationId: 'resendInvitation',
      scope: 'members:write',
      tag,
      summary: 'Mail an invitation again, with a new link',
      params: byInvitation,
      reply: Invitation,
    }),
    (ctx, { params, request }) => resend(ctx, params.invitationId, langOf(request)),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/invitations/{invitationId}',
      operationId: 'revokeInvitation',
      scope: 'members:write',
      tag,
      summary: 'Withdraw an invitation',
      params: byInvitation,
    }),
    (ctx, { params }) => revokeInvitation(ctx, params.invitationId),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/invitation',
      operationId: 'lookAtInvitation',
      scope: 'public',
      tag,
      summary: 'What the link of an invitation invites to',
      body: InvitationToken,
      reply: OpenInvitation,
    }),
    (ctx, { body }) => lookAt(ctx, body.token),
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/me/invitations',
      operationId: 'acceptInvitation',
      scope: 'me',
      tag: 'Me',
      summary: 'Accept an invitation, signed in with the invited address',
      body: InvitationToken,
      reply: Membership,
      status: 201,
    }),
    (ctx, { body }) => accept(ctx, body.token),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/me/tenants/{tenantId}',
      operationId: 'leaveTenant',
      scope: 'me',
      tag: 'Me',
      summary: 'Leave a tenant; the last owner cannot',
      params: z.strictObject({ tenantId: z.string() }),
    }),
    async (ctx, { params }) => {
      if (params.tenantId !== ctx.tenantId) throw notFound('tenant')
      return leave(ctx)
    },
  )
  .onPlatform(
    operation({
      method: 'post',
      path: '/v1/tenants/{tenantId}/owners',
      operationId: 'inviteOwner',
      scope: 'platform:write',
      tag: 'Platform',
      summary: 'Invite somebody to own a tenant',
      params: z.strictObject({ tenantId: z.string() }),
      body: NewOwner,
      reply: Invitation,
      status: 201,
    }),
    (ctx, { params, body, request }) => inviteOwner(ctx, params.tenantId, body.email, langOf(request)),
  )
