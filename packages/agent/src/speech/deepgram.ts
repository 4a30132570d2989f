import { z } from 'zod'
import { followDeepgram } from './deepgram-live.ts'
import type { LiveRecogniser } from './provider.ts'
import { wavOf } from './wav.ts'

const MODEL = 'nova-3'
const MOST_TERMS = 50

const reply = z.object({
  results: z.object({
    channels: z.array(z.object({ alternatives: z.array(z.object({ transcript: z.string() })) })),
  }),
})

/** Deepgram: streamed along a call, and an utterance at a time for when the stream broke. */
export function deepgramRecogniser(apiKey: string, languages: readonly string[], baseUrl: string): LiveRecogniser {
  const queryOf = (lang: string, keyterms: readonly string[]): URLSearchParams => {
    const query = new URLSearchParams({
      model: MODEL,
      smart_format: 'true',
      language: lang === '' ? 'multi' : lang,
    })
    for (const term of keyterms.slice(0, MOST_TERMS)) query.append('keyterm', term)
    return query
  }
  return {
    name: 'deepgram',
    languages,
    follow({ lang, keyterms }) {
      return followDeepgram(`${baseUrl.replace(/^http/, 'ws')}/v1/listen`, queryOf(lang, keyterms), apiKey)
    },
    async recognise(samples, { lang, keyterms }, signal) {
      const response = await fetch(`${baseUrl}/v1/listen?${queryOf(lang, keyterms)}`, {
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
