import type { WatchedCall } from '../../../core/objects.ts'
import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { log } from '../../../shared/log.ts'
import { minuteMs } from '../../../shared/time.ts'
import type { NewEvent } from '../../turns/index.ts'
import { closeBooks } from '../end.ts'
import { judge, lostOf, type Seen } from './judge.ts'
import { askForAgent, makeRoom } from '../open.ts'
import { presentCall } from '../present.ts'
import { callerIn, failOver } from '../reaching/hand-over.ts'
import { legsOf } from '../reaching/ring.ts'
import { standing } from '../reaching/standing.ts'
import * as store from '../store.ts'

/** Where the conversation's object keeps what it knows of its call. */
export interface Watch {
  readonly call: WatchedCall | null
  readonly seen: Seen
  saw(room: 'visitor' | 'nobody' | 'gone', now: number): void
  sought(now: number): void
  triedToPassOn(now: number): void
  /** The call's time is over later. */
  extended(endsAt: number): void
  /** What was lost before counts no more, and waiting begins anew. */
  spared(now: number): void
  /** The next agent is asked for; the one before holds the call until that one has claimed it. */
  asked(lost: readonly number[], now: number): void
  forget(callId: string): void
}

/** Two people who talk when the call's time is over go on; looked at again then. */
const moreMs = 10 * minuteMs

/** Looks after a running call: asks for another agent when one is lost, and closes the books when it is over. */
export async function tend(ctx: Ctx, watch: Watch, tell: (event: NewEvent) => void): Promise<void> {
  const { call } = watch
  const now = ctx.now().getTime()
  if (call === null) return
  const verdict = judge(call, watch.seen, now)
  switch (verdict.kind) {
    case 'well':
      return
    case 'look':
      return look(ctx, watch, call, now, tell)
    case 'seek':
      return seek(ctx, watch, call, now, tell)
    case 'agent-lost':
      return replaceAgent(ctx, watch, call, now, tell)
    case 'pass-on':
      watch.triedToPassOn(now)
      return passOn(ctx, watch, call, tell)
    case 'over': {
      const isLost = verdict.reason === 'agent_lost'
      const isLate = verdict.reason === 'time_limit'
      if ((isLost || isLate) && (await isWithPerson(ctx, call.callId)))
        return isLate ? watch.extended(now + moreMs) : spare(ctx, watch, call, now, tell)
      const reason = isLost && (await failOver(ctx, call.callId)) ? 'failed_over' : verdict.reason
      return end(ctx, watch, call, reason, tell)
    }
    default:
      return verdict satisfies never
  }
}

async function end(
  ctx: Ctx,
  watch: Watch,
  call: WatchedCall,
  reason: Parameters<typeof closeBooks>[2],
  tell: (event: NewEvent) => void,
) {
  const ended = await closeBooks(ctx, { ...call, id: call.callId }, reason)
  watch.forget(call.callId)
  if (ended !== null) tell({ type: 'call.changed', call: presentCall(ended) })
}

/** Who called by phone and was not greeted does not wait for an agent: the carrier or the owner's own phone is better. */
async function passOn(ctx: Ctx, watch: Watch, call: WatchedCall, tell: (event: NewEvent) => void) {
  const [[row]] = await withTenant(ctx).batch(store.selectCall(call.callId))
  if (row === undefined || row.channel !== 'phone' || row.greetedAt !== null) return
  if (standing(await legsOf(ctx, call.callId), false).kind !== 'over') return
  const caller = await callerIn(ctx, row)
  // Claimed meanwhile.
  if (watch.call?.agent !== 'waiting') return
  if (caller?.status === 'ringing') return end(ctx, watch, call, 'passed_on', tell)
  if (await failOver(ctx, call.callId)) return end(ctx, watch, call, 'failed_over', tell)
}

/** Two people who talk need no agent: another is asked for, and the line is not closed. */
async function spare(ctx: Ctx, watch: Watch, call: WatchedCall, now: number, tell: (event: NewEvent) => void) {
  watch.spared(now)
  await replaceAgent(ctx, watch, watch.call ?? call, now, tell)
}

async function isWithPerson(ctx: Ctx, callId: string): Promise<boolean> {
  return standing(await legsOf(ctx, callId), false).kind === 'connected'
}

async function look(ctx: Ctx, watch: Watch, call: WatchedCall, now: number, tell: (event: NewEvent) => void) {
  const people = await ctx.ports.media?.rooms.people(call.room).catch(() => undefined)
  // A media server that does not answer says nothing about the call.
  if (people === undefined) return watch.saw(call.joined ? 'visitor' : 'nobody', now)
  const there = people?.some(({ kind }) => kind === 'visitor' || kind === 'caller') === true
  watch.saw(people === null ? 'gone' : there ? 'visitor' : 'nobody', now)
  if (people === null) return reopen(ctx, call)
  if (!there || call.joined) return
  const [[joined]] = await withTenant(ctx).batch(store.noteJoined(call.callId, new Date(now)))
  if (joined !== undefined) tell({ type: 'call.changed', call: presentCall(joined) })
}

/** A media server that was started again knows no rooms: who comes back finds this one, and an agent that does not is replaced. */
async function reopen(ctx: Ctx, { room, callId }: WatchedCall) {
  log('warn', 'call.room-gone', { tenantId: ctx.tenantId, callId })
  const { media } = ctx.ports
  if (media === undefined) return
  await makeRoom(media, room).catch((error: unknown) => {
    // Looked at again in some seconds; a room that stays away ends the call.
    log('warn', 'call.room-not-made', { tenantId: ctx.tenantId, callId, pii: { reason: String(error) } })
  })
}

/** The media server gives a dispatch to who is there, never to who comes later: an agent that came up is asked anew. */
async function seek(ctx: Ctx, watch: Watch, call: WatchedCall, now: number, tell: (event: NewEvent) => void) {
  const { askedAt } = watch.seen
  watch.sought(now)
  const agents = await ctx.agents.alive()
  if (agents.some(({ draining, since }) => !draining && since > askedAt))
    await replaceAgent(ctx, watch, call, now, tell)
}

/** What the media server does not do by itself: another agent is asked for. Who is late, and lives, may still go on. */
async function replaceAgent(ctx: Ctx, watch: Watch, call: WatchedCall, now: number, tell: (event: NewEvent) => void) {
  const { callId, generation, holder } = call
  // Noted before it is asked for: its claim may be here before the answer is.
  watch.asked(lostOf(call, watch.seen), now)
  log('warn', call.agent === 'held' ? 'call.agent-lost' : 'call.not-claimed', {
    ...{ tenantId: ctx.tenantId, callId, generation },
  })
  const [[waits], [row]] = await withTenant(ctx).batch(store.awaitAgent(callId, holder), store.selectCall(callId))
  if (row === undefined || row.state === 'ended') return watch.forget(callId)
  if (waits !== undefined) tell({ type: 'call.changed', call: presentCall(waits) })
  const { media } = ctx.ports
  // Meanwhile its holder is back, or one that was asked for before has claimed it.
  if (watch.call?.agent === 'held') return void (await withTenant(ctx).batch(store.goOn(callId, holder)))
  if (media === undefined) return
  try {
    await askForAgent(media, row, generation + 1)
  } catch (error) {
    // Nobody will claim it: after a while that counts as the next loss.
    log('warn', 'call.no-agent-asked', { tenantId: ctx.tenantId, callId: call.callId, pii: { reason: String(error) } })
  }
}
