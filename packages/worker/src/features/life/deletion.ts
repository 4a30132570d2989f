import { eq, sql } from 'drizzle-orm'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { dayMs } from '../../shared/time.ts'
import { settleDays } from '../insights/index.ts'
import { leaveCarrier, leaveGateway, standAll } from '../phone/index.ts'
import { forgetRecordings } from '../calls/index.ts'
import { defaultRetention, getTenant, tenants } from '../tenants/index.ts'

const graceDays = 14

/** Everything goes after the days of grace; until then it works on, and an owner can take it back. */
export async function askForDeletion(ctx: Ctx, slug: string) {
  requireScope(ctx, 'tenant:delete')
  const tenant = await getTenant(ctx)
  if (tenant.slug !== slug)
    throw new AppError('unprocessable', `That is not "${tenant.slug}". Type it exactly. Nothing was changed.`, {
      details: [{ path: 'slug', message: 'is not the slug of this tenant' }],
    })
  return setDeleteAfter(ctx, new Date(ctx.now().getTime() + graceDays * dayMs), 'tenant.deletion-asked')
}

export async function takeBackDeletion(ctx: Ctx) {
  requireScope(ctx, 'tenant:delete')
  return setDeleteAfter(ctx, null, 'tenant.deletion-taken-back')
}

async function setDeleteAfter(ctx: Ctx, deleteAfter: Date | null, action: string) {
  const [changed] = await withTenant(ctx).batch(
    query.update(tenants).set({ deleteAfter }).where(eq(tenants.id, ctx.tenantId)).returning({ id: tenants.id }),
    auditRow(ctx, action, ctx.tenantId, {}),
  )
  if (changed.length === 0) throw notFound('tenant')
  return getTenant(ctx)
}

/** Nightly: what is older than the tenant keeps it, and the tenant itself when its grace is over. Twice is harmless. */
export async function tidy(ctx: Ctx): Promise<void> {
  const [[tenant]] = await withTenant(ctx).batch(
    query
      .select({ deleteAfter: tenants.deleteAfter, retention: tenants.retention })
      .from(tenants)
      .where(eq(tenants.id, ctx.tenantId)),
  )
  if (tenant === undefined) return
  if (tenant.deleteAfter === null || tenant.deleteAfter > ctx.now()) {
    for (const mode of ['test', 'live'] as const) await settleDays({ ...ctx, mode })
    await forgetRecordings(ctx, { ...defaultRetention, ...tenant.retention })
    await withTenant(ctx).batch(query.execute(sql`select system.apply_retention()`))
    return standAll(ctx)
  }
  // Numbers, trunks and files first: once the rows are gone, nothing names them any more.
  await leaveCarrier(ctx)
  await leaveGateway(ctx)
  await ctx.ports.files.removeBelow(`${ctx.tenantId}/`)
  await withTenant(ctx).batch(query.execute(sql`select system.purge_tenant()`))
}
