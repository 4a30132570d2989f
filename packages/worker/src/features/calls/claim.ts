import type { z } from '@hono/zod-openapi'
import { type Ctx, type PlatformCtx, requireScope } from '../../core/ctx.ts'
import { withSystem } from '../../db/system.ts'
import { withTenant } from '../../db/tenant.ts'
import type { Dispatch, Media } from '../../ports/media.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { log } from '../../shared/log.ts'
import { minuteMs } from '../../shared/time.ts'
import { signCallToken } from '../../web/authenticate.ts'
import { presentConversation } from '../conversations/index.ts'
import { selectConversation } from '../conversations/access.ts'
import { callEnded, superseded } from './access.ts'
import type { NewClaim } from './agent-schema.ts'
import { unavailable } from './open.ts'
import { presentCall } from './present.ts'
import { resumeOf, settingOf } from './setting.ts'
import * as store from './store.ts'

/** A token outlives its call's time a little: the generation, not the clock, ends it. */
const graceMs = 5 * minuteMs
/** A job is in the room a moment after it was handed out. */
const looksForJob = 20
const betweenLooksMs = 100

/** Checked against the media server itself: this room has this job, from the dispatch that was asked for last. */
export async function claim(platform: PlatformCtx, input: z.output<typeof NewClaim>) {
  requireScope(platform, 'agent:serve')
  const { media } = platform.ports
  if (media === undefined) throw unavailable('No media server is set up.')
  const [found] = await withSystem(platform.config, 'a room names its call').call('find_room', input.room)
  if (found === undefined) throw notFound('call')
  const ctx = platform.enter(found.tenant_id, found.mode)
  if (found.state === 'ended') {
    await media.rooms.close(input.room)
    throw callEnded()
  }
  const told = toldWith(await dispatchOf(media, input))
  if (told?.callId !== found.call_id) {
    log('warn', 'claim.refused', { tenantId: ctx.tenantId, callId: found.call_id })
    throw new AppError('forbidden', 'The media server knows no such job in this room. Leave it.')
  }
  return take(ctx, { ...input, generation: told.generation }, found)
}

/**
 * The dispatch, once the media server knows this job for it. It may write the job down seconds later (after a quiet
 * minute it first asks who serves); that the job stands in the room, by a token that only its secret makes, says the same.
 */
async function dispatchOf(
  media: Media,
  { room, jobId, dispatchId }: z.output<typeof NewClaim>,
): Promise<Dispatch | null> {
  for (let look = 1; look <= looksForJob; look++) {
    const [dispatch, people] = await Promise.all([media.dispatch.find(room, dispatchId), media.rooms.people(room)])
    const isInRoom = people?.some(({ kind, identity }) => kind === 'agent' && identity === `agent-${jobId}`) === true
    if (dispatch !== null && (isInRoom || dispatch.jobIds.includes(jobId))) return dispatch
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs))
  }
  return null
}

/** What we wrote into the dispatch: nobody without the media server's secret can. */
function toldWith(dispatch: Dispatch | null): { callId: string; generation: number } | null {
  try {
    return JSON.parse(dispatch?.metadata ?? '') as { callId: string; generation: number }
  } catch {
    return null
  }
}

type By = { jobId: string; dispatchId: string; generation: number }

async function take(ctx: Ctx, by: By, found: { call_id: string; conversation_id: string }) {
  const [[call], [now], [conversation]] = await withTenant(ctx).batch(
    store.claimCall(found.call_id, by, ctx.now()),
    store.selectCall(found.call_id),
    selectConversation(ctx, found.conversation_id),
  )
  if (now === undefined || conversation === undefined) throw notFound('call')
  if (now.state === 'ended') throw callEnded()
  if (call === undefined) throw superseded()
  const held = await ctx.objects.conversation(call.conversationId).claimed(call.id, call.generation)
  if (held.kind !== 'held') throw held.kind === 'ended' ? callEnded() : superseded()
  const expiresInMs = held.endsAt - ctx.now().getTime() + graceMs
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
  const { setting, read } = await settingOf(ctx, call, held.endsAt)
  log('info', 'call.claimed', { tenantId: ctx.tenantId, callId: call.id, generation: call.generation })
  return {
    call: presentCall(call),
    conversation: presentConversation(conversation),
    token,
    expiresInMs,
    setting,
    resume: resumeOf(call, read),
  }
}
