import type { Passage } from '../../../engine/passage.ts'

/** A passage before it belongs to anyone: no ids yet. `text === document.text.slice(start, end)`. */
export type ReadPassage = Omit<Passage, 'id' | 'documentId' | 'versionId' | 'url' | 'title'>

export interface ReadLink {
  /** Absolute, without fragment. */
  url: string
  text: string
  /** The link's rel words; `alternate:es` for an hreflang alternate, `refresh` for a meta refresh. */
  rel: string
}

/** Something the owner should know about how a document was read. `message` is in plain words. */
export type ReadNote =
  | { code: 'needs-scripts'; message: string }
  | { code: 'hidden-text-left-out'; count: number; message: string }
  | { code: 'orders-left-out'; count: number; message: string }
  | { code: 'truncated'; message: string }
  | { code: 'empty'; message: string }
  | { code: 'no-text-layer'; pages: readonly number[]; message: string }
  | { code: 'right-to-left-restored'; message: string }
  | { code: 'encoding-repaired'; message: string }
  | { code: 'bad-rows'; lines: readonly number[]; message: string }

export interface ReadQuestion {
  question: string
  answer: string
  /** Further ways to ask it (CSV columns after the answer). */
  phrasings?: readonly string[]
}

/** What a page or a file says. */
export interface ReadDocument {
  title: string
  /** Primary language subtag; `und` when unknown. */
  lang: string
  /** Absolute; empty when the page names none. */
  canonicalUrl: string
  /** The readable text, one block a line; every quote is a slice of it. */
  text: string
  passages: ReadPassage[]
  links: ReadLink[]
  /** What the page asks of robots, by its meta tags. */
  robots: { noindex: boolean; nofollow: boolean }
  /** JSON-LD objects (graphs flattened), then microdata items in the same shape. */
  structured: Record<string, unknown>[]
  icon: string
  themeColor: string
  /** `YYYY-MM-DD`; empty when the page does not say. */
  dated: string
  notes: ReadNote[]
  questions: ReadQuestion[]
}

export type RefusalCode =
  | 'too-large'
  | 'unsupported-type'
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'too-many-pages'
  | 'zip-bomb'
  | 'no-text-layer'
  | 'bad-rows'

/** A file we do not take. `message` says what, why and what now. */
export interface Refusal {
  refused: true
  code: RefusalCode
  message: string
}

export function refuse(code: RefusalCode, message: string): Refusal {
  return { refused: true, code, message }
}

export function isRefusal(read: object | string): read is Refusal {
  return typeof read === 'object' && 'refused' in read && read.refused === true
}

export interface ReadOptions {
  /** The page's own URL, or the file's path. */
  url: string
  /** Names the language of a text (`en`, `es`, `ar`, …) or `und`; asked only when the document does not say. */
  detectLanguage?: (text: string) => string
}

export function ordersNote(count: number): ReadNote {
  const pieces = count === 1 ? 'one piece of text that speaks' : `${count} pieces of text that speak`
  const message = `We left out ${pieces} to AI assistants instead of to customers. Check who may write on this page.`
  return { code: 'orders-left-out', count, message }
}

/** A document with nothing in it yet. */
export function blankDocument(title: string): ReadDocument {
  return {
    title,
    lang: 'und',
    canonicalUrl: '',
    text: '',
    passages: [],
    links: [],
    robots: { noindex: false, nofollow: false },
    structured: [],
    icon: '',
    themeColor: '',
    dated: '',
    notes: [],
    questions: [],
  }
}
