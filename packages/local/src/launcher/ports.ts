import { createServer, type AddressInfo } from 'node:net'

/** A port of 127.0.0.1 that nobody uses now. */
export async function freePort(): Promise<number> {
  return listenOnce(0)
}

/** Throws one plain sentence when the port is taken. */
export async function claimPort(port: number): Promise<number> {
  try {
    return await listenOnce(port)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is in use by another program. Choose another one with --port, or leave it out to get a free one.`,
        { cause: error },
      )
    if (code === 'EACCES')
      throw new Error(`Port ${port} needs more rights than you have. Choose one above 1023 with --port.`, {
        cause: error,
      })
    throw error
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port
      server.close(() => resolve(taken))
    })
  })
}
