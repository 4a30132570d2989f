import type { PlatformCtx } from '../../../core/ctx.ts'
import { withSystem } from '../../../db/system.ts'
import type { Media } from '../../../ports/media.ts'
import { AppError } from '../../../shared/errors.ts'
import { log } from '../../../shared/log.ts'
import { decodeText, readBytes } from '../../../web/body.ts'
import { phoneRoomPrefix } from '../../phone/index.ts'
import { unavailable } from '../open.ts'
import { roomPrefix } from '../room.ts'
import { gaveUp, hungUp } from './gave-up.ts'
import { seeClaimed } from './see-claimed.ts'

const mostBytes = 256 * 1024

/**
 * An event is only a reason to look: what is true is asked of the media server. So one that comes twice, late or out of
 * order does no harm. A room of ours that nobody opened, or whose call has ended, was made by a used token: it goes.
 */
export async function hearMedia(
  ctx: PlatformCtx,
  request: Request,
  afterwards: (work: Promise<unknown>) => void,
): Promise<void> {
  const { media } = ctx.ports
  if (media === undefined) throw unavailable('No media server is set up.')
  const body = decodeText(await readBytes(request, mostBytes))
  const happened = await media.dispatch.hear(body, request.headers.get('authorization') ?? '')
  if (happened === null)
    throw new AppError('unauthenticated', 'This is not signed by our media server, or was changed on the way.')
  if (happened.kind === 'other' || ![roomPrefix, phoneRoomPrefix].some((prefix) => happened.room.startsWith(prefix)))
    return
  // An agent says itself that it came, and of a caller's room nobody knows before who calls has come.
  if (happened.kind === 'joined' && happened.who?.kind === 'agent') return
  if (happened.kind === 'room-started' && happened.room.startsWith(phoneRoomPrefix)) return
  const caller = happened.who?.kind === 'caller' ? happened.who : null
  const [call] = await withSystem(ctx.config, 'a room names its call').call('find_room', happened.room)
  if (call !== undefined && call.state !== 'ended') {
    const tenant = ctx.enter(call.tenant_id, call.mode)
    if (caller !== null && happened.kind === 'left' && (await hungUp(tenant, media, call.call_id, caller))) return
    return tenant.objects.conversation(call.conversation_id).lookAtCall(call.call_id)
  }
  if (happened.kind === 'left' && happened.room.startsWith(phoneRoomPrefix)) {
    if (call === undefined && caller !== null) await gaveUp(ctx, media, happened.room, caller)
    return closeIfAlone(media, happened.room)
  }
  if (happened.kind === 'joined' && call === undefined && caller !== null)
    return afterwards(seeClaimed(ctx, media, happened.room))
  if (happened.kind !== 'room-started') return
  log('warn', 'room.not-ours', { tenantId: call?.tenant_id ?? '', callId: call?.call_id ?? '' })
  await media.rooms.close(happened.room)
}

/** Who was turned away and whose agent died before it said so would listen to silence for ever; one who still hears it ring does not. */
async function closeIfAlone(media: Media, room: string): Promise<void> {
  const people = (await media.rooms.people(room)) ?? []
  const isAlone = people.every((person) => person.kind === 'caller' && person.status === 'answered')
  if (people.length > 0 && isAlone) await media.rooms.close(room)
}
