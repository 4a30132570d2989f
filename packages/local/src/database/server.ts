// A PostgreSQL server behind the same gateway: a pool for each login, and the server itself keeps logins apart.

import pg from 'pg'
import type { Backend, Outcome, Pipeline, Wire, WireEvents } from '../gateway/backend.ts'
import { OutcomeReader } from '../gateway/outcome.ts'

export type ServerOptions = { url: string; passwordOf: (user: string) => string; connections?: number }

export function openServer({ url, passwordOf, connections = 10 }: ServerOptions): Backend {
  const pools = new Map<string, pg.Pool>()
  const clients = new Set<pg.Client>()
  const connectionString = (user: string): string => {
    const as = new URL(url)
    as.username = encodeURIComponent(user)
    as.password = encodeURIComponent(passwordOf(user))
    return as.href
  }

  function poolOf(user: string): pg.Pool {
    const known = pools.get(user)
    if (known) return known
    const pool = new pg.Pool({
      connectionString: connectionString(user),
      max: connections,
      connectionTimeoutMillis: 15_000,
    })
    pool.on('error', () => undefined)
    pools.set(user, pool)
    return pool
  }

  async function exchange(user: string, { frames, touchesSession }: Pipeline): Promise<Outcome> {
    const client = await poolOf(user).connect()
    try {
      const outcome = await run(client, frames)
      if (outcome.kind === 'failed' || client.getTransactionStatus() !== 'I') await client.query('ROLLBACK')
      if (touchesSession) await client.query('DISCARD ALL')
      client.release()
      return outcome
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async function connect(user: string, events: WireEvents): Promise<Wire> {
    const client = new pg.Client({ connectionString: connectionString(user) })
    client.on('error', () => undefined)
    await client.connect()
    clients.add(client)
    const stream = socketOf(client)
    stream.removeAllListeners('data')
    stream.on('data', events.receive)
    stream.on('close', () => {
      clients.delete(client)
      events.end()
    })
    return { write: (frames) => void stream.write(frames), close: () => void stream.destroy() }
  }

  return {
    exchange,
    connect,
    close: async () => {
      for (const client of clients) socketOf(client).destroy()
      await Promise.all([...pools.values()].map((pool) => pool.end()))
    },
  }
}

type Stream = NodeJS.ReadWriteStream & { destroy(): void }
const socketOf = (client: pg.Client | pg.PoolClient): Stream =>
  (client as unknown as { connection: { stream: Stream } }).connection.stream

// node-postgres lets an object with these methods stand for a query; ours writes a ready-made pipeline.
function run(client: pg.PoolClient, frames: Uint8Array): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const reader = new OutcomeReader()
    const submittable = {
      submit: (connection: { stream: Stream }) => void connection.stream.write(frames),
      handleRowDescription: (message: { fields: Parameters<OutcomeReader['describe']>[0] }) =>
        reader.describe(message.fields),
      handleDataRow: (message: { fields: (string | null)[] }) => reader.row(message.fields),
      handleCommandComplete: (message: { text: string }) => reader.complete(message.text),
      handleEmptyQuery: () => reader.complete(''),
      handlePortalSuspended: () => undefined,
      handleCopyInResponse: () => reject(new Error('COPY is not spoken over HTTP.')),
      handleReadyForQuery: () => resolve(reader.outcome()),
      // After an error the driver calls no other method. One without a severity is the connection's, not the server's.
      handleError: (error: Error & { severity?: string }) => {
        if (!error.severity) return reject(error)
        reader.fail(error)
        resolve(reader.outcome())
      },
    }
    client.query(submittable as unknown as pg.Submittable)
  })
}
