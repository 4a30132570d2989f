import { type PlatformCtx, requireScope } from '../../core/ctx.ts'
import type { Person } from '../../core/principal.ts'
import type { Role } from '../../core/scopes.ts'
import { withSystem } from '../../db/system.ts'
import { AppError } from '../../shared/errors.ts'

/** @throws AppError unauthenticated for keys and tokens: they are no person. */
export function personOf(ctx: PlatformCtx): Person {
  requireScope(ctx, 'me')
  const { principal } = ctx
  if (principal.kind === 'person' || principal.kind === 'member') return principal.person
  throw new AppError('unauthenticated', 'This needs a person who is signed in.')
}

export function verifiedPersonOf(ctx: PlatformCtx): Person {
  const person = personOf(ctx)
  if (person.emailVerified) return person
  throw new AppError('email_not_verified', 'Confirm your e-mail first: open the link in the mail we sent you.')
}

export async function getMe(ctx: PlatformCtx) {
  const { userId, sessionId, name, email, emailVerified } = personOf(ctx)
  const rows = await withSystem(ctx.config, 'a person asks for their tenants').call('tenants_of', userId)
  const tenants = rows.map((row) => ({
    id: row.tenant_id,
    slug: row.slug,
    name: row.name,
    mode: row.mode,
    memberId: row.member_id,
    role: row.role as Role,
  }))
  return { user: { id: userId, name, email, emailVerified }, sessionId, tenants }
}
