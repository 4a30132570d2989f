import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, type PlatformCtx, requireScope } from '../../core/ctx.ts'
import { actorOf } from '../../core/principal.ts'
import type { Role } from '../../core/scopes.ts'
import { withSystem } from '../../db/system.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { randomToken, sha256 } from '../../shared/secret.ts'
import { invitationLetter, type LetterLang, requireMail, verifiedPersonOf } from '../identity/index.ts'
import { requireOwnerFor } from './members.ts'
import { refusal } from './refusals.ts'
import type { Invitation, NewInvitation } from './schema.ts'
import * as store from './store.ts'

const goodForDays = 7

export async function listInvitations(ctx: Ctx) {
  requireScope(ctx, 'members:write')
  const [{ rows }] = await withTenant(ctx).batch(store.selectInvitations())
  return { items: rows.map(present) }
}

/** A second invitation of the same address takes the place of the first, whose link is no longer good. */
export async function invite(ctx: Ctx, { email, role }: z.output<typeof NewInvitation>, lang: LetterLang) {
  requireScope(ctx, 'members:write')
  requireOwnerFor(ctx, [role])
  return write(ctx, email, role, lang)
}

/** The operator's way to hand a tenant over. */
export async function inviteOwner(ctx: PlatformCtx, tenantId: string, email: string, lang: LetterLang) {
  requireScope(ctx, 'platform:write')
  const [tenant] = await withSystem(ctx.config, 'the operator names a tenant').call('find_tenant', tenantId)
  if (tenant === undefined) throw notFound('tenant')
  return write(ctx.enter(tenant.tenant_id, tenant.mode), email, 'owner', lang)
}

export async function resend(ctx: Ctx, invitationId: string, lang: LetterLang) {
  requireScope(ctx, 'members:write')
  const { items } = await listInvitations(ctx)
  const found = items.find(({ id }) => id === invitationId)
  if (found === undefined) throw notFound('invitation')
  requireOwnerFor(ctx, [found.role])
  return write(ctx, found.email, found.role, lang)
}

export async function revokeInvitation(ctx: Ctx, invitationId: string): Promise<void> {
  requireScope(ctx, 'members:write')
  await withTenant(ctx)
    .batch(store.endInvitation(invitationId), auditRow(ctx, 'invitation.revoked', invitationId))
    .catch(refusal)
}

/** What a link invites to, before anybody has signed in. @throws AppError link_expired */
export async function lookAt(ctx: PlatformCtx, token: string) {
  const found = await findByToken(ctx, token)
  return {
    tenantId: found.tenant_id,
    tenantName: found.tenant_name,
    email: found.email,
    role: found.role as Role,
    invitedBy: found.invited_by,
  }
}

/** The address must be the invited one, and confirmed; used twice, it was used once. */
export async function accept(ctx: PlatformCtx, token: string) {
  const person = verifiedPersonOf(ctx)
  const found = await findByToken(ctx, token)
  const tenant = ctx.enter(found.tenant_id, found.tenant_mode)
  const memberId = newId('member')
  await withTenant(tenant)
    .batch(
      store.acceptInvitation({ invitationId: found.invitation_id, userId: person.userId, memberId }),
      auditRow(tenant, 'invitation.accepted', found.invitation_id, { role: found.role }),
    )
    .catch(refusal)
  const { tenant_id: id, tenant_slug: slug, tenant_name: name, tenant_mode: mode } = found
  return { id, slug, name, mode, memberId, role: found.role as Role }
}

async function findByToken(ctx: PlatformCtx, token: string) {
  const [found] = await withSystem(ctx.config, 'an invitation names its tenant').call(
    'find_invitation',
    await sha256(token),
  )
  if (found !== undefined) return found
  throw new AppError(
    'link_expired',
    'This invitation was used, withdrawn or has run out. Ask whoever invited you for another.',
  )
}

/** In the language of who invites: whoever is invited has told us nothing yet. */
async function write(ctx: Ctx, email: string, role: Role, lang: LetterLang) {
  requireMail(ctx.identityMail)
  const token = randomToken(24)
  const row = {
    ...{ id: newId('invitation'), email, role, days: goodForDays },
    tokenHash: await sha256(token),
    inviter: actorOf(ctx.principal),
  }
  const [, { rows }] = await withTenant(ctx)
    .batch(
      store.ensureOrganization(newId('organization')),
      store.insertInvitation(row),
      auditRow(ctx, 'member.invited', row.id, { role }),
    )
    .catch(refusal)
  const [made] = rows
  if (made === undefined) throw new Error('an invitation that was just made cannot be read')
  await invitationLetter(ctx, { email, role, token, lang, invitedBy: made.invited_by })
  return present(made)
}

type Row = Awaited<ReturnType<typeof store.selectInvitations>>['rows'][number]

function present(row: Row): z.infer<typeof Invitation> {
  return {
    id: row.invitation_id,
    email: row.email,
    role: row.role as Role,
    invitedBy: row.invited_by,
    expiresAt: new Date(row.expires_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
  }
}
