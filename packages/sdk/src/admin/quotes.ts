import type { Evidence, Quote, Sentence } from '../generated/types.gen.ts'

/** Every quote the sentences stand on, in order, each once; a computed answer carries the quotes of its facts. */
export function quotesOf(sentences: readonly Sentence[]): Quote[] {
  const found = new Map<string, Quote>()
  for (const quote of sentences.flatMap((sentence) => sentence.evidence.flatMap(quotesIn))) {
    found.set(`${quote.versionId} ${quote.start} ${quote.end}`, quote)
  }
  return [...found.values()]
}

function quotesIn(evidence: Evidence): Quote[] {
  switch (evidence.kind) {
    case 'passage':
      return [evidence.quote]
    case 'fact':
      return presentIn([evidence])
    case 'computed':
      return presentIn(evidence.facts)
    case 'playbook':
    case 'fixed':
    case 'tool':
      return []
    default:
      return evidence satisfies never
  }
}

/** What a person typed in has no page behind it. */
const presentIn = (facts: readonly { quote?: Quote | null }[]) =>
  facts.flatMap(({ quote }) => (quote === undefined || quote === null ? [] : [quote]))
