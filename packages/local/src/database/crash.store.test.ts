import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { neon, neonConfig } from '@neondatabase/serverless'
import { expect, test } from 'vitest'
import { startDatabase } from '../launcher/database-part.ts'
import { freePort } from '../launcher/ports.ts'
import { serverPasswords } from '../launcher/secrets.ts'
import { startPostgres } from '../test/postgres-server.ts'
import { testPlatform } from '../test/provided.ts'

const KILLS = 5

test('killed in the middle of writing, again and again, the database keeps every row it acknowledged', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-crash-'))
  const server = testPlatform().database === 'server' ? await startPostgres() : undefined
  const passwords = server ? serverPasswords(new URL(server.url)) : { owner: 'o', app: 'a', auth: 'i' }
  const database = await startDatabase({
    dataDir,
    serverUrl: server?.url,
    passwords,
    port: await freePort(),
    delayMs: 0,
  })
  neonConfig.fetchEndpoint = database.gatewayUrl
  const sql = neon(database.ownerUrl)
  try {
    await sql.query('create table public.crash (id int primary key)')
    const acknowledged: number[] = []
    let next = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const goal = acknowledged.length + 20
      const writers = Array.from({ length: 4 }, async () => {
        for (;;) {
          const id = next++
          const done = await sql.query('insert into public.crash values ($1)', [id]).then(
            () => true,
            () => false,
          )
          if (!done) return
          acknowledged.push(id)
        }
      })
      await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(goal)
      if (server) await server.crash()
      else database.part.kill()
      await Promise.all(writers)
      await expect
        .poll(
          () =>
            sql.query('select 1').then(
              () => 'up',
              () => 'down',
            ),
          { timeout: 30_000, interval: 100 },
        )
        .toBe('up')
    }
    const kept = new Set((await sql.query('select id from public.crash')).map((row) => row['id']))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(KILLS * 20)
  } finally {
    await database.part.stop()
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}, 180_000)
