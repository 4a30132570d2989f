import { gzipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { pageKey } from './address.ts'
import type { CrawlEvent, KnownPage, PageOutcome } from './deps.ts'
import { MemoryFrontier } from './memory-frontier.ts'
import { startCrawl, type CrawlInput, type CrawlRun } from './run.ts'
import { crawl, crawlStep } from './step.ts'
import { serveSite, testDeps, type TestSite } from './test-site.ts'

let site: TestSite | undefined
afterEach(async () => {
  await site?.close()
  site = undefined
})

const page = (title: string, body = '', head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><h1>${title}</h1><p>This is what we say about ${title}.</p>${body}</body></html>`
const link = (...paths: string[]) => paths.map((path) => `<a href="${path}">${path}</a>`).join(' ')
const xml = { 'content-type': 'application/xml' }
const urls = (...paths: string[]) => `<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`

interface Result {
  run: CrawlRun
  ends: Record<string, PageOutcome>
  states: Record<string, string>
  notes: string[]
  waited: number[]
  events: CrawlEvent[]
  known: Map<string, KnownPage & { url: string }>
}

/** Serves the pages, reads the site, and gives how each path ended. */
async function read(
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

describe('finding the pages of a site', () => {
  test('follows links and the sitemap, and every page ends with a state and a reason', async () => {
    const { ends, states, run, events } = await read((origin) => ({
      '/': page('Home', link('/prices', '/missing', 'https://elsewhere.example/', '/a.zip', '/logo.png', 'tel:+1303')),
      '/prices': page('Prices', link('/', '/prices#top', '/prices?utm_source=x', '/prices/', '/prices/index.html')),
      '/tucked-away': page('Tucked away'),
      '/sitemap.xml': { headers: xml, body: urls(`${origin}/tucked-away`, `${origin}/prices`) },
    }))
    expect(states).toEqual({
      '/': 'read',
      '/prices': 'read',
      '/tucked-away': 'read',
      '/missing': 'failed: http-404',
      '/a.zip': 'skipped: type',
    })
    expect(run.counts).toMatchObject({ read: 3, failed: 1, skipped: 1, found: 5 })
    expect(ends['/missing']?.why).toMatch(/^There is no such page \(404\)\. It is linked from http/)
    expect(events.filter((event) => event.type === 'page')).toHaveLength(5)
    expect(events[0]).toMatchObject({ type: 'found', count: 5 })
  })

  test('reads a sitemap index with a gzipped part, named in robots.txt, and other languages it names', async () => {
    const { states } = await read((origin) => ({
      '/': page('Home'),
      '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: `Sitemap: ${origin}/maps.xml` },
      '/maps.xml': {
        headers: xml,
        body: `<sitemapindex><sitemap><loc>${origin}/one.xml.gz</loc></sitemap></sitemapindex>`,
      },
      '/one.xml.gz': {
        headers: { 'content-type': 'application/gzip' },
        body: gzipSync(
          new TextEncoder().encode(
            `<urlset xmlns:xhtml="x"><url><loc>${origin}/a&amp;b</loc><xhtml:link rel="alternate" hreflang="es" href="${origin}/es/a"/></url></urlset>`,
          ),
        ),
      },
      '/a&b': page('A and B'),
      '/es/a': page('A en español'),
    }))
    expect(states).toEqual({ '/': 'read', '/a&b': 'read', '/es/a': 'read' })
  })

  test('follows hreflang alternates', async () => {
    const { states } = await read(() => ({
      '/': page('Home', '', '<link rel="alternate" hreflang="ar" href="/ar/">'),
      '/ar/': '<html lang="ar"><body><p>أسعارنا ثابتة وليست بالساعة وتراها مكتوبة قبل أن نبدأ</p></body></html>',
    }))
    expect(states).toEqual({ '/': 'read', '/ar': 'read' })
  })

  test('keeps to include and exclude patterns, but always reads the start page', async () => {
    const { states } = await read(
      () => ({ '/': page('Home', link('/shop/a', '/shop/private/b', '/blog/c')), '/shop/a': page('A') }),
      { include: ['/shop/*'], exclude: ['/shop/private/*'] },
    )
    expect(states).toEqual({
      '/': 'read',
      '/shop/a': 'read',
      '/shop/private/b': 'skipped: excluded',
      '/blog/c': 'skipped: not-included',
    })
  })

  test('stops at the page limit and says how many were left', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `/service-${'abcdefghijkl'[i]}`)
    const { run, states } = await read(
      () => ({ '/': page('Home', link(...many)), ...Object.fromEntries(many.map((path) => [path, page(path)])) }),
      { limits: { pages: 5 } },
    )
    expect(run.counts.read).toBe(5)
    expect(Object.values(states).filter((state) => state === 'skipped: page-limit')).toHaveLength(8)
    expect(run.notes).toEqual([
      { code: 'page-limit', message: 'We read 5 pages, the limit for this site. 8 pages were left unread.' },
    ])
  })

  test('stops at depth, time and size limits', async () => {
    const chain = () => ({
      '/': page('Home', link('/a')),
      '/a': page('A', link('/b')),
      '/b': page('B', link('/c')),
      '/c': page('C'),
    })
    expect((await read(chain, { limits: { depth: 2 } })).states).toMatchObject({ '/b': 'read', '/c': 'skipped: depth' })
    expect((await read(chain, { paceMs: 1000, limits: { timeMs: 4500 } })).notes).toContain('time-limit')
    expect((await read(chain, { limits: { bytes: 300 } })).notes).toContain('byte-limit')
  })

  test('waits a second between requests, or as long as robots.txt asks, up to ten', async () => {
    const pages = (delay: string) => () => ({
      '/': page('Home', link('/a')),
      '/a': page('A'),
      '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: `User-agent: *\n${delay}` },
    })
    expect((await read(pages(''), { paceMs: 1000 })).waited.every((ms) => ms === 1000)).toBe(true)
    expect((await read(pages('Crawl-delay: 4'), { paceMs: 1000 })).waited).toContain(4000)
    expect((await read(pages('Crawl-delay: 600'), { paceMs: 1000 })).waited).toContain(10_000)
    expect((await read(pages(''))).waited).toEqual([])
  })
})

describe('what a site asks of readers', () => {
  test('a robots.txt that forbids all ends the run with one clear note', async () => {
    const { notes, run, states } = await read(() => ({
      '/': page('Home'),
      '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /' },
    }))
    expect(notes).toContain('robots-forbids-all')
    expect(run.notes[0]?.message).toMatch(/asks us to read nothing\. If this is your site, add "User-agent: Foyer"/)
    expect(states).toEqual({})
    expect(site?.asked).toEqual(['/robots.txt'])
  })

  test('a robots.txt with rules for us is honoured', async () => {
    const { states } = await read(() => ({
      '/': page('Home', link('/open', '/staff/list')),
      '/open': page('Open'),
      '/staff/list': page('Staff'),
      '/robots.txt': {
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: Foyer\nDisallow: /staff/\n\nUser-agent: *\nDisallow: /',
      },
    }))
    expect(states).toEqual({ '/': 'read', '/open': 'read', '/staff/list': 'skipped: robots' })
    expect(site?.asked).not.toContain('/staff/list')
  })

  test('a robots.txt that fails with 503 means stay away, and says we come back', async () => {
    const { run } = await read(() => ({ '/': page('Home'), '/robots.txt': { status: 503 } }))
    expect(run.notes[0]).toMatchObject({ code: 'robots-unavailable' })
    expect(run.notes[0]?.message).toMatch(/error 503.*next daily read/)
    expect(site?.asked).toEqual(['/robots.txt', '/robots.txt', '/robots.txt'])
  })

  test('noindex and nofollow are honoured, in the page and in the header', async () => {
    const { states } = await read(() => ({
      '/': page('Home', link('/thanks', '/quiet', '/header') + '<a rel="nofollow" href="/not-this">x</a>'),
      '/thanks': page('Thanks', link('/from-thanks'), '<meta name="robots" content="noindex">'),
      '/from-thanks': page('From thanks'),
      '/quiet': page('Quiet', link('/from-quiet'), '<meta name="robots" content="nofollow">'),
      '/header': { headers: { 'x-robots-tag': 'googlebot: nofollow, foyer: noindex' }, body: page('Header') },
    }))
    expect(states).toEqual({
      '/': 'read',
      '/thanks': 'skipped: noindex',
      '/from-thanks': 'read',
      '/quiet': 'read',
      '/header': 'skipped: noindex',
    })
  })
})

describe('pages that are the same page', () => {
  test('canonical links and equal texts are folded', async () => {
    const { states, ends } = await read((origin) => ({
      '/': page('Home', link('/ac?ref=home', '/ac', '/copy', '/wrong')),
      '/ac': page('Air', '', `<link rel="canonical" href="${origin}/ac">`),
      '/copy': page('Air'),
      '/wrong': page('Wrong', '', `<link rel="canonical" href="${origin}/">`),
    }))
    expect(states).toEqual({
      '/': 'read',
      '/ac': 'read',
      '/ac?ref=home': 'skipped: duplicate',
      '/copy': 'skipped: duplicate',
      '/wrong': 'read',
    })
    expect(ends['/copy']?.why).toMatch(/It says the same as http.*\/ac, which we read already\./)
  })

  test('redirects inside the site fold, to another site are skipped, loops fail with a reason', async () => {
    const to = (location: string) => ({ status: 302, headers: { location } })
    const { states, ends } = await read(() => ({
      '/': page('Home', link('/new', '/old', '/away', '/loop', '/inside')),
      '/new': page('New'),
      '/old': to('/new'),
      '/away': to('http://localhost:9/'),
      '/loop': to('/loop'),
      '/inside': to('http://10.0.0.5/admin'),
    }))
    expect(states).toMatchObject({
      '/': 'read',
      '/new': 'read',
      '/old': 'skipped: duplicate',
      '/loop': 'failed: too-many-redirects',
    })
    expect(ends['/inside']).toMatchObject({ state: 'failed', code: 'private-address' })
    expect(ends['/inside']?.why).toMatch(/private network/)
  })
})

describe('what a site may do to a reader', () => {
  test('an endless calendar is left after a while', async () => {
    const { run, states } = await read(
      (origin) =>
        new Proxy<TestSite['pages']>(
          {},
          {
            get: (_, path: string) => {
              const day = /^\/calendar\/(\d+)$/.exec(path)?.[1]
              if (path === '/') return page('Home', link('/calendar/1', '/deep/'))
              if (day)
                return page(`Day ${day}`, link(`/calendar/${Number(day) + 1}`, `${origin}/calendar?month=${day}`))
              if (path.startsWith('/calendar?')) return page(`Month ${path}`, '')
              if (/^\/(deep\/)+$/.test(path)) return page(path, '<a href="deep/">deeper</a>')
              return undefined
            },
          },
        ),
      { limits: { depth: 1000 } },
    )
    expect(run.counts.read).toBeLessThan(70)
    expect(Object.values(states).filter((state) => state === 'skipped: trap').length).toBeGreaterThan(1)
    expect(states['/deep/deep/deep']).toBe('skipped: trap')
  })

  test('a site that is down ends in one sentence', async () => {
    site = await serveSite({})
    const { origin } = site
    await site.close()
    site = undefined
    const frontier = new MemoryFrontier()
    const deps = testDeps(frontier)
    const run = await crawl(deps, startCrawl({ start: `${origin}/` }, deps.now()))
    expect(run.notes.map((note) => note.code)).toEqual(['site-down'])
    expect(run.notes[0]?.message).toBe(
      `We could not reach ${origin}: it could not be reached. Check the address, and that the site is up.`,
    )
  })

  test('a site that goes down in the middle is left, and what was read is kept', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `/page-${'abcdefghijkl'[i]}`)
    const { notes, run } = await read(() => ({
      '/': page('Home', link(...many)),
      ...Object.fromEntries(many.map((path) => [path, (request) => void request.socket.destroy()])),
    }))
    expect(notes).toContain('stopped-answering')
    expect(run.counts.read).toBe(1)
  })

  test('a page of scripts only is noticed, other kinds of content are skipped with a reason', async () => {
    const { ends, states } = await read(() => ({
      '/': page('Home', link('/app', '/data', '/list.txt', '/notes.md', '/fake.pdf', '/login')),
      '/app':
        '<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/m.js"></script></body></html>',
      '/data': { headers: { 'content-type': 'application/json' }, body: '{}' },
      '/list.txt': { headers: { 'content-type': 'text/plain' }, body: 'We are open every day from nine to five.' },
      '/notes.md': { headers: { 'content-type': 'text/markdown' }, body: '# Notes\n\nWe bring our own ladder.' },
      '/fake.pdf': { headers: { 'content-type': 'application/pdf' }, body: 'not a pdf at all' },
      '/login': { status: 403, body: 'no' },
    }))
    expect(states).toEqual({
      '/': 'read',
      '/app': 'skipped: needs-scripts',
      '/data': 'skipped: unsupported-type',
      '/list.txt': 'read',
      '/notes.md': 'read',
      '/fake.pdf': 'skipped: damaged',
      '/login': 'failed: http-403',
    })
    expect(ends['/app']?.why).toMatch(/only after scripts have run/)
  })

  test('an error that passes is tried again, one that stays is told', async () => {
    let calls = 0
    const { states } = await read(() => ({
      '/': page('Home', link('/busy', '/broken')),
      '/busy': (_, response) => {
        calls += 1
        response.writeHead(calls === 1 ? 503 : 200, { 'content-type': 'text/html', 'retry-after': '3' })
        response.end(page('Busy'))
      },
      '/broken': { status: 500 },
    }))
    expect(states).toEqual({ '/': 'read', '/busy': 'read', '/broken': 'failed: http-500' })
  })
})

describe('reading again', () => {
  test('asks only what has changed, finds what is new and notices what is gone', async () => {
    const first = await read(() => ({
      '/': page('Home', link('/a', '/b', '/c')),
      '/a': { headers: { etag: '"a1"' }, body: page('A') },
      '/b': page('B'),
      '/c': page('C'),
    }))
    const again = await read(
      () => ({
        '/': page('Home', link('/a', '/b', '/d')),
        '/a': (request, response) => {
          response.writeHead(request.headers['if-none-match'] === '"a1"' ? 304 : 200, { 'content-type': 'text/html' })
          response.end()
        },
        '/b': page('B', '<p>And more.</p>'),
        '/d': page('D'),
      }),
      {},
      first.known,
    )
    expect(again.states).toEqual({ '/': 'read', '/a': 'unchanged', '/b': 'read', '/c': 'gone: http-404', '/d': 'read' })
    const third = await read(() => ({ '/': page('Home'), '/b': page('B') }), {}, first.known)
    expect(third.states).toMatchObject({ '/b': 'unchanged', '/c': 'gone: http-404' })
  })

  test('goes on from where a step ended, also after the step was lost', async () => {
    site = await serveSite({
      '/': page('Home', link('/a', '/b', '/c')),
      '/a': page('A'),
      '/b': page('B'),
      '/c': page('C'),
    })
    const frontier = new MemoryFrontier()
    const deps = testDeps(frontier)
    let run = startCrawl({ start: `${site.origin}/`, step: { pages: 1, ms: 20_000 } }, deps.now())
    let steps = 0
    for (;;) {
      const step = await crawlStep(deps, JSON.parse(JSON.stringify(run)))
      run = step.run
      steps += 1
      if (step.next === 'done') break
    }
    expect(run.counts.read).toBe(4)
    expect(steps).toBeGreaterThan(4)
    expect((await crawlStep(deps, run)).next).toBe('done')
  })

  test('two sites read at the same time do not mix', async () => {
    site = await serveSite({ '/': page('One', link('/x')), '/x': page('One x') })
    const other = await serveSite({
      '/': page('Two', `${link('/x')}<a href="${site.origin}/">One</a>`),
      '/x': page('Two x'),
    })
    const frontiers = [new MemoryFrontier(), new MemoryFrontier()] as const
    await Promise.all(
      [site.origin, other.origin].map((origin, i) => {
        const deps = testDeps(frontiers[i === 0 ? 0 : 1])
        return crawl(deps, startCrawl({ start: origin }, deps.now()))
      }),
    )
    await other.close()
    expect(frontiers.map((frontier) => frontier.outcomes.map((end) => end.url.replace(/.*\d/, '')))).toEqual([
      ['/', '/x'],
      ['/', '/x'],
    ])
  })
})
