import type { z } from '@hono/zod-openapi'
import { type Ctx, type PlatformCtx, requireScope } from '../../../core/ctx.ts'
import { withSystem } from '../../../db/system.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { Dispatch, Media, Participant } from '../../../ports/media.ts'
import { AppError, notFound } from '../../../shared/errors.ts'
import { log } from '../../../shared/log.ts'
import { minuteMs } from '../../../shared/time.ts'
import { signCallToken } from '../../../web/authenticate.ts'
import { presentConversation } from '../../conversations/index.ts'
import { selectConversation } from '../../conversations/access.ts'
import { phoneRoomPrefix } from '../../phone/index.ts'
import { callEnded, superseded } from '../access.ts'
import { arrive, type Made } from './arrive.ts'
import type { NewClaim } from './agent-schema.ts'
import { unavailable, watched } from '../open.ts'
import { presentCall } from '../present.ts'
import { legsOf } from '../reaching/ring.ts'
import { standing } from '../reaching/standing.ts'
import { readSetting } from '../../turns/index.ts'
import { resumeOf, settingOf } from './setting.ts'
import * as store from '../store.ts'

/** A token outlives its call's time a little: the generation, not the clock, ends it. */
const graceMs = 5 * minuteMs
/** A job is in the room a moment after it was handed out. */
const looksForJob = 20
const betweenLooksMs = 100

/** Checked against the media server itself: this room has this job, from the dispatch that was asked for last. */
export async function claim(platform: PlatformCtx, input: z.output<typeof NewClaim>) {
  requireScope(platform, 'agent:serve')
  const media = mediaOf(platform)
  const find = () => withSystem(platform.config, 'a room names its call').call('find_room', input.room)
  // While this is asked, a caller hears it ring.
  const looking = dispatchOf(media, input)
  looking.catch(() => undefined)
  const [known] = await find()
  if (known?.state === 'ended') {
    await media.rooms.close(input.room)
    throw callEnded()
  }
  if (known === undefined && !input.room.startsWith(phoneRoomPrefix)) throw notFound('call')
  const seen = await looking
  const told = toldWith(seen)
  let found: Pick<NonNullable<typeof known>, 'tenant_id' | 'mode' | 'call_id' | 'conversation_id'> | undefined = known
  if (found === undefined) {
    if (told?.phone !== true) throw noSuchJob('')
    const { room, ...job } = input
    const arrived = await arrive(platform, media, room, job, seen?.people ?? [])
    if (arrived.kind === 'turned_away') return arrived
    if (arrived.made !== null) return begin(arrived.made)
    found = (await find())[0]
  }
  if (found === undefined) throw notFound('call')
  // The gateway asks for the first agent of a caller's room before there is a call; every later one is told of it.
  const isFirst = told?.phone === true && input.room.startsWith(phoneRoomPrefix)
  if (!isFirst && told?.callId !== found.call_id) throw noSuchJob(found.call_id)
  const ctx = platform.enter(found.tenant_id, found.mode)
  return take(ctx, media, { ...input, generation: isFirst ? 1 : (told?.generation ?? 0) }, found)
}

/** Only a caller whom no call was made for: whoever has one is ended by it. */
export async function hangUp(platform: PlatformCtx, input: z.output<typeof NewClaim>): Promise<void> {
  requireScope(platform, 'agent:serve')
  const media = mediaOf(platform)
  if (toldWith(await dispatchOf(media, input))?.phone !== true) throw noSuchJob('')
  const [call] = await withSystem(platform.config, 'a room names its call').call('find_room', input.room)
  if (call === undefined || call.state === 'ended') await media.rooms.close(input.room)
}

function mediaOf({ ports }: PlatformCtx): Media {
  if (ports.media === undefined) throw unavailable('No media server is set up.')
  return ports.media
}

function noSuchJob(callId: string): AppError {
  log('warn', 'claim.refused', { callId })
  return new AppError('forbidden', 'The media server knows no such job in this room. Leave it.')
}

/**
 * The dispatch, once the media server knows this job for it. It may write the job down seconds later (after a quiet
 * minute it first asks who serves); that the job stands in the room, by a token that only its secret makes, says the same.
 */
async function dispatchOf(
  media: Media,
  { room, jobId, dispatchId }: z.output<typeof NewClaim>,
): Promise<(Dispatch & { people: readonly Participant[] }) | null> {
  for (let look = 1; look <= looksForJob; look++) {
    const [dispatch, people] = await Promise.all([media.dispatch.find(room, dispatchId), media.rooms.people(room)])
    // Closed meanwhile, as when the caller gave up: there is nothing to wait for.
    if (people === null) throw callEnded()
    const isInRoom = people.some(({ kind, identity }) => kind === 'agent' && identity === `agent-${jobId}`)
    if (dispatch !== null && (isInRoom || dispatch.jobIds.includes(jobId))) return { ...dispatch, people }
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs))
  }
  return null
}

/** `phone` by the gateway's rule, the others by us. */
type Told = { phone?: true; callId?: string; generation?: number }

/** What we wrote into the dispatch: nobody without the media server's secret can. */
function toldWith(dispatch: Dispatch | null): Told | null {
  try {
    return JSON.parse(dispatch?.metadata ?? '') as Told
  } catch {
    return null
  }
}

/** Who held the call before, dead or late, is not to speak into it. The media server shows a dead one for 20 s. */
async function clear(media: Media, room: string, jobId: string): Promise<void> {
  const people = (await media.rooms.people(room).catch(() => null)) ?? []
  const others = people.filter(({ kind, identity }) => kind === 'agent' && identity !== `agent-${jobId}`)
  // Its beat is refused: it leaves by itself, unless it is dead.
  await Promise.all(others.map(({ identity }) => media.rooms.remove(room, identity).catch(() => undefined)))
}

/** Nobody else can hold a call that was just made: it is watched from now on as this job's, with the caller in the room. */
async function begin({ ctx, ...made }: Made) {
  const { call, endsAt } = made
  const isHeld = { joined: true, holder: call.generation, agent: 'held', waitingSince: 0, asks: 0 } as const
  const watching = ctx.objects.conversation(call.conversationId).watchCall({ ...watched(ctx, call, endsAt), ...isHeld })
  const [reply] = await Promise.all([given(ctx, made), watching])
  return reply
}

type By = { jobId: string; dispatchId: string; generation: number }

async function take(ctx: Ctx, media: Media, by: By, found: { call_id: string; conversation_id: string }) {
  // Who holds a call is the object's to say, because it hears the beats; of one generation's jobs the row lets in the first.
  const held = await ctx.objects.conversation(found.conversation_id).claimed(found.call_id, by.generation)
  if (held.kind !== 'held') throw held.kind === 'ended' ? callEnded() : superseded()
  const { endsAt } = held
  const [[[call], [now], [conversation]], read, legs] = await Promise.all([
    withTenant(ctx).batch(
      store.claimCall(found.call_id, by, ctx.now()),
      store.selectCall(found.call_id),
      selectConversation(ctx, found.conversation_id),
    ),
    readSetting(ctx, found.conversation_id),
    legsOf(ctx, found.call_id),
  ])
  if (now === undefined || conversation === undefined) throw notFound('call')
  if (now.state === 'ended') throw callEnded()
  if (call === undefined) throw superseded()
  const clearing = call.generation > 1 ? clear(media, call.room, by.jobId) : undefined
  const [reply] = await Promise.all([given(ctx, { call, conversation, read, legs, endsAt }), clearing])
  return reply
}

/** All that the job needs to go on with it. */
async function given(ctx: Ctx, { call, conversation, read, legs, endsAt }: Omit<Made, 'ctx'>) {
  const expiresInMs = endsAt - ctx.now().getTime() + graceMs
  const token = await signCallToken(
    {
      tenant: ctx.tenantId,
      mode: ctx.mode,
      conversation: call.conversationId,
      visitor: conversation.visitorId,
      call: call.id,
      generation: call.generation,
    },
    ctx.config,
    new Date(ctx.now().getTime() + expiresInMs),
  )
  const setting = await settingOf(ctx, call, read, endsAt)
  log('info', 'call.claimed', { tenantId: ctx.tenantId, callId: call.id, generation: call.generation })
  return {
    kind: 'taken' as const,
    call: presentCall(call),
    conversation: presentConversation(conversation),
    token,
    expiresInMs,
    setting,
    resume: resumeOf(call, read, legs),
    isAlarming: standing(legs, true).kind !== 'over',
  }
}
