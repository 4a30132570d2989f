import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import type { Role } from '../../core/scopes.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { refusal } from './refusals.ts'
import type { Member } from './schema.ts'
import * as store from './store.ts'

export async function listMembers(ctx: Ctx): Promise<{ items: z.infer<typeof Member>[] }> {
  requireScope(ctx, 'tenant:read')
  const [{ rows }] = await withTenant(ctx).batch(store.selectMembers())
  return { items: rows.map(present) }
}

export async function changeRole(ctx: Ctx, memberId: string, role: Role) {
  requireScope(ctx, 'members:write')
  const member = await findMember(ctx, memberId)
  requireOwnerFor(ctx, [member.role, role])
  await withTenant(ctx)
    .batch(store.updateRole(memberId, role), auditRow(ctx, 'member.role-changed', member.userId, { role }))
    .catch(refusal)
  return { ...member, role }
}

export async function removeMember(ctx: Ctx, memberId: string): Promise<void> {
  requireScope(ctx, 'members:write')
  const member = await findMember(ctx, memberId)
  requireOwnerFor(ctx, [member.role])
  await withTenant(ctx)
    .batch(store.deleteMember(memberId), auditRow(ctx, 'member.removed', member.userId, {}))
    .catch(refusal)
}

/** Anybody may go, but the last owner. */
export async function leave(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'me')
  if (ctx.principal.kind !== 'member') throw notFound('tenant')
  const { memberId, person } = ctx.principal
  await withTenant(ctx)
    .batch(store.deleteMember(memberId), auditRow(ctx, 'member.left', person.userId, {}))
    .catch(refusal)
}

/** @throws AppError forbidden: only an owner makes, changes or removes an owner. */
export function requireOwnerFor(ctx: Ctx, roles: readonly Role[]): void {
  const { principal } = ctx
  if (!roles.includes('owner') || principal.kind === 'operator') return
  if (principal.kind === 'member' && principal.role === 'owner') return
  throw new AppError('forbidden', 'Only an owner decides who is an owner. Ask one of them.')
}

async function findMember(ctx: Ctx, memberId: string) {
  const { items } = await listMembers(ctx)
  const found = items.find(({ id }) => id === memberId)
  if (found === undefined) throw notFound('member')
  return found
}

type Row = Awaited<ReturnType<typeof store.selectMembers>>['rows'][number]

function present(row: Row): z.infer<typeof Member> {
  return {
    id: row.member_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    asksForCodes: row.two_factor,
    since: new Date(row.created_at).toISOString(),
  }
}
