// Our words for speech: a recogniser and a voice, whoever provides them.

export type Heard = { text: string; lang: string | undefined }

export interface Recogniser {
  name: string
  languages: readonly string[]
  /** 16 kHz mono. @throws whatever went wrong; the caller knows somebody else to ask. */
  recognise(
    samples: Int16Array,
    hints: { lang: string; keyterms: readonly string[] },
    signal: AbortSignal,
  ): Promise<Heard>
}

/** Hears along with one call, so that the words are there when somebody pauses. */
export interface Following {
  /** 16 kHz mono, all that the microphone hears. */
  push(samples: Int16Array): void
  /**
   * What was said since the last `forget`; at a pause all of it, otherwise what is known by now.
   * @throws when it is not there in time, or nobody listens any more
   */
  words(when: 'paused' | 'speaking'): Promise<Heard>
  forget(): void
  close(): void
}

export interface LiveRecogniser extends Recogniser {
  follow(hints: { lang: string; keyterms: readonly string[] }): Following
}

export type Manner = { lang: string; voice: string | undefined; speed: number }

export interface Voice {
  name: string
  /** Changes when the same words would sound different. */
  version: string
  languages: readonly string[]
  /** 24 kHz mono, as it comes. */
  speak(text: string, manner: Manner, signal: AbortSignal): AsyncIterable<Int16Array>
}
