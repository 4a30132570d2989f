import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { newId } from '../../../shared/ids.ts'
import { readSetting, selectSetting } from '../../turns/index.ts'
import { wayOut, whoIsRung } from '../../phone/index.ts'
import { callEnded, holderOf, requireHeld } from '../access.ts'
import { endTheCall } from '../end.ts'
import { type CallRow, presentCall } from '../present.ts'
import { selectCall } from '../store.ts'
import { handOver } from './hand-over.ts'
import { keepApart, putTogether } from './hearing.ts'
import { endLeg, legsOf, ringWave } from './ring.ts'
import type { ReachEvent, ReachStep } from './schema.ts'
import { isFound, type Leg, type Purpose, standing } from './standing.ts'
import { stepOf } from './step.ts'
import { shared } from './share.ts'
import * as store from './store.ts'

type Event = z.output<typeof ReachEvent>
type Step = z.infer<typeof ReachStep>

/** Somebody is fetched for the caller, or told of a danger: each event moves it once, and the reply says what is next. */
export async function reach(ctx: Ctx, callId: string, event: Event): Promise<Step> {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  const [[found]] = await withTenant(ctx).batch(selectCall(callId))
  const call = requireHeld(found, holder)
  if (call.state === 'ended') throw callEnded()
  switch (event.event) {
    case 'asked':
      await begin(ctx, call, event.purpose, event.turnId)
      return next(ctx, call, event.purpose === 'danger')
    case 'resumed':
      return resumed(ctx, call, event.purpose === 'danger')
    case 'ring':
      return ring(ctx, call, event.purpose === 'danger')
    default:
      return told(ctx, call, event)
  }
}

/**
 * Who is to be rung is written down before anybody is; asked twice for one turn, or while somebody is fetched, it is once.
 * @returns whom it wrote down
 */
export async function begin(
  ctx: Ctx,
  call: CallRow,
  purpose: Exclude<Purpose, 'failover'>,
  turnId: string,
  to?: Ringing,
): Promise<Leg[]> {
  const [legs, [setting]] = await withTenant(ctx).batch(store.selectLegs(call.id), selectSetting(call.conversationId))
  const isDanger = purpose === 'danger'
  const running = standing(legs, isDanger).kind !== 'over'
  if (setting === undefined || running || (turnId !== '' && legs.some((leg) => leg.turnId === turnId))) return []
  const { dialled, caller, conversationId } = call
  const talk = { dialled, caller, conversationId, turnId, lang: setting.lang === '' ? call.lang : setting.lang }
  const waves = await whoIsRung(ctx, { ...talk, assistantId: setting.assistantId }, purpose, to?.reach)
  const now = ctx.now()
  const share = to === undefined ? null : shared(waves, to.ringMs)
  const rows = (share?.waves ?? waves).flatMap((wave, at) =>
    wave.map(({ isAllowed, ...person }) => ({
      ...{ id: newId('leg'), callId: call.id, turnId, purpose, wave: at, createdAt: now, ...person },
      ringMs: share?.ringMs ?? person.ringMs,
      lang: person.lang === '' ? (call.languages[0] ?? call.lang) : person.lang,
      ...(isAllowed ? {} : { state: 'over' as const, result: 'forbidden_country' as const, endedAt: now }),
    })),
  )
  return rows.length > 0 ? (await withTenant(ctx).batch(store.insertLegs(rows)))[0] : []
}

/** Another one than the number's own, or another time. */
export interface Ringing {
  reach: string
  ringMs: number
}

async function ring(ctx: Ctx, call: CallRow, isDanger: boolean): Promise<Step> {
  const [legs, out] = await Promise.all([legsOf(ctx, call.id), wayOut(ctx, call.dialled)])
  const now = standing(legs, isDanger)
  if (now.kind !== 'ring') return next(ctx, call, isDanger)
  if (out === null) await Promise.all(now.legs.map((leg) => endLeg(ctx, call, leg.id, 'failed')))
  else if (now.legs[0]?.manner === 'cold') {
    if (await handOver(ctx, call, now.legs)) {
      await endTheCall(ctx, call, 'transferred')
      return { kind: 'handed_over' }
    }
  } else await ringWave(ctx, call, out, now.legs)
  return next(ctx, call, isDanger)
}

/** Another agent, whose voice is another track; two who talk are not told again that they do. */
async function resumed(ctx: Ctx, call: CallRow, isDanger: boolean): Promise<Step> {
  const step = await next(ctx, call, isDanger)
  const { media } = ctx.ports
  if (step.kind === 'whisper' && media !== undefined) await keepApart(media, call.room, step.legId)
  return step.kind === 'connected' ? { ...step, say: [] } : step
}

const resultOf = { declined: 'declined', unanswered: 'voicemail' } as const

/** The leg's own event; about a leg that is over by now, or another call's, it changes nothing. */
async function told(ctx: Ctx, call: CallRow, event: Extract<Event, { legId: string }>): Promise<Step> {
  const legs = await legsOf(ctx, call.id)
  const leg = legs.find(({ id }) => id === event.legId)
  const isDanger = leg?.purpose === 'danger'
  if (leg === undefined) return next(ctx, call, isDanger)
  switch (event.event) {
    case 'accepted':
      await accept(ctx, call, leg)
      break
    case 'declined':
    case 'unanswered':
      if (leg.state === 'whispering') await endLeg(ctx, call, leg.id, resultOf[event.event])
      break
    case 'left':
      // Who has acknowledged has heard our thanks, and is hung up.
      await endLeg(ctx, call, leg.id, leg.state === 'connected' ? 'connected' : 'hung_up')
      break
    default:
      event.event satisfies never
  }
  return next(ctx, call, isDanger)
}

async function accept(ctx: Ctx, call: CallRow, leg: Leg): Promise<void> {
  const now = ctx.now()
  const set =
    leg.purpose === 'danger'
      ? { state: 'over' as const, result: 'acknowledged' as const, acceptedAt: now, endedAt: now }
      : { state: 'connected' as const, acceptedAt: now }
  const [[accepted]] = await withTenant(ctx).batch(
    store.moveLeg(leg.id, ['whispering'], set),
    store.dropWaiting(call.id, leg.purpose, now),
  )
  const { media } = ctx.ports
  if (accepted?.state === 'connected' && media !== undefined) await putTogether(media, call.room, leg.id)
}

/** Where it stands now, in the call's state too. */
async function next(ctx: Ctx, call: CallRow, isDanger: boolean): Promise<Step> {
  const [legs, read] = await Promise.all([legsOf(ctx, call.id), readSetting(ctx, call.conversationId)])
  const state = isDanger ? null : stateOf(standing(legs, isDanger), call)
  const [step] = await Promise.all([
    stepOf(ctx, call, read, legs, isDanger),
    state === null || state === call.state ? undefined : move(ctx, call, state),
  ])
  return step
}

async function move(ctx: Ctx, call: CallRow, state: CallRow['state']): Promise<void> {
  const [[moved]] = await withTenant(ctx).batch(store.moveCall(call.id, state))
  if (moved === undefined) return
  const event = { type: 'call.changed', call: presentCall(moved) }
  await ctx.objects.conversation(call.conversationId).announce(call.conversationId, event)
}

function stateOf(now: ReturnType<typeof standing>, call: CallRow): CallRow['state'] | null {
  switch (now.kind) {
    case 'ring':
      return 'on_hold'
    case 'whisper':
      return 'transferring'
    case 'connected':
      return 'with_person'
    case 'over':
      if (!['on_hold', 'transferring', 'with_person'].includes(call.state)) return null
      // Staff was rung first, and nobody came: the first words are still to be said.
      return now.last?.purpose === 'staff_first' && !isFound(now.last) ? 'claimed' : 'in_conversation'
    default:
      return now satisfies never
  }
}
