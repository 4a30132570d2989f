import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { isLostRace } from '../../../db/conflict.ts'
import { expectWritten } from '../../../db/expect.ts'
import { withTenant } from '../../../db/tenant.ts'
import { detectEmergency } from '../../../engine/emergency/index.ts'
import { newId } from '../../../shared/ids.ts'
import { assistantFor, type First, menuFor, next, readFirst, sayFirst, type Spoken } from '../../phone/index.ts'
import { compiled, selectSetting } from '../../turns/index.ts'
import { callEnded, holderOf, requireHeld } from '../access.ts'
import { noticeVersion } from './notice.ts'
import { lawVersion, noticeFor } from '../recording/recording-law.ts'
import { type CallRow, presentCall } from '../present.ts'
import type { Opening, SaidFirst } from '../schema.ts'
import * as store from '../store.ts'
import { calls } from '../table.ts'

type Answer = 'agreed' | 'refused' | 'announced'
type Reply = z.infer<typeof Opening>

/** The states in which a caller's words may still be about the language or the recording. */
const open: readonly CallRow['state'][] = ['claimed', 'greeted', 'consent']

/** Who waits for somebody hears music, and is not talked with. */
const waiting: readonly CallRow['state'][] = ['on_hold', 'transferring']

/**
 * What a caller says first. A language is followed by the question in that language, once; after that nothing but a clear
 * yes is consent, and it is not asked again. What is about something else is a turn, so that danger is heard at once. To the music nothing but a
 * danger is one.
 */
export async function takeOpening(ctx: Ctx, callId: string, { said, via }: z.output<typeof SaidFirst>): Promise<Reply> {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  const [[found], [setting]] = await withTenant(ctx).batch(
    store.selectCall(callId),
    selectSetting(holder.conversationId),
  )
  const call = requireHeld(found, holder)
  if (call.state === 'ended') throw callEnded()
  const { lang, purpose } = call
  if (waiting.includes(call.state)) {
    const isTurn = detectEmergency(said).grade !== 'none'
    return { isOpen: false, isTurn, lang, recording: call.recording, say: [], isHandedOn: false }
  }
  if (call.channel !== 'phone' || !open.includes(call.state))
    return { isOpen: false, isTurn: true, lang, recording: call.recording, say: [], isHandedOn: false }
  const playbook = (await compiled(ctx, setting?.publishedVersionId ?? null))?.document
  const notice = noticeFor(playbook?.recording, call.recordingRule)
  const first = readFirst(said, via, call.languages)
  if (first.kind === 'language' && notice === 'ask' && call.state !== 'consent' && first.lang !== lang)
    return settle(ctx, call, { state: 'consent', lang: first.lang }, [sayFirst(first.lang, 'consent')])
  const chosen = first.kind === 'language' ? first.lang : lang
  const answer = answerOf(notice, first)
  const told = first.kind === 'language' && notice === 'announce' ? [sayFirst(chosen, 'recorded')] : []
  const dialled = setting?.dialled ?? null
  // Who was asked about the recording has not heard the menu, nor has who chose another language.
  const isUnheard = purpose === 'talk' && (notice === 'ask' || first.kind === 'language')
  const menu = isUnheard ? (await menuFor(ctx, dialled, chosen)).map((text) => ({ text, lang: chosen })) : []
  const say = first.kind === 'other' ? [] : [...told, ...menu, sayFirst(chosen, next(purpose))]
  const assistantId = call.languages.length > 1 ? await assistantFor(ctx, dialled, chosen) : null
  const change = {
    state: 'in_conversation',
    lang: chosen,
    recording: answer === 'agreed' || answer === 'announced' ? 'on' : 'off',
  } as const
  return settle(ctx, call, change, say, { answer, assistantId })
}

/** To a question nothing but a clear yes is one; who was told may still say no. */
function answerOf(notice: 'ask' | 'announce' | 'none', first: First): Answer | null {
  switch (notice) {
    case 'none':
      return null
    case 'ask':
      return first.kind === 'agreed' ? 'agreed' : 'refused'
    case 'announce':
      return first.kind === 'refused' ? 'refused' : 'announced'
    default:
      return notice satisfies never
  }
}

/** The change and its receipt are written together or not at all; who comes second finds it settled, and has said a turn. */
async function settle(
  ctx: Ctx,
  call: CallRow,
  change: Partial<Pick<CallRow, 'state' | 'lang' | 'recording'>>,
  say: Spoken[],
  { answer, assistantId }: { answer: Answer | null; assistantId: string | null } = { answer: null, assistantId: null },
): Promise<Reply> {
  const question = sayFirst(call.lang, answer === 'announced' ? 'recorded' : 'consent')
  const receipt = {
    id: newId('consent'),
    callId: call.id,
    kind: 'recording' as const,
    noticeVersion,
    rule: call.recordingRule,
    ruleVersion: lawVersion,
  }
  const changed = await withTenant(ctx)
    .batch(
      store.changeState(call.id, call.generation, [call.state], { ...change, greetedAt: call.greetedAt ?? ctx.now() }),
      expectWritten(calls, eq(calls.id, call.id)),
      store.speakIn(call.conversationId, change.lang ?? call.lang),
      ...(assistantId === null ? [] : [store.assign(call.conversationId, assistantId)]),
      ...(answer === null
        ? []
        : [store.insertConsent({ ...receipt, answer, lang: question.lang, wording: question.text })]),
    )
    .then(
      ([[row]]) => row,
      (error: unknown) => {
        if (!isLostRace(error)) throw error
        return undefined
      },
    )
  if (changed === undefined) return asTurn(ctx, call)
  const event = { type: 'call.changed', call: presentCall(changed) }
  await ctx.objects.conversation(call.conversationId).announce(call.conversationId, event)
  return {
    isOpen: changed.state === 'consent',
    isTurn: say.length === 0,
    lang: changed.lang,
    recording: changed.recording,
    say,
    isHandedOn: assistantId !== null,
  }
}

/** Where the call stands by now. */
async function asTurn(ctx: Ctx, before: CallRow): Promise<Reply> {
  const [[found]] = await withTenant(ctx).batch(store.selectCall(before.id))
  const { state, lang, recording } = requireHeld(found, before)
  if (state === 'ended') throw callEnded()
  return { isOpen: state === 'consent', isTurn: true, lang, recording, say: [], isHandedOn: false }
}
