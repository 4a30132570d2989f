import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { carrierNumbersOf } from '../connections/index.ts'
import { carrierTrunk, goOn, unfinished } from './carrier.ts'
import { standAtGateway } from './gateway.ts'
import { insertAdded, placeFor, presentNumber } from './numbers.ts'
import type { AtCarrier, NewCarrierNumber } from './schema.ts'
import * as store from './store.ts'

/**
 * Buys a number, or takes over one that the account holds, and sends its calls here. Our row comes first: asked again, also
 * under another idempotency key or after we died, it goes on from there.
 */
export async function buyNumber(ctx: Ctx, input: z.output<typeof NewCarrierNumber>) {
  requireScope(ctx, 'tenant:write')
  if (ctx.mode === 'live' && ctx.config.SIP_ADDRESS === undefined)
    throw new AppError(
      'unavailable',
      'Where carriers reach the phone gateway is not set: whoever runs the server sets SIP_ADDRESS. Nothing was bought.',
    )
  if ((await carrierNumbersOf(ctx)) === null)
    throw new AppError('unprocessable', 'No carrier is connected. An owner connects one under Settings, Connections.')
  const [[known]] = await withTenant(ctx).batch(store.selectByNumber(input.number))
  if (known?.carrier === 'own')
    throw new AppError(
      'taken',
      `${input.number} comes by your own trunk already. Release it first. Nothing was bought.`,
    )
  const id = known?.id ?? (await begin(ctx, input))
  const row = await goOn(ctx, id)
  if (row === null) throw notFound('number')
  return presentNumber(row)
}

async function begin(ctx: Ctx, input: z.output<typeof NewCarrierNumber>): Promise<string> {
  const place = await placeFor(ctx, input)
  const row = {
    ...input,
    ...place,
    id: newId('phoneNumber'),
    trunkId: await carrierTrunk(ctx),
    carrier: 'buying' as const,
  }
  await insertAdded(ctx, row, [auditRow(ctx, 'number.buying', row.id), unfinished(ctx, row.id)])
  return row.id
}

/**
 * From here on it is nobody's, whatever the gateway still does: a call to it finds no tenant. One of the carrier's goes
 * only when the carrier has done what was asked; until then it is answered.
 */
export async function releaseNumber(ctx: Ctx, numberId: string, atCarrier: z.output<typeof AtCarrier>): Promise<void> {
  requireScope(ctx, 'tenant:write')
  const [[row]] = await withTenant(ctx).batch(store.selectNumber(numberId))
  if (row === undefined) throw notFound('number')
  if (row.carrier === 'own' || atCarrier === 'leave') {
    const [[gone]] = await withTenant(ctx).batch(
      store.deleteNumber(numberId),
      auditRow(ctx, 'number.released', numberId),
    )
    if (gone === undefined) throw notFound('number')
    return void (await standAtGateway(ctx, gone.trunkId))
  }
  const carrier = atCarrier === 'give_back' ? 'giving_back' : 'restoring'
  await withTenant(ctx).batch(
    store.noteCarrierStep(numberId, row.carrier, { carrier }),
    auditRow(ctx, 'number.releasing', numberId, { atCarrier }),
    unfinished(ctx, numberId),
  )
  await goOn(ctx, numberId)
}
