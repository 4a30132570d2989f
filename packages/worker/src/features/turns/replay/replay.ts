import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { notFound } from '../../../shared/errors.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import { selectReply, selectTurn } from '../store.ts'
import { engineVersion, type TraceRecord } from '../trace.ts'
import { type Changes, changeOf } from './change.ts'
import { compare, type Stored } from './compare.ts'
import { type Change, recompute, type Recomputed, unreplayable } from './recompute.ts'
import type { Replay, WhatIfRequest } from './schema.ts'
import { openShadow } from './shadow.ts'
import { selectAssistantOf, selectNewestTurns } from './store.ts'

/** Makes one turn again, as it was or otherwise, and says what comes out differently. Nothing is written, nobody hears it. */
export async function replayTurn(ctx: Ctx, turnId: string, changes: Changes): Promise<z.infer<typeof Replay>> {
  requireScope(ctx, 'conversations:read')
  const [[turn], [assistant]] = await withTenant(ctx).batch(selectTurn(turnId), selectAssistantOf(turnId))
  if (turn === undefined || assistant === undefined) throw notFound('turn')
  const record = turn.trace as TraceRecord | null
  const why = unreplayable(record)
  if (record === null || why !== '') return notReplayable(turnId, record, why)
  const shadow = await openShadow(ctx, changes.maxModelCalls)
  const made = await recompute(ctx, turn, record, await changeOf(ctx, changes, assistant.id, shadow))
  await shadow.count()
  if (made === null) return notReplayable(turnId, record, 'What was said was erased.')
  // Only now, when nothing can come of it any more, is the stored answer read.
  const [[reply]] = await withTenant(ctx).batch(selectReply(turnId))
  const differences = compare(record, storedOf(turn, reply), made)
  const engine = { recorded: record.engine, now: engineVersion }
  const other = engine.recorded === engine.now ? '' : ` It was answered by engine ${engine.recorded}.`
  return {
    turnId,
    verdict: differences.length === 0 ? 'identical' : 'different',
    reason:
      differences.length === 0
        ? 'Every step came out as recorded.'
        : `Otherwise than recorded: ${differences.map(({ step }) => step).join(', ')}.${other}`,
    engine,
    differences,
    answer: presentAnswer(made),
    modelCalls: shadow.calls,
  }
}

/** The newest conversations made again with a change: what would have been said instead. At most 200 turns. */
export async function whatIf(ctx: Ctx, { conversations, assistantId, ...changes }: z.output<typeof WhatIfRequest>) {
  requireScope(ctx, 'conversations:read')
  const [rows] = await withTenant(ctx).batch(selectNewestTurns(conversations, assistantId, 200))
  const shadow = await openShadow(ctx, changes.maxModelCalls)
  const byAssistant = new Map<string, Change>()
  const turns = []
  let skipped = 0
  for (const { turn, reply, assistantId: of } of rows) {
    const record = turn.trace as TraceRecord | null
    const change = byAssistant.get(of) ?? (await changeOf(ctx, changes, of, shadow))
    byAssistant.set(of, change)
    const made = record === null || unreplayable(record) !== '' ? null : await recompute(ctx, turn, record, change)
    if (made === null) {
      skipped += 1
      continue
    }
    const text = made.answer.sentences.map((sentence) => sentence.text).join(' ')
    const { tier, kind, id: turnId, conversationId } = turn
    const was = { text: reply?.text ?? '', tier, kind }
    const now = { text, tier: made.answer.tier, kind: made.answer.kind }
    const same = was.text === now.text && was.kind === now.kind
    turns.push({ turnId, conversationId, question: made.turn.question, was, now, same })
  }
  await shadow.count()
  return { turns, changed: turns.filter(({ same }) => !same).length, skipped, modelCalls: shadow.calls }
}

function storedOf(
  turn: { tier: string | null; kind: string | null; lang: string },
  reply: { text: string; sentences: unknown } | undefined,
): Stored {
  const { tier, kind, lang } = turn
  return { tier, kind, lang, text: reply?.text ?? '', sentences: (reply?.sentences ?? []) as SentenceOut[] }
}

function presentAnswer({ answer, turn }: Recomputed): z.infer<typeof Replay>['answer'] {
  const { tier, kind, confidence, sentences } = answer
  const text = sentences.map((sentence) => sentence.text).join(' ')
  const { steps, rejected } = turn.trace
  return { text, tier, kind, confidence, lang: turn.lang, sentences, steps, rejected }
}

function notReplayable(turnId: string, record: TraceRecord | null, reason: string): z.infer<typeof Replay> {
  const engine = { recorded: record?.engine ?? '', now: engineVersion }
  return { turnId, verdict: 'not_replayable', reason, engine, differences: [], answer: null, modelCalls: 0 }
}
