import type { Voice } from './provider.ts'
import { samplesOf } from './samples.ts'

const MODEL = 'eleven_flash_v2_5'
/** A voice of theirs that everybody has, for tenants that named none. */
const ANYBODY = '21m00Tcm4TlvDq8ikWAM'

/** ElevenLabs, streamed as it is made. */
export function elevenLabsVoice(apiKey: string, languages: readonly string[], baseUrl: string): Voice {
  return {
    name: 'elevenlabs',
    version: MODEL,
    languages,
    async *speak(text, { lang, voice = ANYBODY, speed }, signal) {
      const response = await fetch(`${baseUrl}/v1/text-to-speech/${voice}/stream?output_format=pcm_24000`, {
        method: 'POST',
        headers: { 'xi-api-key': apiKey, 'content-type': 'application/json' },
        body: JSON.stringify({ text, model_id: MODEL, language_code: lang, voice_settings: { speed } }),
        signal,
      })
      if (!response.ok || response.body === null) throw new Error(`ElevenLabs answered ${response.status}.`)
      yield* samplesOf(response.body)
    },
  }
}
