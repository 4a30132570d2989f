import { neon, neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { openCall, withVoice } from '../calling.ts'
import { withNumber } from '../phoning.ts'
import { askFresh, call, createTenant, enter, teach, type TestTenant } from '../foyer.ts'

/** Not a tenant's: the migrations' own list, and the tenants themselves, whose id is the tenant. */
const exempt = ['schema_migrations', 'tenants']

async function look(text: string, params: unknown[] = []): Promise<Record<string, unknown>[]> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  return (await neon(testPlatform().ownerUrl).query(text, params)) as Record<string, unknown>[]
}

async function tenantTables(): Promise<string[]> {
  const rows = await look(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  return rows.map((row) => String(row['relname'])).filter((name) => !exempt.includes(name))
}

describe('the tables', () => {
  it('are many enough for this test to mean something', async () => {
    expect((await tenantTables()).length).toBeGreaterThan(20)
  })

  it('have row security for everybody, and one policy for all verbs that also checks what is written', async () => {
    const rows = await look(`
      select c.relname, c.relrowsecurity, c.relforcerowsecurity, p.polcmd, p.polqual is not null as reads, p.polwithcheck is not null as writes,
             pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as checked
        from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname like 'own_tenant%'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'`)
    for (const row of rows) {
      expect(row, String(row['relname'])).toMatchObject({
        relrowsecurity: true,
        relforcerowsecurity: true,
        polcmd: '*',
        reads: true,
        writes: true,
      })
      expect(String(row['qual']), String(row['relname'])).toContain('app.tenant_id')
      expect(row['checked'], String(row['relname'])).toBe(row['qual'])
    }
  })

  it('that have a mode also filter by it', async () => {
    const rows = await look(`
      select c.relname, pg_get_expr(p.polqual, p.polrelid) as qual from pg_attribute a
        join pg_class c on c.oid = a.attrelid join pg_policy p on p.polrelid = c.oid and p.polname like 'own_tenant%'
       where a.attname = 'mode' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('tenants', 'keys')`)
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) expect(String(row['qual']), String(row['relname'])).toContain('app.mode')
  })

  it('have the primary key (tenant_id, id), and every unique constraint begins with tenant_id, but for a phone number', async () => {
    const rows = await look(`
      select c.relname, i.indisprimary, i.indexrelid::regclass::text as name,
             array_agg(a.attname order by k.ord)::text[] as columns
        from pg_index i join pg_class c on c.oid = i.indrelid
        cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, ord)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
       where c.relnamespace = 'public'::regnamespace and i.indisunique group by i.indexrelid, c.relname, i.indisprimary`)
    const ours = rows.filter((row) => !exempt.includes(String(row['relname'])))
    const withKey = ours.filter((row) => row['indisprimary']).map((row) => String(row['relname']))
    expect(withKey.toSorted()).toEqual(await tenantTables())
    // A number rings at one place: that another has it is no secret of theirs, and is said in those words.
    for (const row of ours.filter(({ name }) => name !== 'phone_numbers_one_owner')) {
      const columns = row['columns'] as string[]
      expect(columns[0], `${String(row['relname'])}: ${columns.join()}`).toBe('tenant_id')
      if (row['indisprimary']) expect(columns, String(row['relname'])).toEqual(['tenant_id', 'id'])
    }
  })

  it('point at each other only with the tenant in the key', async () => {
    for (const key of await foreignKeys()) {
      expect(key.columns[0], `${key.child} → ${key.parent}`).toBe('tenant_id')
      expect(key.columns.length, `${key.child} → ${key.parent}`).toBeGreaterThan(1)
    }
  })

  it('belong to the owner, and the worker’s login owns nothing and cannot pass row security', async () => {
    const [role] = await look(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'foyer_app'`,
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    expect(
      await look(`select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'foyer_app'`),
    ).toEqual([])
    const members = await look(
      `select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member where u.rolname = 'foyer_app'`,
    )
    expect(members).toEqual([])
  })

  it('that are ledgers only grow: the worker can neither change nor remove a row', async () => {
    const rows = await look(`
      select t.name, p.verb from unnest(array['audit', 'usage', 'consents', 'playbook_versions', 'knowledge_revisions']) as t(name)
       cross join unnest(array['update', 'delete']) as p(verb) where has_table_privilege('foyer_app', 'public.' || t.name, p.verb)`)
    expect(rows).toEqual([])
  })
})

describe('with two tenants that have everything', () => {
  const both: TestTenant[] = []

  beforeAll(async () => {
    for (let at = 0; at < 2; at++) both.push(await furnished())
    for (const tenant of both)
      await asApp(tenant, `insert into insight_days (id, day, counted) values ('day_1', '2026-01-01', '{}')`)
    // Nobody is called back where no hours are known.
    for (const tenant of both)
      await asApp(
        tenant,
        `insert into callbacks (id, lead_id, location_id, day, from_time, to_time, time_zone, from_at, to_at)
         select 'cbk_1', d.id, l.id, '2026-11-23', '09:00', '11:00', 'UTC', now(), now() from leads d, locations l limit 1`,
      )
    // Nobody is rung here.
    for (const tenant of both)
      await asApp(
        tenant,
        `insert into call_legs (id, call_id, purpose, wave, person_id, name, number, lang, manner, ring_ms)
         select 'leg_1', id, 'transfer', 0, '', '', '', 'en', 'warm', 1 from calls limit 1`,
      )
    // A tool is used by a model only, and there is none here.
    for (const tenant of both)
      await asApp(
        tenant,
        `insert into tool_calls (id, tool_id, conversation_id, turn_id, state, arguments)
         select 'tcl_1', t.id, c.id, 'trn_1', 'asked', '{}' from tools t, conversations c limit 1`,
      )
  })

  const asApp = async (tenant: TestTenant, text: string, params: unknown[] = []) => {
    neonConfig.fetchEndpoint = testPlatform().gatewayUrl
    const sql = neon(testPlatform().databaseUrl)
    const results = await sql.transaction([
      sql.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenant.id]),
      sql.query(text, params),
    ])
    return results[1] as Record<string, unknown>[]
  }

  it('no child can be hung on another tenant’s parent, for any foreign key', async () => {
    const [one, other] = both as [TestTenant, TestTenant]
    const tried: string[] = []
    for (const { child, parent, columns } of await foreignKeys()) {
      const column = columns.find((name) => name !== 'tenant_id') ?? ''
      const [mine] = await asApp(one, `select id from ${child} where ${column} is not null limit 1`)
      const [theirs] = await asApp(other, `select id from ${parent} limit 1`)
      expect(mine, `${child} has a row to try`).toBeDefined()
      expect(theirs, `${parent} has a row to aim at`).toBeDefined()
      const hang = asApp(one, `update ${child} set ${column} = $1 where id = $2`, [theirs?.['id'], mine?.['id']])
      await expect(hang, `${child}.${column} → ${parent}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(23503|42501)$/),
      })
      tried.push(child)
    }
    expect(tried.length).toBeGreaterThan(10)
  })

  it('each sees its own rows only, and nothing at all when the tenant is forgotten', async () => {
    const [one, other] = both as [TestTenant, TestTenant]
    neonConfig.fetchEndpoint = testPlatform().gatewayUrl
    const forgotten = neon(testPlatform().databaseUrl)
    for (const table of await tenantTables()) {
      const rows = await asApp(one, `select distinct tenant_id from ${table}`)
      expect(
        rows.filter((row) => row['tenant_id'] !== one.id),
        table,
      ).toEqual([])
      expect(await asApp(one, `select 1 from ${table} where tenant_id = $1`, [other.id]), table).toEqual([])
      expect(await forgotten.query(`select 1 from ${table} limit 1`), table).toEqual([])
    }
  })

  it('no row can be written for another tenant', async () => {
    const [one, other] = both as [TestTenant, TestTenant]
    const write = asApp(one, `insert into origins (tenant_id, id, origin) values ($1, 'org_x', 'https://x.example')`, [
      other.id,
    ])
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })
})

async function foreignKeys(): Promise<{ child: string; parent: string; columns: string[] }[]> {
  const rows = await look(`
    select c.relname as child, p.relname as parent, array_agg(a.attname order by k.ord)::text[] as columns
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
      cross join lateral unnest(f.conkey) with ordinality as k(attnum, ord)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
     where f.contype = 'f' and c.relnamespace = 'public'::regnamespace group by f.oid, c.relname, p.relname order by 1, 2`)
  return rows.map((row) => ({
    child: String(row['child']),
    parent: String(row['parent']),
    columns: row['columns'] as string[],
  }))
}

/** A tenant with at least one row behind every foreign key. */
async function furnished(): Promise<TestTenant> {
  const tenant = await createTenant()
  const path = `/v1/assistants/${tenant.assistantId}/playbook`
  await call('PUT', path, { key: tenant.sk, body: { name: 'Desk', languages: ['en'] }, headers: { 'if-match': '0' } })
  await call('POST', `${path}/publish`, { key: tenant.sk, body: {} })
  await call('PUT', '/v1/origins', { key: tenant.sk, body: { origins: ['https://shop.example'] } })
  await teach(tenant, 'Prices', 'A tune-up costs $89. Call us at (505) 555-0142.')
  await call('POST', '/v1/facts', {
    key: tenant.sk,
    body: { add: [{ locationId: tenant.locationId, kind: 'payment', value: 'Visa' }] },
  })
  await call('POST', '/v1/questions', { key: tenant.sk, body: { phrasings: ['Why?'], answer: 'Because.' } })
  await call('POST', '/v1/tools', {
    key: tenant.sk,
    body: {
      name: 'order_status',
      description: 'Looks up an order.',
      method: 'GET',
      url: 'https://api.example/orders',
      arguments: { type: 'object', properties: {} },
    },
  })
  await withNumber(tenant)
  const { token, conversationId } = await enter(tenant)
  await askFresh(tenant, 'hello')
  await call('POST', `/v1/conversations/${conversationId}/turns`, {
    key: token,
    body: { messageId: crypto.randomUUID(), text: 'hello' },
  })
  await call('POST', `/v1/conversations/${conversationId}/ratings`, { key: token, body: { thumb: 'up' } })
  await call('POST', `/v1/conversations/${conversationId}/leads`, {
    key: token,
    body: { messageId: crypto.randomUUID(), name: 'Someone', email: 'a@b.example', text: 'Hello' },
  })
  await withVoice(tenant)
  await openCall(await enter(tenant))
  return tenant
}
