import type { LlmEvent, LlmMessage } from '../../../ports/llm.ts'
import { ProviderError } from '../../../ports/provider-error.ts'
import { sha256 } from '../../../shared/secret.ts'
import { type ModelLine, modelLines } from './line.ts'
import type { ModelCall } from '../trace.ts'
import type { ModelAllowance, Turn } from '../turn.ts'

export type AllowedModel = Extract<ModelAllowance, { kind: 'allowed' }>

export const maxTokens = 500
const retryPauseMs = 150
const mostRecorded = 8000

/** Asks the model, and once more when it failed before a word was heard. */
export async function* askedLines(
  turn: Turn,
  model: AllowedModel,
  messages: readonly LlmMessage[],
): AsyncGenerator<ModelLine> {
  let heard = false
  try {
    for await (const line of modelLines(texts(turn, model, messages))) {
      heard = true
      yield line
    }
  } catch (error) {
    if (heard || !(error instanceof ProviderError) || !error.retryable) throw error
    await turn.trace.waitFor('pause before the second try', model.pause(retryPauseMs))
    yield* modelLines(texts(turn, model, messages))
  }
}

/** The model's words as they come, recorded for the replay with the fingerprint of what it was given. */
async function* texts(turn: Turn, model: AllowedModel, messages: readonly LlmMessage[]): AsyncGenerator<string> {
  const call: ModelCall = { prompt: await fingerprint(messages), text: '', broke: '', retryable: false }
  turn.trace.calls.push(call)
  const stream = model.llm.complete(messages, { maxTokens, signal: turn.signal })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next: IteratorResult<LlmEvent> = await turn.trace.waitFor('model', stream.next())
      if (next.done === true) return
      if (next.value.kind === 'end') {
        turn.trace.usage.tokensIn += next.value.usage.tokensIn
        turn.trace.usage.tokensOut += next.value.usage.tokensOut
        continue
      }
      if (call.text.length < mostRecorded) call.text += next.value.text
      yield next.value.text
    }
  } catch (error) {
    if (error instanceof ProviderError) Object.assign(call, { broke: error.message, retryable: error.retryable })
    throw error
  }
}

export async function fingerprint(messages: readonly LlmMessage[]): Promise<string> {
  return (await sha256(JSON.stringify(messages))).slice(0, 16)
}
