import { auditRow } from '../../core/audit.ts'
import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { prefixes } from '../../shared/ids.ts'
import { unseal } from '../../shared/secret.ts'
import type { Given } from './arguments.ts'
import { linesOf } from './result.ts'
import type { ToolArguments } from './schema.ts'
import { authPurpose } from './service.ts'
import { changeCall, insertCall, type ToolCallRow, type ToolRow } from './store.ts'

export interface ToolSpec {
  id: string
  name: string
  description: string
  arguments: ToolArguments
  confirm: 'always' | 'never'
  ask: Partial<Record<string, string>>
  say: Partial<Record<string, string>>
}

export interface PendingCall {
  callId: string
  spec: ToolSpec
  given: Given
}

export type ToolOutcome =
  | { kind: 'done' | 'dry'; callId: string; lines: string }
  | { kind: 'failed'; callId: string; sent: boolean; reason: string }

/** What a turn can do with the tenant's tools. A replay has one that does nothing and remembers. */
export interface Toolbox {
  specs: readonly ToolSpec[]
  /** Waits for the visitor's yes. */
  pending: PendingCall | null
  ask(spec: ToolSpec, given: Given): Promise<void>
  /** The visitor said no, or spoke of something else. */
  leave(pending: PendingCall, how: 'declined' | 'dropped'): Promise<void>
  use(spec: ToolSpec, given: Given, pending: PendingCall | null): Promise<ToolOutcome>
}

export function specOf(row: ToolRow): ToolSpec {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    arguments: row.arguments as ToolArguments,
    confirm: row.confirm,
    ask: row.ask as ToolSpec['ask'],
    say: row.say as ToolSpec['say'],
  }
}

export function toolbox(
  ctx: Ctx,
  turn: { turnId: string; conversationId: string; signal: AbortSignal },
  rows: readonly ToolRow[],
  waiting: ToolCallRow | undefined,
): Toolbox {
  const row = rows.find(({ id }) => id === waiting?.toolId)
  const pending =
    row === undefined || waiting === undefined || waiting.turnId === turn.turnId
      ? null
      : { callId: waiting.id, spec: specOf(row), given: waiting.arguments as Given }
  const callOf = (spec: ToolSpec, given: Given, state: 'asked' | 'running') => {
    const { turnId, conversationId } = turn
    // One call a turn: a turn that is run again after a crash finds its own.
    const id = `${prefixes.toolCall}_${turnId.slice(turnId.indexOf('_') + 1)}`
    return { id, toolId: spec.id, conversationId, turnId, state, arguments: given }
  }
  return {
    specs: rows.map(specOf),
    pending,
    async ask(spec, given) {
      await withTenant(ctx).batch(insertCall(callOf(spec, given, 'asked')))
    },
    async leave({ callId }, how) {
      await withTenant(ctx).batch(changeCall(callId, ['asked', 'running'], { state: how, closedAt: ctx.now() }))
    },
    async use(spec, given, agreed) {
      const call = callOf(spec, given, 'running')
      const callId = agreed?.callId ?? call.id
      if (agreed === null) await withTenant(ctx).batch(insertCall(call))
      else await withTenant(ctx).batch(changeCall(callId, ['asked', 'running'], { state: 'running' }))
      const used = rows.find(({ id }) => id === spec.id)
      const outcome = used === undefined ? gone(callId) : await carryOut(ctx, used, callId, given, turn.signal)
      const change =
        outcome.kind === 'failed'
          ? { state: outcome.kind, reason: outcome.reason }
          : { state: outcome.kind, result: outcome.lines }
      await withTenant(ctx).batch(
        changeCall(callId, ['running'], { ...change, closedAt: ctx.now() }),
        auditRow(ctx, 'tool.used', spec.id, { callId, turnId: turn.turnId, outcome: outcome.kind }),
      )
      return outcome
    },
  }
}

const gone = (callId: string): ToolOutcome => ({ kind: 'failed', callId, sent: false, reason: 'It was removed.' })

async function carryOut(
  ctx: Ctx,
  tool: ToolRow,
  callId: string,
  given: Given,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const { name, method, url, timeoutMs, authHeader, authSealed } = tool
  const auth =
    authSealed === ''
      ? null
      : { header: authHeader, value: (await unseal(authSealed, ctx.config.FOYER_SECRET, authPurpose)).reveal() }
  const example = tool.example as Record<string, unknown>
  const reply = await ctx.ports.tools.use(
    { callId, name, method, url, auth, arguments: given, example, timeoutMs },
    signal,
  )
  if (reply.kind === 'failed') return { callId, ...reply }
  return { kind: reply.kind, callId, lines: linesOf(reply.result) }
}
