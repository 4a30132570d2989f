import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { violatedConstraint } from '../../db/conflict.ts'
import { withTenant } from '../../db/tenant.ts'
import type { Media } from '../../ports/media.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { log } from '../../shared/log.ts'
import { randomToken } from '../../shared/secret.ts'
import { minuteMs } from '../../shared/time.ts'
import { selectConversation } from '../conversations/access.ts'
import { compiled, selectSetting } from '../turns/index.ts'
import { voiceOffer } from './agents/agents.ts'
import { endTheCall } from './end.ts'
import { noticeIn, noticeVersion } from './opening/notice.ts'
import { type CallRow, presentCall } from './present.ts'
import type { NewCall } from './schema.ts'
import * as store from './store.ts'
import { roomPrefix, visitorIdentity } from './room.ts'

const joinWithinMs = 2 * minuteMs
/** The visitor, the agent, one that is being replaced, and people who are rung: for a danger, or all of a group at once. */
const mostPeople = 30

/** A line, a row, a room, an agent, a token, in this order: whatever fails, what came before it is undone. */
export async function openCall(ctx: Ctx, conversationId: string, input: z.output<typeof NewCall>) {
  requireScope(ctx, 'visitor:talk')
  const [[conversation], [setting], [running]] = await withTenant(ctx).batch(
    selectConversation(ctx, conversationId),
    selectSetting(conversationId),
    store.selectRunning(conversationId),
  )
  if (conversation === undefined || setting === undefined) throw notFound('conversation')
  if (conversation.state === 'ended')
    throw new AppError('conversation_ended', 'This conversation has ended. Begin a new one.')
  if (running !== undefined) throw isRunning(running.id)
  const playbook = (await compiled(ctx, setting.publishedVersionId))?.document
  const offer = await voiceOffer(ctx, playbook)
  const { media } = ctx.ports
  if (offer.kind === 'none' || playbook === undefined || media === undefined)
    throw unavailable(offer.kind === 'none' ? offer.why : 'No media server is set up.')
  const wanted = input.lang ?? conversation.lang
  const lang = offer.languages.includes(wanted) ? wanted : (offer.languages[0] ?? 'en')
  const callId = newId('call')
  const openedAt = ctx.now()
  const endsAt = openedAt.getTime() + playbook.voice.mostMinutes * minuteMs
  if (offer.busy || !(await ctx.objects.tenant().takeLine(callId, playbook.voice.lines, endsAt))) throw busy()
  const agreed = playbook.recording.enabled && input.recording === 'agreed' && input.noticeVersion === noticeVersion
  const row = {
    id: callId,
    conversationId,
    room: `${roomPrefix}${randomToken(18)}`,
    lang,
    recording: agreed ? ('on' as const) : ('off' as const),
    source: sourceOf(input.page),
    createdAt: openedAt,
  }
  const notice = noticeIn(lang, playbook.recording.enabled)
  const receipt = {
    id: newId('consent'),
    callId,
    kind: 'recording' as const,
    answer: input.recording,
    noticeVersion: input.noticeVersion,
    lang: notice.lang,
    wording: notice.text,
  }
  const [[call]] = await withTenant(ctx)
    .batch(store.insertCall(row), store.insertConsent(receipt))
    .catch(async (error: unknown) => {
      await ctx.objects.tenant().freeLine(callId)
      throw violatedConstraint(error) === 'calls_one_running' ? isRunning('') : error
    })
  if (call === undefined) throw new Error('a call that was just begun cannot be read')
  try {
    await makeRoom(media, call.room)
    await ctx.objects.conversation(conversationId).watchCall(watched(ctx, call, endsAt))
    await askForAgent(media, call, 1)
    return { call: presentCall(call), join: await ticket(ctx, media, call.room, conversation.visitorId) }
  } catch (error) {
    log('error', 'call.not-opened', { tenantId: ctx.tenantId, callId, pii: { reason: String(error) } })
    await endTheCall(ctx, call, 'failed')
    throw unavailable('The media server does not answer.')
  }
}

export const makeRoom = (media: Media, room: string) => media.rooms.open(room, { mostPeople, emptyMs: joinWithinMs })

/** A query and a fragment may name the visitor; they are not kept. */
function sourceOf(page: string | undefined): string {
  if (page === undefined) return ''
  const { host, pathname } = new URL(page)
  return `${host}${pathname === '/' ? '' : pathname}`.slice(0, 200)
}

/** What an agent is told with its job, and what a claim is checked against. */
export const askForAgent = (media: Media, call: Pick<CallRow, 'id' | 'room'>, generation: number) =>
  media.dispatch.ask(call.room, JSON.stringify({ callId: call.id, generation }))

export async function ticket(ctx: Ctx, media: Media, room: string, visitorId: string) {
  const joining = await media.rooms.ticket(room, visitorIdentity(visitorId), joinWithinMs)
  return { ...joining, expiresInMs: joinWithinMs, now: ctx.now().toISOString() }
}

export const watched = (ctx: Ctx, call: CallRow, endsAt: number) => ({
  callId: call.id,
  conversationId: call.conversationId,
  tenantId: ctx.tenantId,
  mode: ctx.mode,
  room: call.room,
  generation: 1,
  holder: 0,
  agent: 'waiting' as const,
  lost: [],
  waitingSince: call.createdAt.getTime(),
  asks: 1,
  joined: false,
  openedAt: call.createdAt.getTime(),
  endsAt,
})

const isRunning = (callId: string) =>
  new AppError('call_running', 'This conversation has a call already, perhaps in another tab. Join or end that one.', {
    details: callId === '' ? [] : [{ path: 'callId', message: callId }],
  })

const busy = () =>
  new AppError('lines_busy', 'All lines are busy. Type here instead, or leave a number and we call you back.')

export const unavailable = (why: string) =>
  new AppError('voice_unavailable', `Nobody can be talked to at the moment: type instead. ${why}`)
