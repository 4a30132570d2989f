// Mail about accounts, on one machine: kept in memory for this start, shown on loopback to who holds the start's secret.
// The worker can put letters in and nothing can be read through it.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'

const MOST_LETTERS = 200
const MOST_BYTES = 256 * 1024

export type Letter = { to: string; subject: string; text: string; at: string }
export type Mailbox = {
  url: string
  /** Puts letters in; for the worker. */
  writeSecret: string
  /** Reads them; for the person at this machine. It travels in a fragment, so no server logs it. */
  readSecret: string
  close(): Promise<void>
}

const shown = {
  '/': { file: 'mailbox.html', type: 'text/html; charset=utf-8' },
  '/mailbox.js': { file: 'mailbox.js', type: 'text/javascript; charset=utf-8' },
  '/mailbox.css': { file: 'mailbox.css', type: 'text/css; charset=utf-8' },
} as const

export async function openMailbox(port: number): Promise<Mailbox> {
  const letters = new Map<string, Letter>()
  const writeSecret = randomBytes(32).toString('base64url')
  const readSecret = randomBytes(32).toString('base64url')
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page elsewhere could point its own name at this machine.
    if (!hosts.includes(request.headers.host ?? '')) return end(response, 421)
    const path = request.url ?? '/'
    if (request.method === 'GET' && Object.hasOwn(shown, path)) return show(response, shown[path as keyof typeof shown])
    if (path !== '/letters') return end(response, 404)
    if (request.method === 'POST') {
      if (!holds(request, writeSecret)) return end(response, 401)
      return take(JSON.parse(await readText(request)) as Record<string, string>, response)
    }
    if (!holds(request, readSecret)) return end(response, 401)
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify([...letters.values()].toReversed()))
  }

  function take(given: Record<string, string>, response: ServerResponse): void {
    const { to = '', subject = '', text = '', idempotencyKey = randomBytes(8).toString('hex') } = given
    if (!letters.has(idempotencyKey)) letters.set(idempotencyKey, { to, subject, text, at: new Date().toISOString() })
    const [oldest] = letters.keys()
    if (letters.size > MOST_LETTERS && oldest !== undefined) letters.delete(oldest)
    end(response, 204)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, 400))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${port}`,
    writeSecret,
    readSecret,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function show(response: ServerResponse, { file, type }: { file: string; type: string }): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
    'referrer-policy': 'no-referrer',
  })
  response.end(readFileSync(fileURLToPath(new URL(file, import.meta.url))))
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}

function holds(request: IncomingMessage, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${secret}`))
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new RangeError('a letter is larger than 256 KB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
