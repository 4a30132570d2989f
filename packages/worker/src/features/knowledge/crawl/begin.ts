import { ask, learnRobots, mayRead, sitemapsNamed } from './ask.ts'
import { pageKey, siteOf } from './address.ts'
import type { CrawlDeps, PageOutcome, TakenUrl } from './deps.ts'
import { noteOnce, type Finder } from './found.ts'
import { readPage } from './read-page.ts'
import type { CrawlRun } from './run.ts'
import { readSitemap } from './sitemap.ts'

const maxSitemaps = 20

/** The first step: robots.txt, the start page (which settles where the site lives), the sitemaps. */
export async function begin(deps: CrawlDeps, run: CrawlRun, finder: Finder): Promise<PageOutcome[]> {
  const { start } = run.options
  if (!/^https?:\/\//i.test(start) || run.origin === '' || run.origin === 'null') {
    noteOnce(run, 'bad-address', `"${start}" is not the address of a web site. It should begin with https://.`)
    return []
  }
  const outcomes: PageOutcome[] = []
  if (!(await enter(deps, run, run.origin))) return outcomes
  finder.add(start, { via: 'start', depth: 0, from: '' })
  const url = finder.waiting[0]?.url ?? start
  const first: TakenUrl = { url, key: pageKey(url), depth: 0, rank: 0, via: 'start', from: '', tries: 0 }
  let outcome = await readPage(deps, run, first, finder)
  if (outcome.state === 'again') outcome = await readPage(deps, run, { ...first, tries: 1 }, finder)
  outcomes.push(outcome)
  if (outcome.state === 'failed' && /^(unreachable|timeout|private-address|not-allowed)$/.test(outcome.code)) {
    noteOnce(run, 'site-down', siteDown(run, outcome.why))
    return outcomes
  }
  // The start page may have led elsewhere; the rules there count from now on.
  if (!(await enter(deps, run, run.origin))) return outcomes
  for (const address of await deps.frontier.known()) finder.add(address, { via: 'known', depth: 1, from: '' })
  await readSitemaps(deps, run, finder)
  return outcomes
}

/** Learns an origin's rules; false, with a note, when the site is down or wants no reader at all. */
async function enter(deps: CrawlDeps, run: CrawlRun, origin: string): Promise<boolean> {
  const robots = await learnRobots(deps, run, origin)
  if (robots !== 'known') {
    if (robots.code === 'unavailable') {
      noteOnce(
        run,
        'robots-unavailable',
        `We could not read the rules of ${origin} (robots.txt: ${robots.message}), and without them we must not read the site. We try again at the next daily read.`,
      )
    } else noteOnce(run, 'site-down', siteDown(run, robots.message))
    return false
  }
  if (mayRead(run, `${origin}/`) || mayRead(run, run.options.start)) return true
  noteOnce(
    run,
    'robots-forbids-all',
    `The robots.txt of ${origin} asks us to read nothing. If this is your site, add "User-agent: ${run.options.agent}" and "Allow: /" to it, or upload your pages as files.`,
  )
  return false
}

function siteDown(run: CrawlRun, why: string): string {
  return `We could not reach ${run.origin}: ${why.replace(/^./, (first) => first.toLowerCase()).replace(/\.?$/, '.')} Check the address, and that the site is up.`
}

async function readSitemaps(deps: CrawlDeps, run: CrawlRun, finder: Finder): Promise<void> {
  const named = sitemapsNamed(run, run.origin)
  const guesses = ['/sitemap.xml', '/sitemap_index.xml', '/wp-sitemap.xml'].map((path) => run.origin + path)
  const queue = named.length > 0 ? [...named] : guesses
  const asked = new Set<string>()
  let pages = 0
  while (queue.length > 0 && asked.size < maxSitemaps) {
    const address = queue.shift() ?? ''
    if (asked.has(address) || siteOf(address) !== siteOf(run.origin) || !mayRead(run, address)) continue
    asked.add(address)
    const answer = await ask(deps, run, address, {}, run.options.limits.fileBytes)
    if (answer.kind === 'refused' || answer.status !== 200) continue
    const sitemap = readSitemap(answer.body, answer.headers['content-type'] ?? '')
    for (const page of sitemap.pages) finder.add(page, { via: 'sitemap', depth: 1, from: address })
    for (const page of sitemap.alternates) finder.add(page, { via: 'alternate', depth: 1, from: address })
    queue.push(...sitemap.sitemaps)
    pages += sitemap.pages.length + sitemap.sitemaps.length
    if (named.length === 0 && pages > 0) for (const guess of guesses) asked.add(guess)
  }
}
