import type { LlmPort } from '../../../ports/llm.ts'
import { ProviderError } from '../../../ports/provider-error.ts'
import type { PendingCall, Toolbox, ToolSpec } from '../../tools/index.ts'
import { Breaker } from '../model/breaker.ts'
import { fingerprint } from '../model/calls.ts'
import type { ModelCall, ToolsUsed } from '../trace.ts'
import type { ModelAllowance } from '../turn.ts'

/** Says again what the model said then, when it is given the same words; asks `live` otherwise, where that is allowed. */
function recordedModel(calls: readonly ModelCall[], live: LlmPort | null): LlmPort {
  let next = 0
  return {
    async *complete(messages, more) {
      const call = calls[next++]
      const same = call !== undefined && call.prompt === (await fingerprint(messages))
      if (!same && live !== null) return yield* live.complete(messages, more)
      if (!same)
        throw new ProviderError('replay', 'The model would be given other words than then, and was not asked.', {
          retryable: false,
        })
      yield { kind: 'text', text: call.text }
      if (call.broke !== '') throw new ProviderError('replay', call.broke, { retryable: call.retryable })
      yield { kind: 'end', usage: { tokensIn: 0, tokensOut: 0 }, model: 'recorded' }
    },
  }
}

/** A model allowance without effects: nothing is held, no breaker is shared, nobody waits. */
export function recordedAllowance(unasked: string, calls: readonly ModelCall[], live: LlmPort | null): ModelAllowance {
  if (unasked !== '' && live === null) return { kind: 'none', why: unasked }
  return {
    kind: 'allowed',
    llm: recordedModel(calls, live),
    priceIn: 0,
    priceOut: 0,
    hold: async () => true,
    settle: async () => undefined,
    breaker: new Breaker(),
    pause: async () => undefined,
  }
}

/** Tools that do nothing: a call answers what it answered then, another is said not to have been made. */
export function recordedTools(then: ToolsUsed | null, specs: readonly ToolSpec[]): Toolbox {
  const pending: PendingCall | null = then?.pending ?? null
  const old = then?.used ?? null
  return {
    specs: old === null ? specs : specs.map((spec) => (spec.id === old.id ? old : spec)),
    pending,
    ask: async () => undefined,
    leave: async () => undefined,
    use: async (spec, _given, agreed) =>
      then?.outcome !== null && then?.outcome !== undefined && spec.id === old?.id
        ? then.outcome
        : { kind: 'failed', callId: agreed?.callId ?? '', sent: false, reason: 'A shadow run uses no tool.' },
  }
}
