import { afterEach, describe, expect, test } from 'vitest'
import { pageKey } from './address.ts'
import type { PageOutcome } from './deps.ts'
import { MemoryFrontier } from './memory-frontier.ts'
import { startCrawl, type CrawlInput, type CrawlRun } from './run.ts'
import { crawl } from './step.ts'
import { serveSite, testDeps, type TestSite } from './test-site.ts'

let site: TestSite | undefined
afterEach(() => site?.close())

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>This is what we say about ${title}.</p>${body}</body></html>`

async function read(
  pages: TestSite['pages'],
  more: Omit<CrawlInput, 'start'> & { start?: string } = {},
  frontier = new MemoryFrontier(),
): Promise<{ run: CrawlRun; ends: Record<string, PageOutcome>; notes: string[]; waited: number[] }> {
  await site?.close()
  site = await serveSite(pages)
  const { origin } = site
  const deps = testDeps(frontier)
  const run = await crawl(deps, startCrawl({ start: `${origin}/`, ...more }, deps.now()))
  const ends: Record<string, PageOutcome> = {}
  for (const outcome of frontier.outcomes) ends[outcome.key.replace(pageKey(origin).replace(/\/$/, ''), '') || '/'] = outcome
  return { run, ends, notes: run.notes.map((note) => note.code), waited: deps.waited }
}

const statesOf = (ends: Record<string, PageOutcome>) =>
  Object.fromEntries(Object.entries(ends).map(([path, end]) => [path, end.state === 'read' ? 'read' : `${end.state}: ${end.code}`]))

describe('reading a site', () => {
  test('follows links and the sitemap, and every page ends with a state and a reason', async () => {
    const { ends, run } = await read({
      '/': page('Home', '<a href="/prices">Prices</a><a href="/missing">Gone</a><a href="https://elsewhere.example/">Else</a><a href="/a.zip">Zip</a>'),
      '/prices': page('Prices', '<a href="/">Home</a><a href="/prices#top">Top</a><a href="/prices?utm_source=x">Here</a>'),
      '/hidden': page('Hidden', ''),
      '/sitemap.xml': { headers: { 'content-type': 'application/xml' }, body: '<urlset><url><loc>ORIGIN/hidden</loc></url></urlset>' },
    })
    expect(statesOf(ends)).toEqual({ '/': 'read', '/prices': 'read', '/missing': 'failed: http-404', '/a.zip': 'skipped: type' })
    expect(run.counts).toMatchObject({ read: 2, failed: 1, skipped: 1 })
    expect(ends['/missing']?.why).toMatch(/There is no such page \(404\)\. It is linked from http/)
  })
})
