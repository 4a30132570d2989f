import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { passagesOf } from './passages.ts'

export type ManyPages = { url: string; paths: readonly string[]; close(): Promise<void> }

/** A site of so many pages on this machine, linked from lists of twenty, with a sitemap; the last one holds the answer. */
export async function serveManyPages(count: number): Promise<ManyPages> {
  const words = passagesOf(99, count * 8)
  // The home page is one of them.
  const numbers = Array.from({ length: count - 1 }, (_, at) => at)
  const at = new Map(numbers.map((number) => [`/pages/${nameOf(number)}`, number]))
  const server = createServer((request, response) => {
    const body = pageAt(request.url ?? '/')
    response
      .writeHead(body === undefined ? 404 : 200, {
        'content-type': request.url?.endsWith('.xml') ? 'application/xml' : 'text/html; charset=utf-8',
      })
      .end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function pageAt(path: string): string | undefined {
    if (path === '/sitemap.xml')
      return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${numbers.map((at) => `<url><loc>${url}/pages/${nameOf(at)}</loc></url>`).join('')}</urlset>`
    if (path === '/') return html('Home', `<p>Start here.</p>${links(numbers.slice(0, 20))}`)
    const number = at.get(path)
    if (number === undefined) return undefined
    const sections = words
      .slice(number * 8, number * 8 + 8)
      .map(({ headings, text }) => `<h2>${headings.join(' in ')}</h2><p>${text}</p>`)
    const special =
      number === count - 2 ? '<h2>Glockenspiel storage</h2><p>Glockenspiel storage costs $417 a month.</p>' : ''
    return html(
      `Page ${nameOf(number)}`,
      `${special}${sections.join('')}${links(numbers.slice(number + 1, number + 20))}`,
    )
  }
  return {
    url,
    paths: ['/', ...at.keys()],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** In letters: pages that differ only in a number look like a calendar without an end. */
const nameOf = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const links = (pages: readonly number[]): string =>
  `<nav>${pages.map((at) => `<a href="/pages/${nameOf(at)}">Page ${nameOf(at)}</a>`).join(' ')}</nav>`
const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title} of a large site</title></head><body><header><a href="/">Home</a></header><main><h1>${title}</h1>${body}</main><footer>Large Site, 12 Long Road, Albuquerque. Call 505-555-0142.</footer></body></html>`
