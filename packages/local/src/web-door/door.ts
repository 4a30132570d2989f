import { createServer } from 'node:http'
export type OpenDoor = { port: number; allowLoopback(origin: string): void; close(): Promise<void> }
export async function openWebDoor({ port }: { port: number; secret: string; loopbackOrigins: string[] }): Promise<OpenDoor> {
  const server = createServer((_q, r) => r.writeHead(501).end())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { port, allowLoopback: () => undefined, close: async () => void server.close() }
}
