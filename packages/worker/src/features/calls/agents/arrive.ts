import type { z } from '@hono/zod-openapi'
import { eventRow } from '../../../core/audit.ts'
import type { Ctx, PlatformCtx } from '../../../core/ctx.ts'
import { violatedConstraint } from '../../../db/conflict.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { Media, Participant, PhoneLine } from '../../../ports/media.ts'
import { newId } from '../../../shared/ids.ts'
import { log } from '../../../shared/log.ts'
import { minuteMs } from '../../../shared/time.ts'
import type { conversations } from '../../conversations/index.ts'
import { receive, type Received, type Route, sayFirst, spokenOn } from '../../phone/index.ts'
import { compiled, selectSetting } from '../../turns/index.ts'
import { insertVisitor } from '../../visitors/store.ts'
import { callEnded } from '../access.ts'
import type { TurnedAway } from './agent-schema.ts'
import { selectEarlier } from '../earlier.ts'
import type { CallRow } from '../present.ts'
import { type Place, placeOf, recordingRule } from '../recording/recording-law.ts'
import type { RecordingRule } from '../recording/recording-laws.ts'
import { begin as fetchFirst } from '../reaching/reach.ts'
import type { Leg } from '../reaching/standing.ts'
import type { Read } from './setting.ts'
import * as store from '../store.ts'

/** Where no playbook says otherwise. */
const usual = { lines: 10, mostMinutes: 30 }

/**
 * The first claim of a caller's room makes its call. Who dialled nobody's number or is not taken is told so in a sentence;
 * what is passed on is never answered, so that the carrier rings the business itself. @throws AppError call_ended when there
 * is nothing to answer
 */
export async function arrive(
  platform: PlatformCtx,
  media: Media,
  room: string,
  by: Job,
  people: readonly Participant[],
): Promise<{ kind: 'made'; made: Made | null } | z.infer<typeof TurnedAway>> {
  const caller = people.find((person) => person.kind === 'caller')
  const received = caller === undefined ? null : await receive(platform, caller.line)
  if (caller === undefined || received === null) {
    // Gave up while it rang.
    await media.rooms.close(room)
    throw callEnded()
  }
  if (received.kind === 'nobody') {
    log('warn', 'phone.nobodys-number', { pii: { dialled: caller.line.dialled } })
    return { kind: 'turned_away', say: [sayFirst('en', 'notInService'), sayFirst('es', 'notInService')] }
  }
  const { ctx, route, languages } = received
  const from = fromOf(received, room, caller.line)
  log('info', 'phone.routed', { tenantId: ctx.tenantId, route: route.kind, why: route.why })
  switch (route.kind) {
    case 'passed_on':
      return passOn(ctx, media, from)
    case 'turned_away':
      await begin(ctx, from, { state: 'ended', endReason: route.say, endedAt: ctx.now() })
      return { kind: 'turned_away', say: [sayFirst(languages[0] ?? 'en', route.say)] }
    case 'assistant':
    case 'ring':
    case 'message': {
      const made = await answer(received, from, route, by)
      return made === 'busy' ? passOn(ctx, media, from) : { kind: 'made', made }
    }
    default:
      return route satisfies never
  }
}

interface Job {
  jobId: string
  dispatchId: string
}

/** A call, and the job's that made it by its claim. */
export interface Made {
  ctx: Ctx
  call: CallRow
  conversation: typeof conversations.$inferSelect
  /** Nothing was said in it yet; staff may be rung first. */
  read: Read
  legs: readonly Leg[]
  endsAt: number
}

interface From {
  room: string
  line: PhoneLine
  languages: readonly string[]
  source: string
  rule: RecordingRule
  assistantId: string
}

/** The stricter law of both places holds. */
export const fromOf = (
  { languages, source, place, assistantId }: Omit<From, 'room' | 'line' | 'rule'> & { place: Place },
  room: string,
  line: PhoneLine,
): From => ({
  ...{ room, line, languages, source, assistantId },
  rule: recordingRule(place, placeOf(line.from)),
})

async function passOn(ctx: Ctx, media: Media, from: From): Promise<never> {
  await begin(ctx, from, { state: 'ended', endReason: 'passed_on', endedAt: ctx.now() })
  await media.rooms.close(from.room)
  throw callEnded()
}

/**
 * Over the tenant's lines a message is taken, or, where it wants that, the call is left to the carrier: 'busy'.
 * @returns null when it was made before
 */
async function answer(
  { ctx, versionId, knownBy, whenBusy }: Extract<Received, { kind: 'routed' }>,
  from: From,
  route: Extract<Route, { assistantId: string }>,
  by: Job,
): Promise<Made | 'busy' | null> {
  const [playbook, earlier] = await Promise.all([
    compiled(ctx, versionId).then((published) => published?.document),
    knownBy === '' ? undefined : callBefore(ctx, from, knownBy),
  ])
  const { lines, mostMinutes } = playbook?.voice ?? usual
  const languages = spokenOn(from.languages, playbook?.languages)
  const lang = languages.find((each) => each === earlier?.lang) ?? languages[0] ?? 'en'
  const id = newId('call')
  const endsAt = ctx.now().getTime() + mostMinutes * minuteMs
  const isFree = await ctx.objects.tenant().takeLine(id, lines, endsAt)
  if (!isFree && whenBusy === 'passed_on') return 'busy'
  const purpose = isFree && route.kind !== 'message' ? 'talk' : 'message'
  const taken = { state: 'claimed' as const, generation: 1, ...by, claimedAt: ctx.now() }
  const more = { id, purpose, lang, recognised: earlier !== undefined } as const
  const made = await begin(ctx, { ...from, languages }, { ...more, ...taken })
  if (made === null) {
    await ctx.objects.tenant().freeLine(id)
    return null
  }
  const legs = route.kind === 'ring' && isFree ? await fetchFirst(ctx, made.call, 'staff_first', '', route) : []
  return { ctx, ...made, legs, endsAt }
}

async function callBefore(ctx: Ctx, { line: { dialled }, assistantId }: From, caller: string) {
  const [[earlier]] = await withTenant(ctx).batch(selectEarlier({ caller, dialled, assistantId, createdAt: ctx.now() }))
  return earlier
}

/** Visitor, conversation and call in one batch; null when the same claim, sent twice, has made them already. */
export async function begin(
  ctx: Ctx,
  { room, line, languages, source, rule, assistantId }: From,
  more: Partial<Parameters<typeof store.insertCall>[0]>,
) {
  const visitorId = newId('visitor')
  const conversationId = newId('conversation')
  const lang = more.lang ?? languages[0] ?? 'en'
  const isOver = more.state === 'ended'
  const conversation = {
    ...{ id: conversationId, assistantId, visitorId, channel: 'phone' as const, lang },
    ...(isOver ? { state: 'ended' as const, endedAt: ctx.now() } : {}),
  }
  const call = {
    ...{ id: newId('call'), conversationId, channel: 'phone' as const, room, lang, languages: [...languages] },
    ...{
      caller: line.from,
      dialled: line.dialled,
      source,
      recordingRule: rule,
      joinedAt: ctx.now(),
      createdAt: ctx.now(),
    },
    ...more,
  }
  const { id: callId } = call
  const begun = await withTenant(ctx)
    .batch(
      insertVisitor({ id: visitorId, subject: null, name: '', email: '' }),
      store.insertConversation(conversation),
      store.insertCall(call),
      selectSetting(conversationId),
      ...(isOver ? [eventRow({ kind: 'call.ended', callId, conversationId })] : []),
    )
    .catch((error: unknown) => {
      if (violatedConstraint(error) === 'calls_room') return null
      throw error
    })
  if (isOver) await ctx.ports.queue.send({ kind: 'drain-events', tenantId: ctx.tenantId, mode: ctx.mode })
  const [, [conversationRow], [callRow], [setting]] = begun ?? [[], [], [], []]
  if (conversationRow === undefined || callRow === undefined || setting === undefined) return null
  return { call: callRow, conversation: conversationRow, read: { ...setting, recent: [], turns: [] } }
}
