import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Health = { connected: boolean; draining: boolean; calls: number; capacity: number; memoryMb: number }

/** GET /healthz on loopback: 200 while work can come, 503 otherwise. */
export async function serveHealth(port: number, look: () => Health): Promise<{ port: number; close(): void }> {
  const server: Server = createServer((_request, response) => {
    const health = look()
    response.writeHead(health.connected && !health.draining ? 200 : 503, { 'content-type': 'application/json' })
    response.end(JSON.stringify(health))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  server.unref()
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() }
}
