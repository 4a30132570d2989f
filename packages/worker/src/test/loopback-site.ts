import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SitePage {
  status?: number
  headers?: Record<string, string>
  body?: string
}

export interface LoopbackSite {
  origin: string
  /** By path; a string is an HTML page. Change it and the site has changed. */
  pages: Map<string, string | SitePage>
  /** Paths in the order they were asked for. */
  asked: string[]
  close(): Promise<void>
}

/** A small site on this machine, with ETags, for reading by a tenant in test mode. */
export async function serveSite(pages: Record<string, string | SitePage>): Promise<LoopbackSite> {
  const held = new Map(Object.entries(pages))
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const page = held.get(path)
    const {
      status = 200,
      headers = {},
      body = '',
    } = page === undefined ? { status: 404 } : typeof page === 'string' ? { body: page } : page
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`
    if (status === 200 && request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response
      .writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        ...(status === 200 ? { etag } : {}),
        ...headers,
      })
      .end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages: held,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function page(title: string, body: string, lang = 'en'): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`
}
