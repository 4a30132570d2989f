import { gzipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { askedPaths, closeSite, link, page, read, urls, xml } from './test-read.ts'

afterEach(closeSite)

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
    expect(askedPaths()).toEqual(['/robots.txt'])
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
    expect(askedPaths()).not.toContain('/staff/list')
  })

  test('a robots.txt that fails with 503 means stay away, and says we come back', async () => {
    const { run } = await read(() => ({ '/': page('Home'), '/robots.txt': { status: 503 } }))
    expect(run.notes[0]).toMatchObject({ code: 'robots-unavailable' })
    expect(run.notes[0]?.message).toMatch(/error 503.*next daily read/)
    expect(askedPaths()).toEqual(['/robots.txt', '/robots.txt', '/robots.txt'])
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
