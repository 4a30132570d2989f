import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { onlyGiven } from '../../shared/only-given.ts'
import { presentLocation } from './present.ts'
import type { LocationChange, NewLocation } from './schema.ts'
import * as store from './store.ts'

export async function listLocations(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows] = await withTenant(ctx).batch(store.selectLocations())
  return { items: rows.map(presentLocation) }
}

export async function addLocation(ctx: Ctx, input: z.output<typeof NewLocation>) {
  requireScope(ctx, 'tenant:write')
  const id = newId('location')
  const given = { ...input, region: input.region ?? '' }
  await withTenant(ctx).batch(
    store.insertLocation({ id, ...given }),
    auditRow(ctx, 'location.added', id, { timeZone: input.timeZone }),
  )
  return { id, ...given }
}

export async function changeLocation(ctx: Ctx, locationId: string, change: z.output<typeof LocationChange>) {
  requireScope(ctx, 'tenant:write')
  const given = onlyGiven(change)
  const [[row]] = await withTenant(ctx).batch(
    store.updateLocation(locationId, given),
    auditRow(ctx, 'location.changed', locationId, { fields: Object.keys(given) }),
  )
  if (row === undefined) throw notFound('location')
  return presentLocation(row)
}

/** Facts and assistants of a place hold it: they go first, so that nothing is lost unseen. */
export async function removeLocation(ctx: Ctx, locationId: string): Promise<void> {
  requireScope(ctx, 'tenant:write')
  try {
    const [gone] = await withTenant(ctx).batch(
      store.deleteLocation(locationId),
      auditRow(ctx, 'location.removed', locationId),
    )
    if (gone.length === 0) throw notFound('location')
  } catch (error) {
    if (violatedConstraint(error) === '') throw error
    throw new AppError(
      'in_use',
      'An assistant or facts belong to this location. Move or remove them first. Nothing was changed.',
      { cause: error },
    )
  }
}
