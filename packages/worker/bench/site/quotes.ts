import type { EvidenceOut, SentenceOut } from '../../src/features/conversations/schema.ts'
import { type Api, call } from './api.ts'

export type QuoteOut = Extract<EvidenceOut, { kind: 'passage' }>['quote']

/** Every quote that a reply shows, those of its facts too. */
export function quotesOf(sentences: readonly SentenceOut[]): QuoteOut[] {
  return sentences
    .flatMap((sentence) => sentence.evidence)
    .flatMap((evidence) => {
      if (evidence.kind === 'passage') return [evidence.quote]
      if (evidence.kind === 'fact') return evidence.quote === undefined ? [] : [evidence.quote]
      return evidence.kind === 'computed' ? evidence.facts.flatMap((fact) => fact.quote ?? []) : []
    })
}

/** Whether a quote stands, character for character, in the version of the document that it names. */
export class Versions {
  readonly #api: Api
  readonly #texts = new Map<string, Promise<string>>()

  constructor(api: Api) {
    this.#api = api
  }

  async holds(quote: QuoteOut): Promise<boolean> {
    const known = this.#texts.get(quote.versionId) ?? this.#read(quote.versionId)
    this.#texts.set(quote.versionId, known)
    return (await known).slice(quote.start, quote.end) === quote.text
  }

  async #read(versionId: string): Promise<string> {
    return (await call<{ text: string }>(this.#api, 'GET', `/v1/documents/versions/${versionId}`)).text
  }
}
