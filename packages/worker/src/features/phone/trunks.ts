import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { seal } from '../../shared/secret.ts'
import { passwordPurpose, standAtGateway } from './gateway.ts'
import type { NewTrunk, Trunk, TrunkChange } from './schema.ts'
import * as store from './store.ts'

export async function listTrunks(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [rows, numbers] = await withTenant(ctx).batch(store.selectTrunks(), store.selectNumbers())
  return { items: rows.map((row) => present(ctx, row, numbers)), next: '' }
}

export async function getTrunk(ctx: Ctx, trunkId: string) {
  requireScope(ctx, 'tenant:read')
  const [[row], numbers] = await withTenant(ctx).batch(store.selectTrunk(trunkId), store.selectNumbers())
  if (row === undefined) throw notFound('trunk')
  return present(ctx, row, numbers)
}

/** Kept here alone: at the gateway it stands when it has its first number, because without one it would take every number. */
export async function createTrunk(ctx: Ctx, { name, addresses, login }: z.output<typeof NewTrunk>) {
  requireScope(ctx, 'tenant:write')
  const [known] = await withTenant(ctx).batch(store.selectTrunks())
  if (known.length >= store.mostTrunks)
    throw new AppError('limit_reached', `There are ${store.mostTrunks} trunks already. Remove one that is not used.`)
  const row = {
    id: newId('trunk'),
    name,
    addresses,
    username: login?.username ?? '',
    passwordSealed: login === undefined ? '' : await seal(login.password, ctx.config.FOYER_SECRET, passwordPurpose),
  }
  const [[made]] = await withTenant(ctx).batch(store.insertTrunk(row), auditRow(ctx, 'trunk.created', row.id))
  if (made === undefined) throw new Error('a trunk that was just made cannot be read')
  return present(ctx, made, [])
}

/** The gateway's side follows; what it does not take is told, and set right by the next check. */
export async function changeTrunk(ctx: Ctx, trunkId: string, { out }: z.output<typeof TrunkChange>) {
  requireScope(ctx, 'tenant:write')
  const [[row], numbers] = await withTenant(ctx).batch(
    store.setWayOut(trunkId, out.address, out.countries),
    store.selectNumbers(),
    auditRow(ctx, 'trunk.changed', trunkId, { out: out.address }),
  )
  if (row === undefined) throw notFound('trunk')
  await standAtGateway(ctx, trunkId)
  return present(ctx, row, numbers)
}

export async function removeTrunk(ctx: Ctx, trunkId: string): Promise<void> {
  requireScope(ctx, 'tenant:write')
  const [gone] = await withTenant(ctx)
    .batch(store.deleteTrunk(trunkId), auditRow(ctx, 'trunk.removed', trunkId))
    .catch((error: unknown) => {
      if (violatedConstraint(error) === '') throw error
      throw new AppError('in_use', 'Numbers are still on this trunk. Release them first. Nothing was changed.')
    })
  if (gone.length === 0) throw notFound('trunk')
}

/** Somebody changed it at the gateway, or the gateway lost it: set right, and said. */
export async function checkTrunk(ctx: Ctx, trunkId: string) {
  requireScope(ctx, 'tenant:write')
  const { mended } = await standAtGateway(ctx, trunkId)
  if (mended.length > 0) await withTenant(ctx).batch(auditRow(ctx, 'trunk.mended', trunkId, { mended }))
  return { mended: [...mended] }
}

function present({ config }: Ctx, row: store.TrunkRow, numbers: readonly store.NumberRow[]): z.infer<typeof Trunk> {
  const { id, mode, name, addresses, username, gatewayId, outAddress, countries } = row
  const own = numbers.filter(({ trunkId }) => trunkId === id).map(({ number }) => number)
  const out = { address: outAddress, countries }
  const sendTo = config.SIP_ADDRESS === undefined ? '' : `sip:${config.SIP_ADDRESS}`
  const createdAt = row.createdAt.toISOString()
  return { id, mode, name, addresses, username, numbers: own, sendTo, gatewayId, out, createdAt }
}
