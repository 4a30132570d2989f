import type { PlatformCtx } from '../../../core/ctx.ts'
import { withSystem } from '../../../db/system.ts'
import type { Media } from '../../../ports/media.ts'
import { log } from '../../../shared/log.ts'
import { phoneJob } from '../../phone/index.ts'

/** An agent is in the room a quarter of a second after the caller, and has claimed the call half a second later. */
const joinsMs = 2000
const claimsMs = 2000

/**
 * The gateway asks for an agent once, and until the call is claimed nobody watches it: when that agent died or is stuck,
 * another is asked for while the caller still hears it ring, at once when none has come into the room.
 */
export async function seeClaimed(ctx: PlatformCtx, media: Media, room: string): Promise<void> {
  for (const [ms, isLast] of [
    [joinsMs, false],
    [claimsMs, true],
  ] as const) {
    await new Promise((resolve) => setTimeout(resolve, ms))
    const [call] = await withSystem(ctx.config, 'a room names its call').call('find_room', room)
    const people = call === undefined ? await media.rooms.people(room) : null
    if (people?.some((who) => who.kind === 'caller' && who.status === 'ringing') !== true) return
    if (!isLast && people.some(({ kind }) => kind === 'agent')) continue
    log('warn', 'call.asked-again', { isAgentThere: isLast })
    // Nobody waits for this, and the carrier is told when nobody answers.
    await media.dispatch
      .ask(room, phoneJob)
      .catch((error: unknown) => log('warn', 'call.not-asked-again', { pii: { reason: String(error) } }))
    return
  }
}
