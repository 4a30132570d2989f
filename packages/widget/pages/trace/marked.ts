import type { Quote, Trace } from '@foyer/sdk'

/** A quote in what stands around it on its page. */
export interface Marked {
  before: string
  marked: string
  after: string
}

/** The passage that holds the quote, cut at it; the quote alone when no passage of the trace holds it. */
export function markedIn(quote: Quote, passages: Trace['passages']): Marked {
  const around = passages.find(
    ({ quote: { versionId, start, end } }) => versionId === quote.versionId && start <= quote.start && end >= quote.end,
  )?.quote
  if (around === undefined) return { before: '', marked: quote.text, after: '' }
  const at = around.text.startsWith(quote.text, quote.start - around.start)
    ? quote.start - around.start
    : around.text.indexOf(quote.text)
  if (at < 0) return { before: '', marked: quote.text, after: '' }
  return { before: around.text.slice(0, at), marked: quote.text, after: around.text.slice(at + quote.text.length) }
}
