import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { LlmPort } from '../../../ports/llm.ts'
import { loadKnowledge } from '../../knowledge/index.ts'
import { selectTools, specOf } from '../../tools/index.ts'
import { compiled } from '../compiled.ts'
import { shortened } from '../open.ts'
import { respond } from '../respond.ts'
import { Trace, type TraceRecord } from '../trace.ts'
import type { Answer, CompiledPlaybook, Turn } from '../turn.ts'
import { understood } from '../understood.ts'
import { recordedAllowance, recordedTools } from './recorded.ts'
import { selectSaidUntil } from './store.ts'

/** What is to be otherwise than then. */
export interface Change {
  playbook: CompiledPlaybook | null
  threshold: number | undefined
  revision: number | undefined
  /** Asked where the model would be given other words; null: nobody is asked. */
  live: LlmPort | null
}

export interface Recomputed {
  answer: Answer
  turn: Turn
}

/** Why a turn cannot be made again; '' when it can. */
export function unreplayable(record: TraceRecord | null): string {
  if (record === null) return 'The turn was not answered, so nothing is on record.'
  if (record.v !== 2) return 'It was answered before replays were recorded.'
  return record.inputs === null ? 'What was said was erased.' : ''
}

/**
 * Makes a turn again: inputs, versions, clock and language from the record, every step anew, nothing written. Only what
 * came from outside is taken as recorded: the model's words and the tools' answers. The stored answer is not read.
 */
export async function recompute(
  ctx: Ctx,
  { id: turnId, conversationId }: { id: string; conversationId: string },
  record: TraceRecord,
  change: Change,
): Promise<Recomputed | null> {
  const { inputs, near } = record
  if (inputs === null) return null
  const [[said, tools], playbook, knowledge] = await Promise.all([
    withTenant(ctx).batch(selectSaidUntil(conversationId, inputs.until), selectTools()),
    change.playbook ?? compiled(ctx, record.playbookVersionId === '' ? null : record.playbookVersionId),
    loadKnowledge(ctx, change.revision ?? record.revision),
  ])
  const asked = understood(turnId, said.toReversed(), inputs, playbook)
  if (asked.question === '') return null
  const turn: Turn = {
    turnId,
    conversationId,
    ...asked,
    now: new Date(record.clock),
    playbook: withThreshold(record.hurried === undefined ? playbook : shortened(playbook), change.threshold),
    knowledge,
    model: recordedAllowance(record.unasked, record.calls, change.live),
    look: near === null ? null : async () => near,
    tools: recordedTools(record.tools, tools.map(specOf)),
    leaveMessage: async () => 'replayed',
    trace: new Trace(),
    signal: AbortSignal.timeout(30_000),
  }
  const steps = respond(turn)
  for (;;) {
    const next = await steps.next()
    if (next.done === true) return { answer: next.value, turn }
  }
}

function withThreshold(playbook: CompiledPlaybook | null, threshold: number | undefined): CompiledPlaybook | null {
  if (playbook === null || threshold === undefined) return playbook
  return { ...playbook, scenarios: { ...playbook.scenarios, threshold } }
}
