import OpenAI from 'openai'
import type { EmbeddingsPort } from '../../ports/embeddings.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { Config } from '../../shared/config.ts'

/** Any endpoint that speaks OpenAI's embeddings; null when no model is named. Retries and patience belong to the caller. */
export function openAiEmbeddings(config: Config): EmbeddingsPort | null {
  const { OPENAI_API_KEY: key, OPENAI_EMBEDDINGS_MODEL: model } = config
  if (key === undefined || model === undefined) return null
  const client = new OpenAI({
    apiKey: key.reveal(),
    baseURL: config.OPENAI_BASE_URL,
    maxRetries: 0,
    fetch: (input, init) => fetch(input, init),
  })
  return {
    model,
    async embed(texts, signal) {
      try {
        const input = { model, input: [...texts], encoding_format: 'float' as const }
        const { data } = await client.embeddings.create(input, { signal })
        const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
        const [first] = vectors
        const whole = vectors.length === texts.length && vectors.every((one) => one.length === first?.length)
        if (!whole) throw new Error('another number of vectors than texts')
        return vectors
      } catch (cause) {
        throw new ProviderError('openai', 'The embeddings endpoint refused, was late, or answered nonsense.', {
          retryable: true,
          cause,
        })
      }
    },
  }
}
