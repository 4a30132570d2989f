import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CrawlDeps, FetchedPage, FetchRefused, FetchWhat, Frontier } from './deps.ts'

type Answer =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void)

export interface TestSite {
  origin: string
  /** Every path that was asked for, in order. */
  asked: string[]
  pages: Record<string, Answer>
  close(): Promise<void>
}

/** A web site of our own on a free local port. A path that is not named answers 404. */
export async function serveSite(pages: Record<string, Answer>): Promise<TestSite> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const answer = site.pages[path] ?? site.pages[path.split('?')[0] ?? ''] ?? { status: 404, body: 'no such page' }
    if (typeof answer === 'function') return answer(request, response)
    const { status = 200, headers = {}, body = '' } = typeof answer === 'string' ? { body: answer } : answer
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  const site: TestSite = { origin: `http://127.0.0.1:${port}`, asked, pages, close }
  return site
}

/** A plain fetcher that follows redirects itself, as the product's door does. */
export async function fetchPlainly(url: string, what: FetchWhat): Promise<FetchedPage | FetchRefused> {
  let at = url
  for (let hop = 0; hop < 6; hop++) {
    if (new URL(at).hostname.startsWith('10.')) {
      return {
        kind: 'refused',
        code: 'private-address',
        message: 'It leads to an address inside a private network, which we do not open.',
      }
    }
    const response = await fetch(at, { signal: what.signal, headers: what.headers, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location) {
      at = new URL(location, at).href
      continue
    }
    const body = new Uint8Array(await response.arrayBuffer())
    return {
      kind: 'fetched',
      status: response.status,
      finalUrl: at,
      headers: Object.fromEntries(response.headers),
      body,
    }
  }
  return { kind: 'refused', code: 'too-many-redirects', message: 'It leads from one address to the next without end.' }
}

/** Real fetch, a clock that only waiting moves. */
export function testDeps(frontier: Frontier, more: Partial<CrawlDeps> = {}): CrawlDeps & { waited: number[] } {
  const waited: number[] = []
  let now = Date.parse('2026-11-21T12:00:00Z')
  return {
    fetchPage: fetchPlainly,
    frontier,
    now: () => now,
    wait: (ms) => {
      waited.push(ms)
      now += ms
      return Promise.resolve()
    },
    waited,
    ...more,
  }
}
