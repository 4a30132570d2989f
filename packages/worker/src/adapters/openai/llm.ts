import OpenAI from 'openai'
import type { LlmEvent, LlmPort } from '../../ports/llm.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Config } from '../../shared/config.ts'

const provider = 'openai'

/** Any endpoint that speaks OpenAI's chat completions; null when none is set up. Retries belong to the caller. */
export function openAiLlm(config: Config): LlmPort | null {
  if (config.OPENAI_API_KEY === undefined) return null
  const client = new OpenAI({
    apiKey: config.OPENAI_API_KEY.reveal(),
    baseURL: config.OPENAI_BASE_URL,
    maxRetries: 0,
    timeout: config.OPENAI_TIMEOUT_MS,
    fetch: (input, init) => fetch(input, init),
  })
  return {
    async *complete(messages, { maxTokens, signal }): AsyncGenerator<LlmEvent> {
      let usage = { tokensIn: 0, tokensOut: 0 }
      let model = config.OPENAI_MODEL
      let ended = false
      try {
        const stream = await client.chat.completions.create(
          {
            model,
            messages: [...messages],
            max_completion_tokens: maxTokens,
            temperature: 0,
            stream: true,
            stream_options: { include_usage: true },
          },
          { signal },
        )
        for await (const chunk of stream) {
          if (typeof chunk !== 'object' || chunk === null) continue
          if (chunk.usage)
            usage = { tokensIn: chunk.usage.prompt_tokens ?? 0, tokensOut: chunk.usage.completion_tokens ?? 0 }
          if (chunk.model) model = chunk.model
          const choice = chunk.choices?.[0]
          if (choice?.finish_reason) ended = true
          const text = choice?.delta?.content
          if (typeof text === 'string' && text !== '') yield { kind: 'text', text }
        }
      } catch (cause) {
        throw failure(cause)
      }
      if (!ended) throw new ProviderError(provider, 'The model broke off in the middle.', { retryable: true })
      yield { kind: 'end', usage, model }
    },
  }
}

function failure(cause: unknown): ProviderError {
  if (cause instanceof OpenAI.APIError && typeof cause.status === 'number') {
    const retryable = cause.status === 429 || cause.status >= 500
    return new ProviderError(provider, `The model's endpoint answered ${cause.status}.`, { retryable, cause })
  }
  return new ProviderError(provider, 'The model could not be reached, or answered nonsense.', {
    retryable: true,
    cause,
  })
}
