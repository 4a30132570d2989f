import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { phraseFor, type PhraseName } from '../words.ts'
import type { CallSetting } from '@foyer/sdk/agent'
import { deepgramRecogniser } from './deepgram.ts'
import { elevenLabsVoice } from './elevenlabs.ts'
import { Listener } from './listener.ts'
import { type Endpoint, openAiRecogniser, openAiVoice } from './openai.ts'
import type { Manner, Recogniser, Voice } from './provider.ts'
import { Rendered } from './rendered.ts'
import { Speaker } from './speaker.ts'

/** What may have to be said when nobody can be asked. */
const OWN: PhraseName[] = ['trouble', 'not_understood', 'filler', 'back', 'still_there', 'silence_end', 'time_over']

/** All recognisers and voices of this process, the preferred ones first. */
export class Speech {
  readonly #recognisers: readonly Recogniser[]
  readonly #voices: readonly Voice[]
  readonly #rendered: Rendered
  readonly #label: string

  constructor({
    recognisers,
    voices,
    folder,
    label,
  }: {
    recognisers: Recogniser[]
    voices: Voice[]
    folder: string
    label: string
  }) {
    this.#recognisers = recognisers
    this.#voices = voices
    this.#rendered = new Rendered(join(folder, 'rendered'))
    this.#label = label
  }

  /** What the widget may offer. */
  get abilities(): { recognises: string[]; speaks: string[]; label: string } {
    const of = (providers: readonly { languages: readonly string[] }[]): string[] => [
      ...new Set(providers.flatMap(({ languages }) => languages)),
    ]
    return { recognises: of(this.#recognisers), speaks: of(this.#voices), label: this.#label }
  }

  forCall(
    setting: Pick<CallSetting, 'voices' | 'pronunciation' | 'phrases'>,
    log: Log,
  ): { listener: Listener; speaker: Speaker } {
    const mannerOf = (lang: string): Manner => {
      const { voice = '', speed = 1 } = setting.voices[lang] ?? {}
      return { lang, voice: voice === '' ? undefined : voice, speed }
    }
    const speaker = new Speaker({
      voices: this.#voices,
      rendered: this.#rendered,
      apologies: (lang) => {
        const [theirs, ours] = [phraseFor(setting.phrases, 'trouble', lang), phraseFor([], 'trouble', lang)]
        const plain = { lang: ours.lang, voice: undefined, speed: 1 }
        return [
          { text: theirs.text, manner: mannerOf(theirs.lang) },
          { text: ours.text, manner: plain },
        ]
      },
      mannerOf,
      pronunciation: setting.pronunciation,
      log,
    })
    return { speaker, listener: new Listener(this.#recognisers, log) }
  }

  /** Renders our own few words in every language we speak, before the first call. */
  async warm(log: Log, signal: AbortSignal): Promise<void> {
    const { speaker } = this.forCall({ voices: {}, pronunciation: [], phrases: [] }, log)
    const languages = [...new Set(this.#voices.flatMap((voice) => voice.languages))]
    await speaker.render(
      languages.flatMap((lang) => OWN.map((name) => phraseFor([], name, lang))),
      signal,
    )
  }
}

/** From the environment: the providers whose key is set, the endpoint, and the one that takes over. */
export function speechOf(config: Config): Speech {
  const endpoint = (baseUrl: string, apiKey: string): Endpoint => ({
    baseUrl,
    apiKey,
    sttModel: config.SPEECH_STT_MODEL,
    ttsModel: config.SPEECH_TTS_MODEL,
    voices: config.SPEECH_VOICES,
    languages: config.SPEECH_LANGUAGES,
  })
  const endpoints = [
    ...(config.SPEECH_BASE_URL === undefined ? [] : [endpoint(config.SPEECH_BASE_URL, config.SPEECH_API_KEY)]),
    ...(config.SPEECH_FALLBACK_BASE_URL === undefined
      ? []
      : [endpoint(config.SPEECH_FALLBACK_BASE_URL, config.SPEECH_FALLBACK_API_KEY)]),
  ]
  return new Speech({
    recognisers: [
      ...(config.DEEPGRAM_API_KEY === ''
        ? []
        : [deepgramRecogniser(config.DEEPGRAM_API_KEY, config.DEEPGRAM_LANGUAGES, config.DEEPGRAM_BASE_URL)]),
      ...endpoints.map(openAiRecogniser),
    ],
    voices: [
      ...(config.ELEVENLABS_API_KEY === ''
        ? []
        : [elevenLabsVoice(config.ELEVENLABS_API_KEY, config.ELEVENLABS_LANGUAGES, config.ELEVENLABS_BASE_URL)]),
      ...endpoints.map(openAiVoice),
    ],
    folder: config.AGENT_CACHE,
    label: config.SPEECH_LABEL,
  })
}
