import type { Evidence, Quote, Sentence } from '@foyer/sdk'

/** One source of an answer: the quote, and where it stands when that is a page a browser can open. */
export interface Source {
  title: string
  quote: Quote
  href: string | undefined
}

/** The sources of an answer, each place once, in the order they are leaned on. */
export function sourcesOf(sentences: readonly Sentence[]): Source[] {
  const places = new Map<string, Source>()
  for (const quote of sentences.flatMap((sentence) => sentence.evidence.flatMap(quotesOf))) {
    const place = `${quote.url}#${quote.start}-${quote.end}`
    if (!places.has(place)) places.set(place, { title: titleOf(quote), quote, href: linkTo(quote) })
  }
  return [...places.values()]
}

function quotesOf(evidence: Evidence): Quote[] {
  switch (evidence.kind) {
    case 'passage':
      return [evidence.quote]
    case 'fact':
      return evidence.quote === undefined ? [] : [evidence.quote]
    case 'computed':
      return evidence.facts.flatMap((fact) => (fact.quote === undefined ? [] : [fact.quote]))
    case 'playbook':
    case 'fixed':
    case 'tool':
      return []
    default:
      return evidence satisfies never
  }
}

/** "Prices · Saltbush Heating & Cooling" is "Prices" on the business's own site. */
function titleOf(quote: Quote): string {
  const [first = ''] = quote.title.split(/\s+[·|–—]\s+/)
  return first.trim() || quote.title.trim() || quote.url
}

/**
 * The page at the quote: its anchor for every browser, and a text fragment (URL Fragment Text Directives) that scrolls
 * to the words and marks them. A long quote, or one over several cells, is named by its first and last words.
 */
export function linkTo(quote: Quote): string | undefined {
  if (!URL.canParse(quote.url)) return undefined
  const url = new URL(quote.url)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  const pieces = quote.text.split(/\s*[\n\t|•]\s*/).filter((piece) => piece.trim() !== '')
  const first = words(pieces[0] ?? '')
  const last = words(pieces.at(-1) ?? '')
  if (first.length === 0) return url.href
  const whole = pieces.length === 1 && first.length <= 8
  const text = whole ? encode(first) : `${encode(first.slice(0, 4))},${encode(last.slice(-4))}`
  const anchor = encodeURIComponent(quote.anchor || decodeURIComponent(url.hash.slice(1)))
  url.hash = ''
  return `${url.href.replace(/#$/, '')}#${anchor}:~:text=${text}`
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Dashes, commas and ampersands have a meaning in a text directive. */
function encode(some: string[]): string {
  return encodeURIComponent(some.join(' ')).replace(/-/g, '%2D')
}
