import type { Ctx } from '../../../core/ctx.ts'
import { violatedConstraint } from '../../../db/conflict.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { Media } from '../../../ports/media.ts'
import type { Dialled } from '../../../ports/telephony.ts'
import { log } from '../../../shared/log.ts'
import { lookUntil } from '../../../shared/look-until.ts'
import { countryOf } from '../../../shared/phone.ts'
import type { WayOut } from '../../phone/index.ts'
import type { CallRow } from '../present.ts'
import { identityOf, keepApart } from './hearing.ts'
import type { Leg } from './standing.ts'
import * as store from './store.ts'

const lookEveryMs = 150
/** A gateway that says nothing at all is given up so long after the phone would have stopped ringing. */
const graceMs = 5000

type Result = NonNullable<Leg['result']>

/**
 * Rings a wave until one of it answered, or nobody did. Who rings already, because another request began it, is followed
 * in the room: the same phone never rings twice.
 */
export async function ringWave(ctx: Ctx, call: CallRow, out: WayOut, legs: readonly Leg[]): Promise<void> {
  const { media, telephony } = ctx.ports
  if (media === undefined || telephony === undefined) return
  const answered = Promise.withResolvers<void>()
  const ringing = legs.map(async (leg) => {
    const [[begun]] = await withTenant(ctx).batch(
      store.moveLeg(leg.id, ['waiting'], { state: 'ringing', rangAt: ctx.now() }),
    )
    const apart = new AbortController()
    const keeping = keepingApart(media, call.room, leg.id, apart.signal)
    const { number, ringMs } = leg
    const how =
      begun === undefined
        ? await followed(ctx, media, call.room, leg)
        : await telephony.dial({ room: call.room, identity: identityOf(leg.id), ...out, number, ringMs })
    apart.abort()
    log('info', 'leg.rang', {
      tenantId: ctx.tenantId,
      callId: call.id,
      legId: leg.id,
      how,
      country: countryOf(number),
    })
    if (how !== 'answered') return endLeg(ctx, call, leg.id, how)
    await keeping
    if (await isFirst(ctx, leg.id)) return answered.resolve()
    await endLeg(ctx, call, leg.id, 'taken_by_another')
  })
  const isAnswered = await Promise.race([answered.promise.then(() => true), Promise.all(ringing).then(() => false)])
  if (!isAnswered) return
  const others = (await legsOf(ctx, call.id)).filter(
    ({ id, state }) => state === 'ringing' && legs.some((leg) => leg.id === id),
  )
  await Promise.all(others.map(({ id }) => endLeg(ctx, call, id, 'taken_by_another')))
}

/** Of two who pick up at once the constraint lets one be spoken to; and nobody once the caller is gone. */
async function isFirst(ctx: Ctx, legId: string): Promise<boolean> {
  const [[first]] = await withTenant(ctx)
    .batch(store.moveLeg(legId, ['ringing'], { state: 'whispering', answeredAt: ctx.now() }))
    .catch((error: unknown) => {
      if (violatedConstraint(error) === 'call_legs_one_speaks') return [[]] as const
      throw error
    })
  return first !== undefined
}

/** Written down once; the phone is hung up, whether it rings or talks. */
export async function endLeg(ctx: Ctx, call: CallRow, legId: string, result: Result): Promise<Leg | null> {
  const set = { state: 'over' as const, result, endedAt: ctx.now() }
  const [[[ended]]] = await Promise.all([
    withTenant(ctx).batch(store.moveLeg(legId, ['waiting', 'ringing', 'whispering', 'connected'], set)),
    ctx.ports.media?.rooms.remove(call.room, identityOf(legId)).catch((error: unknown) => {
      log('warn', 'leg.not-hung-up', { tenantId: ctx.tenantId, callId: call.id, legId, pii: { reason: String(error) } })
    }),
  ])
  return ended ?? null
}

export async function legsOf(ctx: Ctx, callId: string): Promise<Leg[]> {
  const [legs] = await withTenant(ctx).batch(store.selectLegs(callId))
  return legs
}

/** As soon as they stand in the room, which is while their phone still rings, and once more when they have answered. */
async function keepingApart(media: Media, room: string, legId: string, done: AbortSignal): Promise<void> {
  const look = async () => (await keepApart(media, room, legId).catch(() => false)) || undefined
  await lookUntil(look, { everyMs: lookEveryMs, signal: done })
  if (!done.aborted) await new Promise((resolve) => done.addEventListener('abort', resolve, { once: true }))
  await keepApart(media, room, legId).catch(() => false)
}

async function followed(ctx: Ctx, media: Media, room: string, leg: Leg): Promise<Dialled> {
  const from = leg.rangAt?.getTime() ?? ctx.now().getTime()
  let seen = false
  const look = async (): Promise<Dialled | undefined> => {
    const people = await media.rooms.people(room).catch(() => undefined)
    if (people === null) return 'no_answer'
    const person = people?.find(({ identity }) => identity === identityOf(leg.id))
    if (person?.kind === 'person' && person.status === 'answered') return 'answered'
    if (person === undefined && people !== undefined && seen) return 'no_answer'
    seen ||= person !== undefined
    return undefined
  }
  const forMs = from + leg.ringMs + graceMs - ctx.now().getTime()
  return (await lookUntil(look, { everyMs: lookEveryMs, forMs })) ?? 'no_answer'
}
