import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { toPage } from '../../web/page.ts'
import { presentCall, presentConsent, presentLeg } from './present.ts'
import { selectLegs } from './reaching/store.ts'
import type { CallQuery } from './schema.ts'
import * as store from './store.ts'

export async function listCalls(ctx: Ctx, query: z.output<typeof CallQuery>) {
  requireScope(ctx, 'conversations:read')
  const [rows] = await withTenant(ctx).batch(store.selectCalls(query))
  return toPage(rows, query.limit, presentCall)
}

export async function getCall(ctx: Ctx, callId: string) {
  requireScope(ctx, 'conversations:read')
  const [[call], receipts, legs] = await withTenant(ctx).batch(
    store.selectCall(callId),
    store.selectConsents(callId),
    selectLegs(callId),
  )
  if (call === undefined) throw notFound('call')
  return { call: presentCall(call), consents: receipts.map(presentConsent), legs: legs.map(presentLeg) }
}
