import type { Ctx, PlatformCtx } from '../../../core/ctx.ts'
import { withSystem } from '../../../db/system.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { Media, Participant } from '../../../ports/media.ts'
import { receive, type Route } from '../../phone/index.ts'
import { begin, fromOf } from '../agents/arrive.ts'
import { endTheCall } from '../end.ts'
import { selectCall } from '../store.ts'
import type { endReasons } from '../table.ts'

type Caller = Extract<Participant, { kind: 'caller' }>

/**
 * Who leaves before any agent claimed the call would be in no log: it is made, ended at once, so that somebody calls back.
 * Told twice, or while an agent claims it, there is one call of that room all the same.
 */
export async function gaveUp(platform: PlatformCtx, media: Media, room: string, caller: Caller): Promise<void> {
  if (caller.status === 'answered' || (await isCallerIn(media, room))) return
  const received = await receive(platform, caller.line)
  if (received.kind === 'nobody') return
  const { ctx, route } = received
  const over = { state: 'ended', endReason: reasonOf(route, caller.status), endedAt: ctx.now() } as const
  const made = await begin(ctx, fromOf(received, room, caller.line), over)
  if (made !== null) return
  const [call] = await withSystem(platform.config, 'a room names its call').call('find_room', room)
  if (call !== undefined) await ctx.objects.conversation(call.conversation_id).lookAtCall(call.call_id)
}

const isCallerIn = async (media: Media, room: string) =>
  (await media.rooms.people(room))?.some(({ kind }) => kind === 'caller') === true

/**
 * Who hung up, or gave up while it rang, does not come back: no agent is lost to them, and none is asked for any more. One
 * whose line broke may. @returns whether the call has ended
 */
export async function hungUp(ctx: Ctx, media: Media, callId: string, caller: Caller): Promise<boolean> {
  if (caller.status === 'answered') return false
  const [[call]] = await withTenant(ctx).batch(selectCall(callId))
  if (call === undefined || (await isCallerIn(media, call.room))) return false
  const isMissed = caller.status === 'ringing' && call.greetedAt === null
  await endTheCall(ctx, call, isMissed ? 'passed_on' : 'visitor_hung_up')
  return true
}

/** The gateway gives up at the trunk's ringing time, and then the carrier rings the business; a caller who does is shown so. */
function reasonOf(route: Route, status: 'ringing' | 'hung_up'): (typeof endReasons)[number] {
  if (route.kind === 'turned_away') return route.say
  return route.kind === 'passed_on' || status === 'ringing' ? 'passed_on' : 'visitor_hung_up'
}
