import OpenAI from 'openai'
import type { LlmEvent, LlmPort } from '../../ports/llm.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Config } from '../../shared/config.ts'
import type { Secret } from '../../shared/secret.ts'

const provider = 'openai'

export interface Endpoint {
  baseUrl: string
  model: string
  key: Secret
  timeoutMs: number
}

/** The platform's own endpoint; null when none is set up. */
export function platformLlm(config: Config): LlmPort | null {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model, OPENAI_TIMEOUT_MS: timeoutMs } = config
  return key === undefined ? null : openAiLlm({ baseUrl, model, key, timeoutMs })
}

/** Any endpoint that speaks OpenAI's chat completions. Retries belong to the caller. */
export function openAiLlm(endpoint: Endpoint): LlmPort {
  const client = new OpenAI({
    apiKey: endpoint.key.reveal(),
    baseURL: endpoint.baseUrl,
    maxRetries: 0,
    timeout: endpoint.timeoutMs,
    fetch: (input, init) => fetch(input, init),
  })
  return {
    async *complete(messages, { maxTokens, signal }): AsyncGenerator<LlmEvent> {
      let usage = { tokensIn: 0, tokensOut: 0 }
      let model = endpoint.model
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
