import { z } from 'zod'
import type { Recogniser } from './provider.ts'
import { wavOf } from './wav.ts'

const reply = z.object({
  results: z.object({
    channels: z.array(z.object({ alternatives: z.array(z.object({ transcript: z.string() })) })),
  }),
})

/** Deepgram, an utterance at a time: its answer takes less than the silence that ends a turn. */
export function deepgramRecogniser(apiKey: string, languages: readonly string[], baseUrl: string): Recogniser {
  return {
    name: 'deepgram',
    languages,
    async recognise(samples, { lang, keyterms }, signal) {
      const query = new URLSearchParams({
        model: 'nova-3',
        smart_format: 'true',
        language: lang === '' ? 'multi' : lang,
      })
      for (const term of keyterms.slice(0, 50)) query.append('keyterm', term)
      const response = await fetch(`${baseUrl}/v1/listen?${query}`, {
        method: 'POST',
        headers: { authorization: `Token ${apiKey}`, 'content-type': 'audio/wav' },
        body: wavOf(samples, 16_000),
        signal,
      })
      if (!response.ok) throw new Error(`Deepgram answered ${response.status}.`)
      const { results } = reply.parse(await response.json())
      return { text: results.channels[0]?.alternatives[0]?.transcript.trim() ?? '', lang: undefined }
    },
  }
}
