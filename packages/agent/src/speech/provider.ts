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

export type Manner = { lang: string; voice: string | undefined; speed: number }

export interface Voice {
  name: string
  /** Changes when the same words would sound different. */
  version: string
  languages: readonly string[]
  /** 24 kHz mono, as it comes. */
  speak(text: string, manner: Manner, signal: AbortSignal): AsyncIterable<Int16Array>
}
