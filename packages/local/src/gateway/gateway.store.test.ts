import { neon, neonConfig, types } from '@neondatabase/serverless'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testPlatform } from '../test/provided.ts'

const platform = testPlatform()
neonConfig.fetchEndpoint = platform.gatewayUrl
const owner = neon(platform.ownerUrl)
const app = neon(platform.databaseUrl)

beforeAll(async () => {
  await owner.query('drop schema if exists gateway_test cascade')
  await owner.query('create schema gateway_test')
  await owner.transaction([
    owner.query(
      'create table gateway_test.note (tenant_id text not null, id int not null, body text not null, primary key (tenant_id, id))',
    ),
    owner.query('alter table gateway_test.note enable row level security'),
    owner.query('alter table gateway_test.note force row level security'),
    owner.query(
      `create policy own on gateway_test.note using (tenant_id = current_setting('app.test_tenant', true)) with check (tenant_id = current_setting('app.test_tenant', true))`,
    ),
    owner.query('grant usage on schema gateway_test to foyer_app'),
    owner.query('grant select, insert, update, delete on gateway_test.note to foyer_app'),
  ])
})
afterAll(async () => {
  await owner.query('drop schema gateway_test cascade')
})

const as = (tenant: string) => app.query(`select set_config('app.test_tenant', $1, true)`, [tenant])
const write = (tenant: string, id: number) =>
  app.query('insert into gateway_test.note values ($1, $2, $3)', [tenant, id, `of ${tenant}`])
const failure = async (work: Promise<unknown>): Promise<Record<string, unknown>> =>
  work.then(
    () => ({}),
    (error: unknown) => error as Record<string, unknown>,
  )

describe('values', () => {
  test('every type comes back as it went in', async () => {
    const at = new Date('2026-11-21T12:00:00.123Z')
    const [row] = await app.query(
      `select $1::text as t, $2::int as i, $3::bigint as big, $4::numeric as n, $5::bool as b, $6::jsonb as j, $7::json as js, $8::text[] as ta,
        $9::int[] as ia, $10::bytea as bytes, $11::timestamptz as at, $12::date::text as d, $13::uuid as u, $14::text as nothing, $15::float8 as f`,
      [
        'é ✓ \\ \' " \n',
        7,
        9007199254740993n,
        '12.340',
        true,
        { a: [1, null, 'é'] },
        '[1]',
        ['a,b', '"q"', null, '{}'],
        [1, 2],
        Buffer.from([0, 255, 92]),
        at,
        '2026-01-02',
        '0197aa00-0000-7000-8000-000000000001',
        null,
        0.1,
      ],
    )
    expect(row).toEqual({
      t: 'é ✓ \\ \' " \n',
      i: 7,
      big: '9007199254740993',
      n: '12.340',
      b: true,
      j: { a: [1, null, 'é'] },
      js: [1],
      ta: ['a,b', '"q"', null, '{}'],
      ia: [1, 2],
      bytes: Buffer.from([0, 255, 92]),
      at,
      d: '2026-01-02',
      u: '0197aa00-0000-7000-8000-000000000001',
      nothing: null,
      f: 0.1,
    })
  })

  test('full results carry fields, command and row count, in arrays when asked', async () => {
    const result = await app.query('select 1 as a, 2 as a', [], { fullResults: true, arrayMode: true })
    expect(result).toMatchObject({
      rows: [[1, 2]],
      rowCount: 1,
      command: 'SELECT',
      fields: [{ name: 'a', dataTypeID: types.builtins.INT4 }, { name: 'a' }],
    })
    const [, written] = await app.transaction(
      [as('one'), write('one', 1), app.query('delete from gateway_test.note')],
      { fullResults: true },
    )
    expect(written).toMatchObject({ command: 'INSERT', rowCount: 1, rows: [] })
  })

  test('without raw text the gateway answers JSON values, and rows as objects', async () => {
    const headers = { 'neon-connection-string': platform.databaseUrl }
    const response = await fetch(platform.gatewayUrl, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: `select 1 as i, true as b, '{"a":1}'::jsonb as j, 2::bigint as big`, params: [] }),
    })
    expect(await response.json()).toMatchObject({ rows: [{ i: 1, b: true, j: { a: 1 }, big: '2' }], rowAsArray: false })
  })

  test('an answer of several megabytes arrives whole', async () => {
    const [row] = await app.query(`select repeat('x', 5000000) as x, $1::text as y`, ['y'.repeat(2_000_000)])
    expect([row?.['x'].length, row?.['y'].length]).toEqual([5_000_000, 2_000_000])
  })
})

describe('errors', () => {
  test('a duplicate says code, detail, constraint and table', async () => {
    const error = await failure(app.transaction([as('dup'), write('dup', 1), write('dup', 1)]))
    expect(error).toMatchObject({
      name: 'NeonDbError',
      code: '23505',
      constraint: 'note_pkey',
      table: 'note',
      schema: 'gateway_test',
      severity: 'ERROR',
    })
    expect(error['message']).toContain('duplicate key value')
    await owner.query('create table gateway_test.plain (id int primary key)')
    const plain = await failure(owner.query('insert into gateway_test.plain values (1), (1)'))
    expect(plain['detail']).toBe('Key (id)=(1) already exists.')
  })

  test('a mistake in the text says where', async () => {
    expect(await failure(app.query('selec 1'))).toMatchObject({ code: '42601', position: '1' })
  })

  test('a wrong password and an unknown login are refused', async () => {
    for (const change of [{ password: 'wrong' }, { username: 'postgres' }, { username: 'nobody' }]) {
      const url = new URL(platform.databaseUrl)
      Object.assign(url, change)
      expect(await failure(neon(url.href).query('select 1'))).toMatchObject({ code: '28P01' })
    }
  })

  test('a body that is no query is refused in words', async () => {
    for (const body of ['', '[]', '{"query":1}', '{"queries":[{}]}', 'nonsense']) {
      const response = await fetch(platform.gatewayUrl, {
        method: 'POST',
        headers: { 'neon-connection-string': platform.databaseUrl },
        body,
      })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ code: '08P01' })
    }
  })
})

describe('transactions', () => {
  test('a batch is written whole or not at all', async () => {
    await failure(app.transaction([as('all'), write('all', 1), write('all', 2), app.query('select 1/0')]))
    const [, rows] = await app.transaction([as('all'), app.query('select * from gateway_test.note')])
    expect(rows).toEqual([])
  })

  test('isolation level and read-only are honoured', async () => {
    const levels = await app.transaction([app.query('show transaction_isolation')], { isolationLevel: 'Serializable' })
    expect(levels).toEqual([[{ transaction_isolation: 'serializable' }]])
    expect(await failure(app.transaction([as('ro'), write('ro', 1)], { readOnly: true }))).toMatchObject({
      code: '25006',
    })
  })

  test.each(['begin', 'COMMIT', '/* x */ rollback', 'start transaction'])(
    '%s by itself is refused over HTTP',
    async (sql) => {
      expect(await failure(app.query(sql))).toMatchObject({ code: '0A000' })
    },
  )

  test('what one request sets for its session, the next one does not see', async () => {
    await app.query(`select set_config('app.test_tenant', 'leak', false)`)
    await app.query(`set statement_timeout = '7s'`)
    const [row] = await app.query(
      `select coalesce(current_setting('app.test_tenant', true), '') as tenant, current_setting('statement_timeout') as timeout`,
    )
    expect(row).toEqual({ tenant: '', timeout: '0' })
  })
})

describe('logins', () => {
  test('a forgotten tenant sees nothing, another tenant cannot be written for', async () => {
    await app.transaction([as('ours'), write('ours', 1)])
    expect(await app.query('select * from gateway_test.note')).toEqual([])
    const [, theirs] = await app.transaction([as('theirs'), app.query('select * from gateway_test.note')])
    expect(theirs).toEqual([])
    expect(await failure(app.transaction([as('theirs'), write('ours', 2)]))).toMatchObject({ code: '42501' })
  })

  test('1,000 concurrent requests of two tenants mix no row', { timeout: 120_000 }, async () => {
    const tenants = ['north', 'south']
    await Promise.all(
      tenants.map((tenant) =>
        app.transaction([as(tenant), ...Array.from({ length: 5 }, (_, id) => write(tenant, id))]),
      ),
    )
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, at) => {
        const tenant = tenants[at % 2] ?? ''
        const [, rows] = await app.transaction([as(tenant), app.query('select tenant_id from gateway_test.note')])
        return (
          (rows as { tenant_id: string }[]).filter((row) => row.tenant_id !== tenant).length +
          (rows?.length === 5 ? 0 : 100)
        )
      }),
    )
    expect(answers.reduce((sum, mixed) => sum + mixed, 0)).toBe(0)
  })

  test.each([
    'set role foyer_owner',
    'set local role foyer_owner',
    'SET /* x */ SESSION AUTHORIZATION postgres',
    'set session authorization "postgres"',
    'reset session authorization',
    'reset role',
    'discard all',
    `select set_config('session_authorization', 'postgres', false)`,
    `select set_config('session_' || 'authorization', 'postgres', false)`,
    `select pg_catalog."set_config"(E'session_authorizatio\\x6e', 'postgres', false)`,
    `do $x$ begin set session authorization postgres; end $x$`,
    `do $x$ begin execute 'set session ' || 'authorization postgres'; end $x$`,
    `select ts_stat('select set_con' || 'fig(1)')`,
    `update pg_settings set setting = 'postgres' where name = 'session_' || 'authorization'`,
    `select U&'\\0073' `,
  ])('%s does not change who is asking', async (sql) => {
    await failure(app.query(sql))
    await failure(app.query(`select 1`))
    expect(await app.query('select session_user::text as s, current_user::text as c')).toEqual([
      { s: 'foyer_app', c: 'foyer_app' },
    ])
    const [{ is_superuser }] = (await app.query('show is_superuser')) as [{ is_superuser: string }]
    expect(is_superuser).toBe('off')
  })

  test('a parameter may say anything, also where a name is asked for', async () => {
    expect(
      await failure(app.query('select set_config($1, $2, false)', ['session_authorization', 'postgres'])),
    ).toMatchObject({ code: '42501' })
    expect(await app.query('select $1::text as words', ['set role; reset session authorization'])).toEqual([
      { words: 'set role; reset session authorization' },
    ])
    expect(await app.query(`select 'the role of a session' as "role"`)).toEqual([{ role: 'the role of a session' }])
  })

  test('the app owns nothing, makes nothing, and bypasses nothing', async () => {
    expect(await failure(app.query('create table gateway_test.mine (id int)'))).toMatchObject({ code: '42501' })
    expect(await failure(app.query('create temporary table mine (id int)'))).toMatchObject({ code: '42501' })
    const [role] = await app.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles where rolname = 'foyer_app'`,
    )
    expect(role).toEqual({ strong: false })
  })
})
