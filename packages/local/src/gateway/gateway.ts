// One loopback port that speaks three ways: Neon's HTTP (/sql), Neon's WebSocket (/v2) and plain PostgreSQL wire.

import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import type { Backend } from './backend.ts'
import type { Logins } from './logins.ts'
import { present } from './outcome.ts'
import { DatabaseRefusal } from './refusal.ts'
import { answerSql, type Answer } from './sql.ts'
import { WireClient } from './wire-client.ts'

const MAX_BODY_BYTES = 64 * 1024 * 1024

export type GatewayOptions = {
  backend: Backend
  logins: Logins
  port?: number
  /** Milliseconds added to every round trip, to feel what a distant database costs. */
  delayMs?: number
}
export type Gateway = { port: number; close(): Promise<void> }

export async function openGateway({ backend, logins, port = 0, delayMs = 0 }: GatewayOptions): Promise<Gateway> {
  const sockets = new Set<Socket>()
  const http = createHttpServer((request, response) => void serve(request, response))
  http.keepAliveTimeout = 600_000
  const web = new WebSocketServer({ noServer: true, maxPayload: MAX_BODY_BYTES })
  let roundTrips = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await answer(request)
    const text = JSON.stringify(body)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (request.method === 'GET' && request.url === '/round-trips') return { status: 200, body: { roundTrips } }
    if (request.method !== 'POST' || request.url !== '/sql')
      return { status: 404, body: { message: 'Only POST /sql is here.' } }
    roundTrips++
    try {
      const text = await readText(request)
      if (delayMs > 0) await sleep(delayMs)
      return await answerSql(backend, logins, request.headers, text)
    } catch (error) {
      if (error instanceof DatabaseRefusal) return { status: 400, body: present(error) }
      return { status: 500, body: { message: error instanceof Error ? error.message : 'The gateway failed.' } }
    }
  }

  http.on('upgrade', (request, socket, head) => {
    web.handleUpgrade(request, socket, head, (peer) => {
      const client = new WireClient(backend, logins, { send: (bytes) => peer.send(bytes), end: () => peer.close() })
      peer.on('message', (data) => later(() => client.receive(data as Buffer)))
      peer.on('close', () => client.close())
      peer.on('error', () => peer.terminate())
    })
  })

  function speakWire(socket: Socket, first: Buffer): void {
    socket.setNoDelay(true)
    const client = new WireClient(backend, logins, {
      send: (bytes) => void socket.write(bytes),
      end: () => void socket.end(),
    })
    client.receive(first)
    socket.on('data', (chunk) => later(() => client.receive(chunk)))
    socket.on('close', () => client.close())
  }

  const later = (work: () => void): void => {
    if (delayMs > 0) setTimeout(work, delayMs)
    else work()
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.once('data', (first) => {
      // A PostgreSQL client opens with a length, whose first byte is zero; HTTP opens with a letter.
      if (first[0] === 0) return speakWire(socket, first)
      socket.pause()
      http.emit('connection', socket)
      socket.unshift(first)
      socket.resume()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await backend.close()
    },
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new DatabaseRefusal('54000', 'A request to the database may hold 64 MB at most.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
