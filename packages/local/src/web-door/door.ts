// The one door to the outside world: a loopback service that fetches what tenants and pages point at.
// POST / with a DoorAsk as JSON → 200 with the body's bytes and `x-door-reply`, or 422 with {code, message}.

import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetchOutside, resolveByDns } from './fetch-outside.ts'
import type { Resolve } from './judge.ts'
import { readAsk, Refusal, type DoorAsk } from './request.ts'

const MAX_ASK_BYTES = 32 * 1024 * 1024

export type DoorOptions = { port?: number; secret: string; loopbackOrigins: string[]; resolve?: Resolve }
export type OpenDoor = { port: number; allowLoopback(origin: string): void; close(): Promise<void> }

export async function openWebDoor({
  port = 0,
  secret,
  loopbackOrigins,
  resolve = resolveByDns,
}: DoorOptions): Promise<OpenDoor> {
  const origins = new Set(loopbackOrigins)
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 600_000

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${secret}`))
      return refuse(response, 401, 'unauthorized', 'The web door serves its own worker only.')
    const text = request.method === 'POST' ? await readText(request) : undefined
    const ask = text === undefined ? undefined : readAsk(text)
    if (!ask)
      return refuse(
        response,
        400,
        'bad-request',
        'POST a JSON object with url, method, headers, maxBytes and timeoutMs.',
      )
    await pass(ask, response)
  }

  async function pass(ask: DoorAsk, response: ServerResponse): Promise<void> {
    try {
      const { body, ...reply } = await fetchOutside(ask, {
        resolve,
        isLoopbackAllowed: (origin) => ask.loopback && origins.has(origin),
      })
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': body.length,
        'x-door-reply': encodeURIComponent(JSON.stringify(reply)),
      })
      response.end(body)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(response, 422, error.code, error.message)
    }
  }

  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  return {
    port: (server.address() as AddressInfo).port,
    allowLoopback: (origin) => void origins.add(origin),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ code, message }))
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_ASK_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
