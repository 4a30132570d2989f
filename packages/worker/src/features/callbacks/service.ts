import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { actorOf } from '../../core/principal.ts'
import { withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { toPage } from '../../web/page.ts'
import { presentLead } from '../leads/index.ts'
import type { Callback, CallbackQuery } from './schema.ts'
import * as store from './store.ts'

export async function listCallbacks(ctx: Ctx, query: z.output<typeof CallbackQuery>) {
  requireScope(ctx, 'conversations:read')
  const [rows] = await withTenant(ctx).batch(store.selectCallbacks(query))
  return toPage(
    rows.map((row) => ({ ...row, id: row.callback.id })),
    query.limit,
    present,
  )
}

/** Done by who called back; opened again by who was mistaken. Saying twice changes nothing more. */
export async function changeCallback(ctx: Ctx, callbackId: string, state: 'open' | 'done') {
  requireScope(ctx, 'conversations:write')
  const done = { state, doneBy: actorOf(ctx.principal), doneAt: ctx.now() }
  const [changed, , [row]] = await withTenant(ctx).batch(
    store.changeState(callbackId, state === 'done' ? done : { state, doneBy: '', doneAt: null }),
    auditRow(ctx, state === 'done' ? 'callback.done' : 'callback.opened-again', callbackId),
    store.selectCallback(callbackId),
  )
  if (changed.length === 0 || row === undefined) throw notFound('callback')
  return present(row)
}

function present({ callback, lead }: store.Whole): z.infer<typeof Callback> {
  const { id, state, locationId, timeZone, day, from, to, reminders, doneBy } = callback
  return {
    ...{ id, state, message: presentLead(lead), locationId, timeZone, day, from, to, reminders, doneBy },
    fromAt: callback.fromAt.toISOString(),
    toAt: callback.toAt.toISOString(),
    doneAt: callback.doneAt?.toISOString() ?? null,
    createdAt: callback.createdAt.toISOString(),
  }
}
