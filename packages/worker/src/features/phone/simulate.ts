import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { randomToken } from '../../shared/secret.ts'
import { minuteMs } from '../../shared/time.ts'
import { phoneJob, phoneRoomPrefix } from './gateway.ts'
import type { NewSimulatedCall, SimulatedCall } from './schema.ts'
import * as store from './store.ts'

/** How long the carrier would let it ring; as the gateway's trunks are set. */
const ringMs = 8000

/** Lets somebody call a number of theirs without a carrier: they stand in the room as the gateway's callers do. */
export async function simulateCall(
  ctx: Ctx,
  numberId: string,
  { from }: z.output<typeof NewSimulatedCall>,
): Promise<z.infer<typeof SimulatedCall>> {
  requireScope(ctx, 'tenant:write')
  const [[number], trunks] = await withTenant(ctx).batch(store.selectNumber(numberId), store.selectTrunks())
  const trunk = trunks.find(({ id }) => id === number?.trunkId)
  if (number === undefined || trunk === undefined) throw notFound('number')
  const { media } = ctx.ports
  if (ctx.mode !== 'test')
    throw new AppError(
      'unprocessable',
      'Only a number of test mode is called without a carrier. Call this one by phone.',
    )
  if (media === undefined) throw new AppError('unavailable', 'No media server is set up: nobody could answer.')
  const room = `${phoneRoomPrefix}_${from || 'anonymous'}_${randomToken(9)}`
  const line = { trunkId: trunk.gatewayId, dialled: number.number, from }
  return { ...(await media.rooms.ticket(room, { line, job: phoneJob }, minuteMs)), ringMs }
}
