import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import { holderOf, requireHeld } from '../calls/access.ts'
import { selectCall } from '../calls/store.ts'
import type { Timings, VoiceTraceOut } from './schema.ts'
import { stageNames } from './schema.ts'
import * as store from './store.ts'

/** End of speech → the first audio that the visitor hears. */
const budgetMs = 1200

type Stage = (typeof stageNames)[number]

/** What is kept of a spoken turn: what the agent measured, and when the browser says that it played. */
export interface VoiceRecord extends Partial<z.output<typeof Timings>> {
  playedAt?: string
}

export async function reportTimings(ctx: Ctx, turnId: string, timings: z.output<typeof Timings>): Promise<void> {
  requireScope(ctx, 'call:hold')
  await findHeld(ctx, turnId)
  await withTenant(ctx).batch(store.mergeVoice(turnId, timings))
}

/** By the visitor's browser, which alone knows. */
export async function notePlayed(ctx: Ctx, conversationId: string, turnId: string, playedAt: string): Promise<void> {
  requireScope(ctx, 'visitor:talk')
  const [[turn]] = await withTenant(ctx).batch(store.selectTurn(turnId))
  if (turn?.conversationId !== conversationId) throw notFound('turn')
  await withTenant(ctx).batch(store.mergeVoice(turnId, { playedAt }))
}

/** The brain stops first, so that its reply is stored; then it is remembered how much of that was heard. */
export async function interruptTurn(ctx: Ctx, turnId: string, heard: string): Promise<void> {
  requireScope(ctx, 'call:hold')
  const { conversationId } = await findHeld(ctx, turnId)
  const conversation = ctx.objects.conversation(conversationId)
  await conversation.interrupt(turnId)
  const [replies] = await withTenant(ctx).batch(store.noteHeard(turnId, heard))
  if (replies.length > 0) await conversation.announce(conversationId, { type: 'turn.heard', turnId, heard })
}

async function findHeld(ctx: Ctx, turnId: string) {
  const holder = holderOf(ctx)
  const [[call], [turn]] = await withTenant(ctx).batch(selectCall(holder.callId), store.selectTurn(turnId))
  if (turn?.conversationId !== holder.conversationId) throw notFound('turn')
  requireHeld(call, holder)
  return turn
}

/** Was the first audio late? Null while nobody measured. */
function wasLate(record: VoiceRecord | null): boolean | null {
  const at = firstAudioOf(record)
  return at === null ? null : at > budgetMs
}

const lateInARow = 2

/** Why the next spoken turn is kept short: the last ones kept their visitor waiting. '' when it need not be. */
export function hurriedBy(newestFirst: readonly { voice: unknown }[]): string {
  const lately = newestFirst.map(({ voice }) => wasLate(voice as VoiceRecord | null)).filter((late) => late !== null)
  return lately.length >= lateInARow && lately.slice(0, lateInARow).every(Boolean)
    ? `The last ${lateInARow} spoken answers began later than ${budgetMs} ms: this one is short, and asks no model.`
    : ''
}

function firstAudioOf(record: VoiceRecord | null): number | null {
  const stages = reachedIn(record)
  return stages.get('played') ?? stages.get('published') ?? stages.get('voiced') ?? null
}

function reachedIn(record: VoiceRecord | null): Map<Stage, number> {
  const { stages = {}, playedAt, speechEndedAt } = record ?? {}
  const reached = new Map(Object.entries(stages) as [Stage, number][])
  if (playedAt !== undefined && speechEndedAt !== undefined)
    reached.set('played', Date.parse(playedAt) - Date.parse(speechEndedAt))
  return reached
}

/** As a bar for a reader: when each stage was reached, how long it took, and who spent most. */
export function presentVoice(record: VoiceRecord | null, hurried: string, heard: string | null): VoiceTraceOut | null {
  if (record?.speechEndedAt === undefined) return null
  const reached = reachedIn(record)
  // The words may be final before or after the turn's end is decided: the bar follows time.
  const inOrder = [...reached].toSorted(([, a], [, b]) => a - b)
  const stages = inOrder.map(([name, atMs], at) => ({ name, atMs, tookMs: atMs - (inOrder[at - 1]?.[1] ?? 0) }))
  const longest = stages.reduce<(typeof stages)[number] | null>(
    (most, stage) => (most === null || stage.tookMs > most.tookMs ? stage : most),
    null,
  )
  return {
    speechEndedAt: record.speechEndedAt,
    stages,
    budgetMs,
    overBudget: wasLate(record) ?? false,
    spentBy: longest?.name ?? '',
    providers: record.providers ?? {},
    by: record.by ?? {},
    filler: record.filler ?? false,
    hurried,
    ...(heard === null ? {} : { heard }),
  }
}
