import { neon, neonConfig, Pool } from '@neondatabase/serverless'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testPlatform } from '../test/provided.ts'

const platform = testPlatform()
const port = new URL(platform.gatewayUrl).port
neonConfig.fetchEndpoint = platform.gatewayUrl
neonConfig.wsProxy = () => `127.0.0.1:${port}/v2`
neonConfig.useSecureWebSocket = false
neonConfig.pipelineTLS = false
const owner = neon(platform.ownerUrl)
const app = neon(platform.databaseUrl)

beforeAll(async () => {
  await owner.query('drop schema if exists connection_test cascade')
  await owner.query('create schema connection_test')
  await owner.transaction([
    owner.query(
      'create table connection_test.note (tenant_id text not null, id int not null, body text not null, primary key (tenant_id, id))',
    ),
    owner.query('alter table connection_test.note enable row level security'),
    owner.query('alter table connection_test.note force row level security'),
    owner.query(
      `create policy own on connection_test.note using (tenant_id = current_setting('app.test_tenant', true)) with check (tenant_id = current_setting('app.test_tenant', true))`,
    ),
    owner.query('grant usage on schema connection_test to foyer_app'),
    owner.query('grant select, insert, update, delete on connection_test.note to foyer_app'),
  ])
})
afterAll(async () => {
  await owner.query('drop schema connection_test cascade')
})

const as = (tenant: string) => app.query(`select set_config('app.test_tenant', $1, true)`, [tenant])
const failure = async (work: Promise<unknown>): Promise<Record<string, unknown>> =>
  work.then(
    () => ({}),
    (error: unknown) => error as Record<string, unknown>,
  )

describe('interactive connections', () => {
  test('the WebSocket driver runs a transaction, and rolls one back', async () => {
    const pool = new Pool({ connectionString: platform.databaseUrl })
    const client = await pool.connect()
    await client.query('begin')
    await client.query(`select set_config('app.test_tenant', 'ws', true)`)
    await client.query('insert into connection_test.note values ($1, $2, $3)', ['ws', 1, 'kept'])
    await client.query('commit')
    await client.query('begin')
    await client.query(`select set_config('app.test_tenant', 'ws', true)`)
    await client.query('delete from connection_test.note')
    await client.query('rollback')
    await client.query('begin')
    await client.query(`select set_config('app.test_tenant', 'ws', true)`)
    const { rows } = await client.query('select body from connection_test.note')
    await client.query('commit')
    expect(rows).toEqual([{ body: 'kept' }])
    expect(await failure(client.query('select 1/0'))).toMatchObject({ code: '22012' })
    client.release()
    await pool.end()
  })

  test('plain PostgreSQL clients are served on the same port, each as its own login', async () => {
    for (const [url, user] of [
      [platform.ownerUrl, 'foyer_owner'],
      [platform.databaseUrl, 'foyer_app'],
    ] as const) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query('select current_user::text as user, $1::int + 1 as n', [1])
      expect(rows).toEqual([{ user, n: 2 }])
      await client.end()
    }
    const wrong = new pg.Client({
      connectionString: Object.assign(new URL(platform.ownerUrl), { password: 'wrong' }).href,
    })
    expect(await failure(wrong.connect())).toMatchObject({ code: '28P01' })
  })

  test('a connection that asks to be somebody else is closed', async () => {
    const client = new pg.Client({ connectionString: platform.databaseUrl })
    client.on('error', () => undefined)
    await client.connect()
    expect(await failure(client.query('set session authorization postgres'))).toMatchObject({ code: '42501' })
    await client.end().catch(() => undefined)
  })

  test('a client that leaves in the middle of a transaction leaves nothing behind', async () => {
    const client = new pg.Client({ connectionString: platform.databaseUrl })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    await client.query(`select set_config('app.test_tenant', 'gone', true)`)
    await client.query(`insert into connection_test.note values ('gone', 1, 'x')`)
    const socket = (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream
    socket.destroy()
    const [, rows] = await app.transaction([as('gone'), app.query('select * from connection_test.note')])
    expect(rows).toEqual([])
  })
})
