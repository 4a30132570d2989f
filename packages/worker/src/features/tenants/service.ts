import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import type { Person } from '../../core/principal.ts'
import { type Ctx, type PlatformCtx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { withSystem } from '../../db/system.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { onlyGiven } from '../../shared/only-given.ts'
import { toPage } from '../../web/page.ts'
import { insertKey, mintKey, presentKey } from '../keys/index.ts'
import { presentAudit, presentTenant } from './present.ts'
import type { NewTenant, TenantChange } from './schema.ts'
import * as store from './store.ts'
import { defaultRetention } from './table.ts'

/** The operator's: nobody owns it until somebody accepts an invitation to. */
export async function createTenant(ctx: PlatformCtx, input: z.output<typeof NewTenant>) {
  requireScope(ctx, 'platform:write')
  return makeTenant(ctx, input, '')
}

/** A person's own, who has confirmed their e-mail. */
export async function createOwnTenant(ctx: PlatformCtx, owner: Person, input: z.output<typeof NewTenant>) {
  requireScope(ctx, 'me')
  return makeTenant(ctx, input, owner.userId)
}

/** One batch: the tenant, its organization and owner, its first location, assistant, origins and two keys, or nothing. */
async function makeTenant(ctx: PlatformCtx, input: z.output<typeof NewTenant>, ownerId: string) {
  const tenantId = newId('tenant')
  const locationId = newId('location')
  const assistantId = newId('assistant')
  const organizationId = newId('organization')
  const publishable = await mintKey({ name: 'First web key', kind: 'publishable', mode: input.mode, assistantId })
  const secret = await mintKey({ name: 'First server key', kind: 'secret', mode: input.mode, assistantId: null })
  const { name, slug, country, region, mode, notifyEmail } = input
  const owner = ctx.enter(tenantId, mode)
  const origins = [...new Set(input.origins)].map((origin) => ({ id: newId('request'), origin }))
  try {
    const [, , , , , [tenant]] = await withTenant(owner).batch(
      store.insertTenant({
        ...{ id: tenantId, slug, organizationId, name, country, region, mode, notifyEmail },
        retention: defaultRetention,
      }),
      store.insertLocation({ id: locationId, name: input.location.name, timeZone: input.location.timeZone, country }),
      store.insertAssistant({ id: assistantId, name: input.assistant.name, locationId }),
      insertKey(publishable.row),
      insertKey(secret.row),
      store.selectTenant(),
      auditRow(owner, 'tenant.created', tenantId, { slug, mode }),
      store.foundOrganization({ organizationId, name, memberId: newId('member'), ownerId }),
      ...(origins.length > 0 ? [store.insertOrigins(origins)] : []),
    )
    if (tenant === undefined) throw new Error('a tenant that was just made cannot be read')
    return {
      tenant: presentTenant(tenant),
      assistantId,
      locationId,
      publishableKey: { ...presentKey({ ...publishable.row, createdAt: ctx.now() }), key: publishable.key },
      secretKey: { ...presentKey({ ...secret.row, createdAt: ctx.now() }), key: secret.key },
    }
  } catch (error) {
    if (violatedConstraint(error) === 'tenants_slug_unique') {
      throw new AppError('taken', `The slug "${slug}" is taken. Choose another. Nothing was made.`, { cause: error })
    }
    throw error
  }
}

export async function listTenants(ctx: PlatformCtx, page: { after: string; limit: number }) {
  requireScope(ctx, 'platform:write')
  const rows = await withSystem(ctx.config, 'the operator lists the tenants').call(
    'list_tenants',
    page.after,
    page.limit + 1,
  )
  const tenants = rows.map((row) => ({ ...row, id: row.tenant_id, createdAt: new Date(row.created_at).toISOString() }))
  return toPage(tenants, page.limit, ({ id, slug, name, country, mode, createdAt }) => ({
    id,
    slug,
    name,
    country,
    mode,
    createdAt,
  }))
}

export async function getTenant(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [[tenant]] = await withTenant(ctx).batch(store.selectTenant())
  if (tenant === undefined) throw notFound('tenant')
  return presentTenant(tenant)
}

export async function changeTenant(ctx: Ctx, change: z.output<typeof TenantChange>) {
  requireScope(ctx, 'tenant:write')
  const given = onlyGiven(change)
  const [[tenant]] = await withTenant(ctx).batch(
    store.updateTenant(given),
    auditRow(ctx, 'tenant.changed', ctx.tenantId, { fields: Object.keys(given) }),
  )
  if (tenant === undefined) throw notFound('tenant')
  return presentTenant(tenant)
}

export async function listOrigins(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows] = await withTenant(ctx).batch(store.selectOrigins())
  return { origins: rows.map((row) => row.origin) }
}

export async function changeOrigins(ctx: Ctx, origins: readonly string[]) {
  requireScope(ctx, 'tenant:write')
  const rows = [...new Set(origins)].map((origin) => ({ id: newId('request'), origin }))
  await withTenant(ctx).batch(
    store.deleteOrigins(),
    auditRow(ctx, 'origins.changed', ctx.tenantId, { origins: rows.map((row) => row.origin) }),
    ...(rows.length > 0 ? [store.insertOrigins(rows)] : []),
  )
  return listOrigins(ctx)
}

export async function listAudit(ctx: Ctx, page: { after: string; limit: number }) {
  requireScope(ctx, 'audit:read')
  const [rows, named] = await withTenant(ctx).batch(
    store.selectAudit(page.after, page.limit),
    store.selectAuditNames(page.after, page.limit),
  )
  const names = new Map(named.rows.map(({ user_id: id, name }) => [id, name]))
  return toPage(rows, page.limit, (row) => presentAudit(row, names))
}
