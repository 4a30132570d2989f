import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { passagesOf } from './passages.ts'

export type ManyPages = { url: string; count: number; close(): Promise<void> }

/** A site of so many pages on this machine, linked from lists of twenty, with a sitemap; the last one holds the answer. */
export async function serveManyPages(count: number): Promise<ManyPages> {
  const words = passagesOf(99, count * 8)
  const server = createServer((request, response) => {
    const body = pageAt(request.url ?? '/')
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': request.url?.endsWith('.xml') ? 'application/xml' : 'text/html; charset=utf-8' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function pageAt(path: string): string | undefined {
    if (path === '/sitemap.xml') return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${numbers.map((at) => `<url><loc>${url}/pages/${at}</loc></url>`).join('')}</urlset>`
    if (path === '/') return html('Home', `<p>Start here.</p>${links(numbers.slice(0, 20))}`)
    const at = Number(/^\/pages\/(\d+)$/.exec(path)?.[1] ?? NaN)
    if (!numbers.includes(at)) return undefined
    const sections = words.slice(at * 8, at * 8 + 8).map(({ headings, text }) => `<h2>${headings.join(' in ')}</h2><p>${text}</p>`)
    const special = at === count - 1 ? '<h2>Glockenspiel storage</h2><p>Glockenspiel storage costs $417 a month.</p>' : ''
    return html(`Page ${at}`, `${special}${sections.join('')}${links(numbers.slice(at + 1, at + 20))}`)
  }
  const numbers = Array.from({ length: count }, (_, at) => at)
  return {
    url, count,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

const links = (pages: readonly number[]): string => `<nav>${pages.map((at) => `<a href="/pages/${at}">Page ${at}</a>`).join(' ')}</nav>`
const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title} of a large site</title></head><body><header><a href="/">Home</a></header><main><h1>${title}</h1>${body}</main><footer>Large Site, 12 Long Road, Albuquerque. Call 505-555-0142.</footer></body></html>`
