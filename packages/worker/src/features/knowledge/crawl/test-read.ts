import { pageKey } from './address.ts'
import type { CrawlEvent, KnownPage, PageOutcome } from './deps.ts'
import { MemoryFrontier } from './memory-frontier.ts'
import { startCrawl, type CrawlInput, type CrawlRun } from './run.ts'
import { crawl } from './step.ts'
import { serveSite, testDeps, type TestSite } from './test-site.ts'

let site: TestSite | undefined

export async function closeSite(): Promise<void> {
  await site?.close()
  site = undefined
}

/** Paths that were asked for since the last read began. */
export function askedPaths(): readonly string[] {
  return site?.asked ?? []
}

export const page = (title: string, body = '', head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><h1>${title}</h1><p>This is what we say about ${title}.</p>${body}</body></html>`
export const link = (...paths: string[]) => paths.map((path) => `<a href="${path}">${path}</a>`).join(' ')
export const xml = { 'content-type': 'application/xml' }
export const urls = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`

export interface Result {
  run: CrawlRun
  ends: Record<string, PageOutcome>
  states: Record<string, string>
  notes: string[]
  waited: number[]
  events: CrawlEvent[]
  known: Map<string, KnownPage & { url: string }>
}

/** Serves the pages, reads the site, and gives how each path ended. */
export async function read(
  pages: (origin: string) => TestSite['pages'],
  more: Omit<CrawlInput, 'start'> & { path?: string } = {},
  known?: Map<string, KnownPage & { url: string }>,
): Promise<Result> {
  if (site) site.pages = pages(site.origin)
  else {
    site = await serveSite({})
    site.pages = pages(site.origin)
  }
  site.asked.length = 0
  const frontier = new MemoryFrontier(known)
  const events: CrawlEvent[] = []
  const deps = testDeps(frontier, { progress: (event) => void events.push(event) })
  const { path = '/', ...options } = more
  const run = await crawl(deps, startCrawl({ start: site.origin + path, ...options }, deps.now()))
  const ends: Record<string, PageOutcome> = {}
  const states: Record<string, string> = {}
  const next = new Map<string, KnownPage & { url: string }>()
  for (const outcome of frontier.outcomes) {
    const name = outcome.key.slice(pageKey(site.origin).length - 1)
    ends[name] = outcome
    states[name] =
      outcome.state === 'read' || outcome.state === 'unchanged' ? outcome.state : `${outcome.state}: ${outcome.code}`
    if (outcome.state === 'read' || outcome.state === 'unchanged') next.set(pageKey(outcome.url), outcome)
  }
  return { run, ends, states, notes: run.notes.map((note) => note.code), waited: deps.waited, events, known: next }
}
