// A static web server for the example's pages: another origin than the API, as a customer's site would be.

import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, sep } from 'node:path'

export type SiteOptions = {
  folder: string
  port?: number
  /** Words to fill in where a page says {{NAME}}; read at each request. {{SITE_URL}} is known by itself. */
  words?: () => Record<string, string>
}
export type Site = { url: string; close(): Promise<void> }

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const FILLED_IN = new Set(['.html', '.xml', '.txt'])

export async function serveSite({ folder, port = 0, words = () => ({}) }: SiteOptions): Promise<Site> {
  const root = await realpath(folder)
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(response, 405, 'Only GET and HEAD are answered here.')
    const { pathname } = new URL(request.url ?? '/', url)
    const path = await locate(root, pathname)
    if (path === undefined) return plain(response, 404, 'There is no such page.')
    if (path.kind === 'folder') return void response.writeHead(301, { location: `${pathname}/` }).end()
    const type = extname(path.file)
    const headers = {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    }
    if (!FILLED_IN.has(type)) {
      response.writeHead(200, { ...headers, 'content-length': (await stat(path.file)).size })
      return request.method === 'HEAD' ? void response.end() : void createReadStream(path.file).pipe(response)
    }
    const text = fillIn(await readFile(path.file, 'utf8'), { SITE_URL: url, ...words() })
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) })
    response.end(request.method === 'HEAD' ? undefined : text)
  }

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Found = { kind: 'file'; file: string } | { kind: 'folder' } | undefined

async function locate(root: string, pathname: string): Promise<Found> {
  const wanted = decode(pathname)
  if (wanted === undefined) return undefined
  const path = await realpath(join(root, wanted)).catch(() => undefined)
  if (path === undefined || (path !== root && !path.startsWith(root + sep))) return undefined
  if ((await stat(path)).isFile()) return { kind: 'file', file: path }
  const index = join(path, 'index.html')
  if (!(await stat(index).catch(() => undefined))?.isFile()) return undefined
  return pathname.endsWith('/') ? { kind: 'file', file: index } : { kind: 'folder' }
}

function decode(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

const fillIn = (text: string, words: Record<string, string>): string =>
  text.replace(
    /\{\{([A-Z_]+)\}\}/g,
    (whole, name: string) => words[name]?.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`) ?? whole,
  )

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
