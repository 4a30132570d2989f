// Any endpoint that speaks OpenAI's audio API: OpenAI, Azure, Groq, Speaches, Kokoro-FastAPI, or the local test voice.

import type { Heard, Manner, Recogniser, Voice } from './provider.ts'
import { samplesOf } from './samples.ts'
import { wavOf } from './wav.ts'

export type Endpoint = {
  /** `endpoint`, and `fallback` for the one that takes over. */
  name: string
  baseUrl: string
  apiKey: string
  sttModel: string
  ttsModel: string
  /** By language; `alloy` otherwise. */
  voices: Readonly<Record<string, string>>
  languages: readonly string[]
}

const headersOf = ({ apiKey }: Endpoint): Record<string, string> =>
  apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }
const at = ({ baseUrl }: Endpoint, path: string): string => `${baseUrl.replace(/\/$/, '')}${path}`

export function openAiRecogniser(endpoint: Endpoint): Recogniser {
  return {
    name: endpoint.name,
    languages: endpoint.languages,
    async recognise(samples, { lang, keyterms }, signal): Promise<Heard> {
      const form = new FormData()
      form.set('file', new Blob([wavOf(samples, 16_000)], { type: 'audio/wav' }), 'speech.wav')
      form.set('model', endpoint.sttModel)
      if (lang !== '') form.set('language', lang)
      if (keyterms.length > 0) form.set('prompt', keyterms.slice(0, 60).join(', '))
      const response = await fetch(at(endpoint, '/audio/transcriptions'), {
        method: 'POST',
        headers: headersOf(endpoint),
        body: form,
        signal,
      })
      if (!response.ok) throw new Error(`The recogniser answered ${response.status}.`)
      const body = (await response.json()) as { text?: unknown; language?: unknown }
      if (typeof body.text !== 'string') throw new Error('The recogniser answered without a text.')
      return { text: body.text.trim(), lang: typeof body.language === 'string' ? body.language.slice(0, 2) : undefined }
    },
  }
}

export function openAiVoice(endpoint: Endpoint): Voice {
  return {
    name: endpoint.name,
    version: endpoint.ttsModel,
    languages: endpoint.languages,
    async *speak(text, { lang, voice, speed }: Manner, signal) {
      const body = {
        model: endpoint.ttsModel,
        input: text,
        voice: voice ?? endpoint.voices[lang] ?? 'alloy',
        speed,
        response_format: 'pcm',
      }
      const response = await fetch(at(endpoint, '/audio/speech'), {
        method: 'POST',
        headers: { ...headersOf(endpoint), 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      })
      if (!response.ok || response.body === null) throw new Error(`The voice answered ${response.status}.`)
      yield* samplesOf(response.body)
    },
  }
}
