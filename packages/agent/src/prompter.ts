import type { CallSetting } from '@foyer/sdk/agent'
import type { Language } from './language.ts'
import type { Mouth, Voiced } from './mouth.ts'
import type { Speaker } from './speech/speaker.ts'
import { phraseFor, type PhraseName } from './words.ts'

export type PrompterOptions = {
  setting: Pick<CallSetting, 'phrases'>
  language: Language
  speaker: Speaker
  mouth: Mouth
  show: (state: 'speaking') => void
}

/** Says what no turn says: the greeting, and the prompts in the language that is spoken now. */
export class Prompter {
  readonly #with: PrompterOptions

  constructor(options: PrompterOptions) {
    this.#with = options
  }

  /** A phrase to be said among other things; it counts as no answer. */
  voiced(name: PhraseName): Voiced {
    const { setting, language, speaker } = this.#with
    const { text, lang } = phraseFor(setting.phrases, name, language.now)
    return { ...speaker.voice(text, lang), text: '' }
  }

  /** Resolves when it was said, or stopped. */
  prompt(name: PhraseName): Promise<void> {
    const { setting, language } = this.#with
    return this.say([phraseFor(setting.phrases, name, language.now)])
  }

  async say(sentences: readonly { text: string; lang: string }[], began?: () => void): Promise<void> {
    const { mouth, speaker, show } = this.#with
    const speech = mouth.begin({ began: () => (show('speaking'), began?.()) })
    for (const { text, lang } of sentences) speech.say(speaker.voice(text, lang))
    speech.close()
    await speech.played
  }
}
