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
      return evidence.quote === undefined ? [] : [evidence.quote]
    case 'computed':
      return evidence.facts.flatMap(({ quote }) => (quote === undefined ? [] : [quote]))
    case 'playbook':
    case 'fixed':
      return []
    default:
      return evidence satisfies never
  }
}
