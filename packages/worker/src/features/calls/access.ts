import type { Ctx } from '../../core/ctx.ts'
import type { Principal } from '../../core/principal.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import type { calls } from './table.ts'

type Holder = Extract<Principal, { kind: 'callAgent' }>

/** The job behind a call's token. @throws AppError not_found when it is about another call */
export function holderOf(ctx: Ctx, callId?: string): Holder {
  const { principal } = ctx
  if (principal.kind !== 'callAgent' || (callId !== undefined && principal.callId !== callId)) throw notFound('call')
  return principal
}

/** @throws AppError superseded when another job holds the call by now; not_found when it is gone */
export function requireHeld<Row extends Pick<typeof calls.$inferSelect, 'generation'>>(
  row: Row | undefined,
  holder: Pick<Holder, 'generation'>,
): Row {
  if (row === undefined) throw notFound('call')
  if (row.generation !== holder.generation) throw superseded()
  return row
}

export const superseded = () =>
  new AppError('superseded', 'Another agent holds this call by now. Leave the room, and say nothing more.')

export const callEnded = () => new AppError('call_ended', 'This call has ended. Leave the room.')
