import type { PlatformCtx } from '../../../core/ctx.ts'
import { withSystem } from '../../../db/system.ts'
import type { Media, Participant } from '../../../ports/media.ts'
import { receive, type Route } from '../../phone/index.ts'
import { begin, fromOf } from '../agents/arrive.ts'
import type { endReasons } from '../table.ts'

type Caller = Extract<Participant, { kind: 'caller' }>

/**
 * Who leaves before any agent claimed the call would be in no log: it is made, ended at once, so that somebody calls back.
 * Told twice, or while an agent claims it, there is one call of that room all the same.
 */
export async function gaveUp(platform: PlatformCtx, media: Media, room: string, caller: Caller): Promise<void> {
  const people = await media.rooms.people(room)
  if (caller.status === 'answered' || people?.some(({ kind }) => kind === 'caller') === true) return
  const received = await receive(platform, caller.line)
  if (received.kind === 'nobody') return
  const { ctx, route, assistantId } = received
  const over = { state: 'ended', endReason: reasonOf(route, caller.status), endedAt: ctx.now() } as const
  const made = await begin(
    ctx,
    { ...fromOf(received, room, caller.line), assistantId: 'assistantId' in route ? route.assistantId : assistantId },
    over,
  )
  if (made !== null) return
  const [call] = await withSystem(platform.config, 'a room names its call').call('find_room', room)
  if (call !== undefined) await ctx.objects.conversation(call.conversation_id).lookAtCall(call.call_id)
}

/** The gateway gives up at the trunk's ringing time, and then the carrier rings the business; a caller who does is shown so. */
function reasonOf(route: Route, status: 'ringing' | 'hung_up'): (typeof endReasons)[number] {
  if (route.kind === 'turned_away') return route.say
  return route.kind === 'passed_on' || status === 'ringing' ? 'passed_on' : 'visitor_hung_up'
}
