import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../../core/audit.ts'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { actorOf } from '../../../core/principal.ts'
import { withTenant } from '../../../db/tenant.ts'
import { notFound } from '../../../shared/errors.ts'
import { presentCall } from '../present.ts'
import type { CallCorrection } from '../schema.ts'
import { correct } from './settle-store.ts'

/** A member knows better: theirs counts from now on, ours stays beside it. */
export async function correctCall(ctx: Ctx, callId: string, { outcome }: z.output<typeof CallCorrection>) {
  requireScope(ctx, 'conversations:write')
  const by = outcome === null ? '' : actorOf(ctx.principal)
  const [[call]] = await withTenant(ctx).batch(
    correct(callId, outcome, by, ctx.now()),
    auditRow(ctx, 'call.corrected', callId, { outcome: outcome ?? '' }),
  )
  if (call === undefined) throw notFound('call')
  return presentCall(call)
}
