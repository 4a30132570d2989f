import { afterEach, describe, expect, test } from 'vitest'
import { MemoryFrontier } from './memory-frontier.ts'
import { startCrawl } from './run.ts'
import { crawl, crawlStep } from './step.ts'
import { closeSite, link, page, read } from './test-read.ts'
import { serveSite, testDeps, type TestSite } from './test-site.ts'

afterEach(closeSite)

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
    const site = await serveSite({})
    const { origin } = site
    await site.close()
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
    const site = await serveSite({
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
    await site.close()
    expect(steps).toBeGreaterThan(4)
    expect((await crawlStep(deps, run)).next).toBe('done')
  })

  test('two sites read at the same time do not mix', async () => {
    const site = await serveSite({ '/': page('One', link('/x')), '/x': page('One x') })
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
    await site.close()
    await other.close()
    expect(frontiers.map((frontier) => frontier.outcomes.map((end) => end.url.replace(/.*\d/, '')))).toEqual([
      ['/', '/x'],
      ['/', '/x'],
    ])
  })
})
