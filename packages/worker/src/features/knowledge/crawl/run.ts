export interface CrawlOptions {
  start: string
  /** Product token in robots.txt. */
  agent: string
  /** Patterns over path and query: `/services/*`, `*.pdf`. Empty includes all. The start page is always read. */
  include: readonly string[]
  exclude: readonly string[]
  /** Hosts that belong to the site too, beside its own with and without `www.`. */
  alsoHosts: readonly string[]
  limits: CrawlLimits
  /** Between the starts of two requests. 0 only for a loopback site that the person named. */
  paceMs: number
  /** One step's share: it returns after so many pages or so much time. */
  step: { pages: number; ms: number }
}

export interface CrawlLimits {
  pages: number
  depth: number
  /** Of all pages together. */
  bytes: number
  pageBytes: number
  fileBytes: number
  timeMs: number
  /** For one request with its redirects. */
  requestMs: number
}

export interface CrawlNote {
  code:
    | 'site-down'
    | 'stopped-answering'
    | 'robots-forbids-all'
    | 'robots-unavailable'
    | 'page-limit'
    | 'time-limit'
    | 'byte-limit'
    | 'found-limit'
    | 'crawl-delay'
    | 'nothing-read'
    | 'bad-address'
  message: string
}

/** All a run must remember between steps; plain JSON. */
export interface CrawlRun {
  options: CrawlOptions
  stage: 'start' | 'pages' | 'done'
  startedAt: number
  /** No request to the site before this instant (ms since 1970). */
  nextAt: number
  /** Where the site really lives, after the first redirects: `https://www.example.com`. */
  origin: string
  /** robots.txt by origin. */
  robots: Record<string, string>
  /** Text hash to the key of the page that has it. */
  hashes: Record<string, string>
  /** Page key to text hash, of every page that was read. */
  pages: Record<string, string>
  /** Short fingerprints of every key that was met. */
  seen: string[]
  /** How many URLs of one shape were let in. */
  shapes: Record<string, number>
  counts: {
    found: number
    read: number
    unchanged: number
    skipped: number
    failed: number
    gone: number
    fetched: number
    bytes: number
  }
  /** Requests in a row that nobody answered. */
  silent: number
  notes: CrawlNote[]
}

export const defaultLimits: CrawlLimits = {
  pages: 200,
  depth: 8,
  bytes: 200 * 1_048_576,
  pageBytes: 5 * 1_048_576,
  fileBytes: 20 * 1_048_576,
  timeMs: 30 * 60_000,
  requestMs: 20_000,
}

export type CrawlInput = Partial<Omit<CrawlOptions, 'limits'>> & { start: string; limits?: Partial<CrawlLimits> }

/** A run ready for its first step. Throws nothing: a start that is no http(s) URL ends in the first step with a note. */
export function startCrawl(input: CrawlInput, now: number): CrawlRun {
  const options: CrawlOptions = {
    agent: 'Foyer',
    include: [],
    exclude: [],
    alsoHosts: [],
    paceMs: isLoopback(input.start) ? 0 : 1000,
    step: { pages: 10, ms: 20_000 },
    ...input,
    limits: { ...defaultLimits, ...input.limits },
  }
  return {
    options,
    stage: 'start',
    startedAt: now,
    nextAt: now,
    origin: URL.canParse(input.start) ? new URL(input.start).origin : '',
    robots: {},
    hashes: {},
    pages: {},
    seen: [],
    shapes: {},
    counts: { found: 0, read: 0, unchanged: 0, skipped: 0, failed: 0, gone: 0, fetched: 0, bytes: 0 },
    silent: 0,
    notes: [],
  }
}

export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  )
}
