import type { ReadDocument } from '../reading/index.ts'
import type { CrawlRun } from './run.ts'

/** What the one door to outside URLs gave us. It follows redirects itself, judging every hop. */
export interface FetchedPage {
  kind: 'fetched'
  status: number
  /** Where the redirects ended. */
  finalUrl: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: Uint8Array
  /** The body was longer than `maxBytes` and was cut there. */
  truncated?: boolean
}

/** The door did not open, or nobody was behind it. `message` is a plain sentence. */
export interface FetchRefused {
  kind: 'refused'
  code: 'private-address' | 'not-allowed' | 'unreachable' | 'timeout' | 'too-many-redirects' | 'too-large'
  message: string
}

export interface FetchWhat {
  signal: AbortSignal
  headers: Readonly<Record<string, string>>
  maxBytes: number
}

/** A URL waiting in the frontier. `key` is its folded form: two URLs with one key are one page. */
export interface WaitingUrl {
  url: string
  key: string
  /** Clicks from the start page. */
  depth: number
  /** Smaller is read sooner. */
  rank: number
  via: 'start' | 'known' | 'sitemap' | 'link' | 'alternate'
  /** The page it was found on; empty for the start. */
  from: string
}

/** What an earlier read left behind, for asking "has it changed?". */
export interface KnownPage {
  etag: string
  lastModified: string
  /** SHA-256 of the document's text, hex. */
  contentHash: string
}

export interface TakenUrl extends WaitingUrl {
  /** How often it was tried in this run already. */
  tries: number
  known?: KnownPage
}

/**
 * How a page ended. `why` is in plain words; `code` is for counting. What an earlier read has of a page stays when it
 * is `unchanged` or `failed` (it may be there again tomorrow) and goes when it is `gone` or `skipped` (the site or the
 * owner does not want it read, or it says nothing of its own). Pages that a limit left unread are ended by `close`, and stay.
 */
export type PageOutcome =
  | ({ state: 'read'; document: ReadDocument; contentType: string; bytes: number } & Ended & KnownPage)
  | ({ state: 'unchanged' } & Ended & KnownPage)
  | ({ state: 'skipped' | 'failed' | 'gone' } & Ended)
  /** Back to the queue; `tried` says whether that counts as a try. */
  | { state: 'again'; tried: boolean; key: string; url: string; code: string; why: string }

interface Ended {
  /** The key it waited under. */
  key: string
  /** The page's address as we would cite it: after redirects, or its canonical form. */
  url: string
  code: string
  why: string
}

export interface FinishedBatch {
  outcomes: readonly PageOutcome[]
  found: readonly WaitingUrl[]
  run: CrawlRun
}

/** The queue of a run. Each method is one round trip for an implementation over a database. */
export interface Frontier {
  /** Up to `count` waiting URLs, lowest rank first, marked as taken; a lease that ran out counts as waiting. */
  take(count: number): Promise<TakenUrl[]>
  /** Adds `found` (keys already there are passed over), then ends `outcomes`, and keeps the run: all or nothing. */
  finish(batch: FinishedBatch): Promise<{ added: number; waiting: number }>
  /** Marks everything that still waits as skipped, for one reason; returns how many. */
  close(code: string, why: string): Promise<number>
  /** Addresses of what an earlier run read; asked once, at the start. */
  known(): Promise<readonly string[]>
}

export interface CrawlDeps {
  fetchPage(url: string, what: FetchWhat): Promise<FetchedPage | FetchRefused>
  frontier: Frontier
  now(): number
  wait(ms: number): Promise<void>
  progress?(event: CrawlEvent): void
  detectLanguage?(text: string): string
}

export type CrawlEvent =
  | { type: 'found'; count: number; waiting: number }
  | { type: 'page'; state: PageOutcome['state']; url: string; title: string; code: string; why: string }
  | { type: 'note'; code: string; message: string }
