import {
  decode,
  isRefusal,
  kindOf,
  readFile,
  readHtml,
  readRobots,
  type ReadDocument,
  type Refusal,
} from '../reading/index.ts'
import { ask, mayRead, retryAfterMs } from './ask.ts'
import { atOrigin, cleanUrl, pageKey, siteOf } from './address.ts'
import type { CrawlDeps, FetchedPage, FetchRefused, PageOutcome, TakenUrl } from './deps.ts'
import type { Finder } from './found.ts'
import type { CrawlRun } from './run.ts'

const maxTries = 2

/** Fetches one page, reads it, notes its links, and says how it ended. Never throws for what a site may do. */
export async function readPage(deps: CrawlDeps, run: CrawlRun, taken: TakenUrl, finder: Finder): Promise<PageOutcome> {
  if (run.pages[taken.key] !== undefined)
    return skipped(taken, 'duplicate', 'It is the same page as one we read already.')
  if (!mayRead(run, taken.url)) return skipped(taken, 'robots', "The site's robots.txt asks us not to read it.")
  const { limits } = run.options
  const headers: Record<string, string> = {
    accept: 'text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown;q=0.9,*/*;q=0.5',
  }
  if (taken.known?.etag) headers['if-none-match'] = taken.known.etag
  if (taken.known?.lastModified) headers['if-modified-since'] = taken.known.lastModified
  const answer = await ask(deps, run, taken.url, headers, Math.max(limits.pageBytes, limits.fileBytes))
  if (answer.kind === 'refused') return refusedOutcome(taken, answer)
  if (answer.status === 304 && taken.known) return unchanged(run, taken, taken.url, answer, taken.known.contentHash)
  if (answer.status < 200 || answer.status >= 300) return errorOutcome(deps, run, taken, answer)
  return landed(deps, run, taken, answer, finder)
}

/** The redirects ended somewhere: is it still this site, and new? */
async function landed(
  deps: CrawlDeps,
  run: CrawlRun,
  taken: TakenUrl,
  answer: FetchedPage,
  finder: Finder,
): Promise<PageOutcome> {
  const final = cleanUrl(answer.finalUrl) || taken.url
  if (taken.via === 'start') run.origin = new URL(final).origin
  const settled = atOrigin(final, run.origin)
  if (siteOf(final) !== siteOf(taken.url) && siteOf(final) !== siteOf(run.origin)) {
    return skipped(taken, 'other-site', `It leads to another site (${siteOf(final)}).`)
  }
  if (pageKey(settled) !== taken.key) {
    if (run.pages[pageKey(settled)] !== undefined)
      return skipped(taken, 'duplicate', `It leads to ${settled}, which we read already.`)
    if (!mayRead(run, settled))
      return skipped(taken, 'robots', "It leads to a page that the site's robots.txt asks us not to read.")
  }
  const read = await parse(deps, run, answer, settled)
  if (isRefusal(read)) return { ...skipped(taken, read.code, read.message), url: settled }
  return judge(run, { ...taken, url: settled }, answer, read, finder)
}

async function parse(
  deps: CrawlDeps,
  run: CrawlRun,
  answer: FetchedPage,
  url: string,
): Promise<ReadDocument | Refusal> {
  const contentType = answer.headers['content-type'] ?? ''
  const { pathname } = new URL(url)
  const detect = deps.detectLanguage ? { detectLanguage: deps.detectLanguage } : {}
  const kind = kindOf(answer.body, /\.(pdf|docx|md|markdown|txt|csv)$/i.test(pathname) ? pathname : '', contentType)
  if (isRefusal(kind) && kind.code !== 'unsupported-type') return kind
  const described =
    /^(text\/(html|plain|markdown|x-markdown|csv)|application\/(xhtml|pdf|octet-stream|vnd\.openxml))/i.test(
      contentType,
    )
  if (isRefusal(kind) || (contentType !== '' && !described)) {
    const name = contentType.split(';')[0]?.trim() ?? ''
    return {
      refused: true,
      code: 'unsupported-type',
      message: `We do not read this kind of file${name === '' ? '' : ` (${name})`}.`,
    }
  }
  if (kind !== 'html') {
    if (answer.truncated)
      return { refused: true, code: 'too-large', message: 'This file is larger than 20 MB, the most we read at once.' }
    return readFile(answer.body, { name: url, contentType, ...detect })
  }
  const body = answer.body.subarray(0, run.options.limits.pageBytes)
  const read = readHtml(decode(body, contentType).text, { url, ...detect })
  if (answer.truncated || body.length < answer.body.length) {
    read.notes.push({
      code: 'truncated',
      message: `This page is larger than ${Math.round(body.length / 1_048_576)} MB; we read its first part.`,
    })
  }
  return read
}

/** What the page asks of us, whether we have it already, and whether it says anything. */
async function judge(
  run: CrawlRun,
  taken: TakenUrl,
  answer: FetchedPage,
  read: ReadDocument,
  finder: Finder,
): Promise<PageOutcome> {
  const robots = { ...read.robots }
  readRobotsHeader(robots, answer.headers['x-robots-tag'] ?? '', run.options.agent)
  finder.links(taken, read.links, robots.nofollow)
  if (robots.noindex) return skipped(taken, 'noindex', 'The page asks not to be listed (noindex).')
  const mute = read.notes.find((note) => note.code === 'needs-scripts' || note.code === 'empty')
  if (mute) return skipped(taken, mute.code, mute.message)
  if (read.text === '') return skipped(taken, 'empty', 'There are no words on this page.')

  const contentHash = await sha256(read.text)
  const same = run.hashes[contentHash]
  if (same !== undefined) return skipped(taken, 'duplicate', `It says the same as ${same}, which we read already.`)
  const url = canonicalOf(run, taken, read, contentHash)
  if (url === undefined)
    return skipped(taken, 'duplicate', `It names ${read.canonicalUrl} as its main address, which we read already.`)
  if (taken.known?.contentHash === contentHash) return unchanged(run, taken, url, answer, contentHash)
  remember(run, taken, url, contentHash)
  const { etag = '', 'last-modified': lastModified = '', 'content-type': contentType = '' } = answer.headers
  const why = read.notes.map((note) => note.message).join(' ')
  const ended = { key: taken.key, url, code: 'read', why, contentType, bytes: answer.body.length }
  return { state: 'read', document: read, etag, lastModified, contentHash, ...ended }
}

/**
 * The address to cite: the page's own canonical one when it is of this site and can be true; `undefined` when the page
 * of that address was read. A canonical that names the home page, or one two different pages claim, is a mistake.
 */
function canonicalOf(run: CrawlRun, taken: TakenUrl, read: ReadDocument, hash: string): string | undefined {
  if (read.canonicalUrl === '' || siteOf(read.canonicalUrl) !== siteOf(run.origin)) return taken.url
  const url = atOrigin(cleanUrl(read.canonicalUrl), run.origin)
  const key = pageKey(url)
  if (key === pageKey(taken.url)) return url
  if (new URL(url).pathname === '/' && new URL(taken.url).pathname !== '/') return taken.url
  const held = run.pages[key]
  if (held === undefined) return url
  const samePath = new URL(url).pathname.toLowerCase() === new URL(taken.url).pathname.toLowerCase()
  return held === hash || samePath ? undefined : taken.url
}

function remember(run: CrawlRun, taken: TakenUrl, url: string, hash: string): void {
  run.hashes[hash] = url
  run.pages[pageKey(url)] = hash
  run.pages[pageKey(taken.url)] ??= hash
  run.pages[taken.key] ??= hash
}

function unchanged(run: CrawlRun, taken: TakenUrl, url: string, answer: FetchedPage, contentHash: string): PageOutcome {
  remember(run, taken, url, contentHash)
  const etag = answer.headers['etag'] ?? taken.known?.etag ?? ''
  const lastModified = answer.headers['last-modified'] ?? taken.known?.lastModified ?? ''
  const why = 'It has not changed since we read it last.'
  return { state: 'unchanged', key: taken.key, url, code: 'unchanged', why, etag, lastModified, contentHash }
}

function refusedOutcome(taken: TakenUrl, refused: FetchRefused): PageOutcome {
  const { key, url } = taken
  if ((refused.code === 'unreachable' || refused.code === 'timeout') && taken.tries + 1 < maxTries) {
    return { state: 'again', tried: true, key, url, code: refused.code, why: refused.message }
  }
  if (refused.code === 'too-large') return skipped(taken, refused.code, refused.message)
  return { state: 'failed', key, url, code: refused.code, why: refused.message }
}

function errorOutcome(deps: CrawlDeps, run: CrawlRun, taken: TakenUrl, answer: FetchedPage): PageOutcome {
  const { key, url } = taken
  const { status } = answer
  const code = `http-${status}`
  if (status === 404 || status === 410) {
    if (taken.known) return { state: 'gone', key, url, code, why: 'The page is no longer there.' }
    const from =
      taken.via === 'link'
        ? ` It is linked from ${taken.from}.`
        : taken.via === 'sitemap'
          ? ' The sitemap names it.'
          : ''
    return { state: 'failed', key, url, code, why: `There is no such page (${status}).${from}` }
  }
  // A refusal may be a firewall's bad day: a failure keeps what an earlier read has.
  if (status === 401 || status === 403 || status === 407) {
    return { state: 'failed', key, url, code, why: `The site does not let us read it (${status}).` }
  }
  if (status === 429 || status >= 500) {
    const pause = Math.min(retryAfterMs(answer, deps.now(), run.options.paceMs * 5), 60_000)
    if (status === 429 || status === 503) run.nextAt = Math.max(run.nextAt, deps.now() + pause)
    if (taken.tries + 1 < maxTries)
      return { state: 'again', tried: true, key, url, code, why: `The site answered with error ${status}.` }
  }
  return { state: 'failed', key, url, code, why: `The site answered with error ${status}.` }
}

function readRobotsHeader(robots: { noindex: boolean; nofollow: boolean }, header: string, agent: string): void {
  let forUs = true
  for (const part of header.split(',')) {
    const named = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(part)
    if (named && named[1] !== 'unavailable_after') forUs = named[1]?.toLowerCase() === agent.toLowerCase()
    if (forUs) readRobots(robots, named?.[2] ?? part)
  }
}

function skipped({ key, url }: TakenUrl, code: string, why: string): PageOutcome {
  return { state: 'skipped', key, url, code, why }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
