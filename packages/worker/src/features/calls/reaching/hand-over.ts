import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { newId } from '../../../shared/ids.ts'
import { selectSetting } from '../../turns/index.ts'
import { ownPhoneFor } from '../../phone/index.ts'
import type { CallRow } from '../present.ts'
import { selectCall } from '../store.ts'
import { endLeg } from './ring.ts'
import type { Leg } from './standing.ts'
import * as store from './store.ts'

/** A carrier that does not say what became of it is waited for so long. */
const failoverMs = 8000

export async function callerIn(ctx: Ctx, call: Pick<CallRow, 'room'>) {
  const people = await ctx.ports.media?.rooms.people(call.room).catch(() => null)
  return people?.find((who) => who.kind === 'caller') ?? null
}

/** The caller is handed over to the first of them that the network takes (SIP REFER). @returns whether one did */
export async function handOver(ctx: Ctx, call: CallRow, legs: readonly Leg[]): Promise<boolean> {
  for (const leg of legs) {
    const begun = { state: 'ringing' as const, rangAt: ctx.now() }
    const [[mine]] = await withTenant(ctx).batch(store.moveLeg(leg.id, ['waiting'], begun))
    // Handed over once: of a second request for it, nobody can say what became of the first.
    if (mine === undefined) {
      await endLeg(ctx, call, leg.id, 'failed')
      continue
    }
    const caller = await callerIn(ctx, call)
    const how =
      caller === null ? 'gone' : await ctx.ports.telephony?.transfer(call.room, caller.identity, leg.number, leg.ringMs)
    if (how === 'transferred') {
      await endLeg(ctx, call, leg.id, 'handed_over')
      return true
    }
    await endLeg(ctx, call, leg.id, how === 'gone' ? 'caller_left' : (how ?? 'failed'))
  }
  return false
}

/** No agent can be had: before the line is closed the caller is handed over to the owner's own phone, where there is one. */
export async function failOver(ctx: Ctx, callId: string): Promise<boolean> {
  const [[call]] = await withTenant(ctx).batch(selectCall(callId))
  if (call === undefined || call.channel !== 'phone' || call.state === 'ended') return false
  // Who was not answered yet cannot be handed over: the carrier does what is set there when we let go.
  if (call.greetedAt === null && (await callerIn(ctx, call))?.status !== 'answered') return false
  const [[setting]] = await withTenant(ctx).batch(selectSetting(call.conversationId))
  const { dialled } = call
  const ownPhone = await ownPhoneFor(ctx, { dialled, assistantId: setting?.assistantId ?? '' })
  if (ownPhone === '') return false
  const row = {
    ...{ id: newId('leg'), callId, purpose: 'failover' as const, wave: 0, personId: '', name: '' },
    ...{ number: ownPhone, lang: call.lang, manner: 'cold' as const, ringMs: failoverMs },
  }
  const [legs] = await withTenant(ctx).batch(store.insertLegs([row]))
  return handOver(ctx, call, legs)
}
