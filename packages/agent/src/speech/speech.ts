import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { phraseFor, type PhraseName } from '../words.ts'
import type { CallSetting } from '@foyer/sdk/agent'
import { cartesiaVoice } from './cartesia.ts'
import { deepgramRecogniser } from './deepgram.ts'
import { elevenLabsVoice } from './elevenlabs.ts'
import { inOrder, Listener } from './listener.ts'
import { type Endpoint, openAiRecogniser, openAiVoice } from './openai.ts'
import type { Recogniser, Voice } from './provider.ts'
import { Rendered } from './rendered.ts'
import { type Sayer, Speaker } from './speaker.ts'

/** What may have to be said when nobody can be asked. */
const OWN: PhraseName[] = ['trouble', 'not_understood', 'filler', 'back', 'still_there', 'silence_end', 'time_over']

/** What a business chose of its speech. */
type Chosen = Pick<CallSetting, 'lang' | 'voices' | 'recognisers' | 'pronunciation' | 'phrases'>

/** For whoever is no business's caller. */
export const unset: Chosen = { lang: '', voices: {}, recognisers: {}, pronunciation: [], phrases: [] }

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

  /** As the setting stands at each word. The providers that the business chose come first, as far as this process has them; the others take over. */
  forCall(setting: Chosen, log: Log): { listener: Listener; speaker: Speaker } {
    const plainly = (lang: string): Sayer[] =>
      inOrder(this.#voices, lang).map((voice) => ({ voice, manner: { lang, voice: undefined, speed: 1 } }))
    const sayersOf = (lang: string): Sayer[] => {
      const { voice: id = '', speed = 1, provider = '' } = setting.voices[lang] ?? {}
      // The name of a voice means nothing to another provider.
      return inOrder(this.#voices, lang, provider).map((voice, at) => {
        const isMeant = id !== '' && (provider === '' ? at === 0 : voice.name === provider)
        return { voice, manner: { lang, voice: isMeant ? id : undefined, speed } }
      })
    }
    const recogniserOf = (lang: string): string => setting.recognisers[lang === '' ? setting.lang : lang] ?? ''
    for (const [lang, { provider }] of Object.entries(setting.voices)) miss(this.#voices, 'voice', lang, provider, log)
    for (const [lang, name] of Object.entries(setting.recognisers))
      miss(this.#recognisers, 'recogniser', lang, name, log)
    const speaker = new Speaker({
      sayersOf,
      rendered: this.#rendered,
      apologies: (lang) => {
        const [theirs, ours] = [phraseFor(setting.phrases, 'trouble', lang), phraseFor([], 'trouble', lang)]
        return [
          { text: theirs.text, sayers: sayersOf(theirs.lang) },
          { text: ours.text, sayers: plainly(ours.lang) },
        ]
      },
      pronunciation: () => setting.pronunciation,
      log,
    })
    return { speaker, listener: new Listener(this.#recognisers, log, recogniserOf) }
  }

  /** Renders our own few words in every language we speak, before the first call. */
  async warm(log: Log, signal: AbortSignal): Promise<void> {
    const { speaker } = this.forCall(unset, log)
    const languages = [...new Set(this.#voices.flatMap((voice) => voice.languages))]
    await speaker.render(
      languages.flatMap((lang) => OWN.map((name) => phraseFor([], name, lang))),
      'some day',
      signal,
    )
  }
}

function miss(
  ours: readonly { name: string }[],
  what: 'voice' | 'recogniser',
  lang: string,
  provider: string,
  log: Log,
): void {
  if (provider !== '' && ours.every(({ name }) => name !== provider)) log(`${what}.not_set_up`, { provider, lang })
}

/** From the environment: the providers whose key is set, the endpoint, and the one that takes over. */
export function speechOf(config: Config): Speech {
  const endpoint = (name: string, baseUrl: string, apiKey: string): Endpoint => ({
    name,
    baseUrl,
    apiKey,
    sttModel: config.SPEECH_STT_MODEL,
    ttsModel: config.SPEECH_TTS_MODEL,
    voices: config.SPEECH_VOICES,
    languages: config.SPEECH_LANGUAGES,
  })
  const endpoints = [
    ...(config.SPEECH_BASE_URL === undefined
      ? []
      : [endpoint('endpoint', config.SPEECH_BASE_URL, config.SPEECH_API_KEY)]),
    ...(config.SPEECH_FALLBACK_BASE_URL === undefined
      ? []
      : [endpoint('fallback', config.SPEECH_FALLBACK_BASE_URL, config.SPEECH_FALLBACK_API_KEY)]),
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
      ...(config.CARTESIA_API_KEY === ''
        ? []
        : [cartesiaVoice(config.CARTESIA_API_KEY, config.CARTESIA_LANGUAGES, config.CARTESIA_BASE_URL)]),
      ...endpoints.map(openAiVoice),
    ],
    folder: config.AGENT_CACHE,
    label: config.SPEECH_LABEL,
  })
}
