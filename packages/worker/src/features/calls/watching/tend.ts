import type { WatchedCall } from '../../../core/objects.ts'
import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { log } from '../../../shared/log.ts'
import { minuteMs } from '../../../shared/time.ts'
import type { NewEvent } from '../../turns/index.ts'
import { closeBooks } from '../end.ts'
import { judge, lossesOf, type Seen } from './judge.ts'
import { askForAgent, makeRoom } from '../open.ts'
import { presentCall } from '../present.ts'
import { failOver } from '../reaching/hand-over.ts'
import { legsOf } from '../reaching/ring.ts'
import { standing } from '../reaching/standing.ts'
import * as store from '../store.ts'

/** Where the conversation's object keeps what it knows of its call. */
export interface Watch {
  readonly call: WatchedCall | null
  readonly seen: Seen
  saw(room: 'visitor' | 'nobody' | 'gone', now: number): void
  sought(now: number): void
  /** The call's time is over later. */
  extended(endsAt: number): void
  /** What was lost before counts no more, and waiting begins anew. */
  spared(now: number): void
  /** The next agent is asked for; the one before holds the call no more. */
  superseded(generation: number, losses: number, now: number): void
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
    case 'over': {
      const isLost = verdict.reason === 'agent_lost'
      const isLate = verdict.reason === 'time_limit'
      if ((isLost || isLate) && (await isWithPerson(ctx, call.callId)))
        return isLate ? watch.extended(now + moreMs) : spare(ctx, watch, call, now, tell)
      const reason = isLost && (await failOver(ctx, call.callId)) ? 'failed_over' : verdict.reason
      const ended = await closeBooks(ctx, { ...call, id: call.callId }, reason)
      watch.forget(call.callId)
      if (ended !== null) tell({ type: 'call.changed', call: presentCall(ended) })
      return
    }
    default:
      return verdict satisfies never
  }
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
  const { heardAt } = watch.seen
  watch.sought(now)
  const agents = await ctx.agents.alive()
  if (agents.some(({ draining, since }) => !draining && since > heardAt))
    await replaceAgent(ctx, watch, call, now, tell)
}

/** What the media server does not do by itself: the dead one's place is cleared, and another agent is asked for. */
async function replaceAgent(ctx: Ctx, watch: Watch, call: WatchedCall, now: number, tell: (event: NewEvent) => void) {
  const [[next]] = await withTenant(ctx).batch(store.supersede(call.callId, call.generation))
  if (next === undefined) return watch.forget(call.callId)
  log('warn', call.agent === 'held' ? 'call.agent-lost' : 'call.not-claimed', {
    tenantId: ctx.tenantId,
    callId: call.callId,
    generation: call.generation,
  })
  // Noted before it is asked for: its claim may be here before the answer is.
  const losses = call.agent === 'held' ? lossesOf(call, watch.seen) + 1 : call.losses
  watch.superseded(next.generation, losses, now)
  tell({ type: 'call.changed', call: presentCall(next) })
  const { media } = ctx.ports
  if (media === undefined) return
  try {
    const people = (await media.rooms.people(call.room)) ?? []
    const dead = people.filter(({ kind }) => kind === 'agent')
    await Promise.all(dead.map(({ identity }) => media.rooms.remove(call.room, identity)))
    await askForAgent(media, next, next.generation)
  } catch (error) {
    // Nobody will claim it: after a while that counts as the next loss.
    log('warn', 'call.no-agent-asked', { tenantId: ctx.tenantId, callId: call.callId, pii: { reason: String(error) } })
  }
}
