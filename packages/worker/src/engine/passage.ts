/**
 * A passage: the smallest piece of a document that can be found and quoted.
 * `text === documentVersionText.slice(start, end)`, always; offsets are UTF-16 code units, end exclusive.
 */
export interface Passage {
  id: string
  documentId: string
  /** The immutable version of the document that `start` and `end` point into. */
  versionId: string
  /** Canonical page URL, or for a file its path relative to the folder that was read. */
  url: string
  title: string
  /** Primary language subtag: `en`, `es`, `ar`, …; `und` when unknown. */
  lang: string
  /** From the page's title downwards: `['Prices', 'Air conditioning']`. Not part of `text`. */
  headings: readonly string[]
  /** The id of the nearest element that can be linked to, without `#`; empty when there is none. */
  anchor: string
  kind: 'text' | 'list-item' | 'table-row' | 'question' | 'footer'
  text: string
  start: number
  end: number
  /** When the page says it was published or changed (RFC 3339 date); empty when it does not say. */
  dated: string
}

/** The exact words of a document version that stand behind a sentence. */
export interface Quote {
  documentId: string
  versionId: string
  url: string
  title: string
  anchor: string
  lang: string
  text: string
  start: number
  end: number
}
