import { neon, neonConfig } from '@neondatabase/serverless'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { createAdmin } from '../../../../sdk/src/admin.ts'
import { takeIn } from '../../../../sdk/src/cli/import/take-in.ts'
import { unzip } from '../../../../sdk/src/cli/import/unzip.ts'
import { askFresh, call, publish, teach, until } from '../../test/foyer.ts'
import { own, type OwnTenant } from '../../test/members.ts'

// The night visits every tenant that other tests made.
vi.setConfig({ testTimeout: 120_000 })
const nightMs = 60_000

const owner = () => {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  return neon(testPlatform().ownerUrl)
}

/** What the night does, as the launcher's clock would ask for it. */
async function night(): Promise<void> {
  const cron = encodeURIComponent('17 3 * * *')
  await (await fetch(new URL(`/cdn-cgi/local/scheduled?cron=${cron}`, testPlatform().apiUrl))).text()
}

/** As the tenant: row security hides everything from the owner's login too. */
const rowsOf = async (tenantId: string, table: string): Promise<number> => {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const app = neon(testPlatform().databaseUrl)
  const [, rows] = await app.transaction([
    app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenantId]),
    app.query(`select count(*)::int as n from ${table}`),
  ])
  return (rows as { n: number }[])[0]?.n ?? -1
}

async function furnished(name: string): Promise<OwnTenant> {
  const desk = await own(name)
  await teach(desk, 'Prices', 'A tune-up costs $89.')
  await askFresh(desk, 'How much is a tune-up?')
  return desk
}

describe('an export', () => {
  it('holds everything but secrets, and nothing of the tenant beside it', async () => {
    const desk = await furnished('Export & <i>Sons</i>')
    const beside = await furnished('Beside')
    const reply = await fetch(new URL('/v1/export', testPlatform().apiUrl), {
      headers: { authorization: `Bearer ${desk.sk}` },
    })
    expect(reply.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await reply.arrayBuffer()))
    const lines = (name: string) =>
      strFromU8(files[name] ?? new Uint8Array())
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      format: 'foyer-export',
      version: 1,
      tenant: { id: desk.id, name: 'Export & <i>Sons</i>' },
    })
    expect(lines('document_versions.jsonl').map((row) => row['text'])).toEqual([expect.stringContaining('$89')])
    expect(lines('test/messages.jsonl').length).toBeGreaterThanOrEqual(2)
    expect(lines('live/messages.jsonl')).toEqual([])
    const whole = Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n')
    expect(whole).not.toContain(beside.id)
    expect(whole).not.toMatch(/"hash"|"sealed"|"tenant_id"/)
  })
})

describe('an export that is taken in elsewhere', () => {
  it('gives the same answers, of what was typed, uploaded, confirmed and written', async () => {
    const desk = await own('Moving')
    await teach(desk, 'Prices', 'A furnace tune-up costs $89.')
    await call('POST', '/v1/files?name=rowing.txt', { key: desk.sk, raw: 'A rowing lesson for beginners costs $42.' })
    await call('POST', '/v1/questions', {
      key: desk.sk,
      body: { phrasings: ['Do you sell kayaks?'], answer: 'Only red kayaks.' },
    })
    await call('POST', '/v1/facts', {
      key: desk.sk,
      body: { add: [{ locationId: desk.locationId, kind: 'payment', value: 'Visa' }] },
    })
    await publish(desk, { name: 'Desk', languages: ['en'], greeting: { en: 'Welcome to {business}.' } })
    const questions = ['How much is a furnace tune-up?', 'What does a rowing lesson cost?', 'Do you sell kayaks?']
    await until(
      () => askFresh(desk, 'What does a rowing lesson cost?'),
      (reply) => JSON.stringify(reply).includes('$42'),
      60_000,
    )
    const said = async (tenant: OwnTenant) => {
      const texts: string[] = []
      for (const question of questions) texts.push((await askFresh(tenant, question))['message'].text)
      return texts
    }
    const before = await said(desk)
    expect(before.join(' ')).toMatch(/\$89.*\$42.*red kayaks/s)
    const archive = await fetch(new URL('/v1/export', testPlatform().apiUrl), {
      headers: { authorization: `Bearer ${desk.sk}` },
    })
    const elsewhere = await own('Arrived')
    const foyer = createAdmin({ baseUrl: testPlatform().apiUrl, key: elsewhere.sk })
    const taken = await takeIn(foyer, unzip(Buffer.from(await archive.arrayBuffer())), () => undefined)
    expect(taken).toMatchObject({ locations: 1, sources: 2, files: 1, questions: 1, facts: 1 })
    expect(await said(elsewhere)).toEqual(before)
    const widget = await call('GET', '/v1/widget', { key: elsewhere.pk })
    expect(widget.body.greeting.en).toBe('Welcome to Arrived.')
  })
})

describe('deleting a tenant', () => {
  it('asks for its name, can be taken back, and takes everything when the grace is over', async () => {
    const desk = await furnished('Going')
    const beside = await furnished('Staying')
    const wrong = await desk.call('POST', '/v1/tenant/deletion', { slug: 'not-it' })
    expect(wrong.body.error.details).toEqual([expect.objectContaining({ path: 'slug' })])
    const asked = await desk.call('POST', '/v1/tenant/deletion', { slug: desk.slug })
    const days = (new Date(asked.body.deleteAfter).getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(14)
    expect((await desk.call('DELETE', '/v1/tenant/deletion')).body.deleteAfter).toBeNull()
    await desk.call('POST', '/v1/tenant/deletion', { slug: desk.slug })
    await night()
    expect((await desk.call('GET', '/v1/tenant')).status).toBe(200)
    await overdue(desk.id)
    await night()
    await until(
      () => desk.call('GET', '/v1/tenant'),
      (reply) => reply.status === 404,
      nightMs,
    )
    expect((await call('GET', '/v1/tenant', { key: desk.sk })).status).toBe(401)
    for (const table of ['messages', 'turns', 'document_versions', 'audit', 'locations', 'keys'])
      expect([table, await rowsOf(desk.id, table)]).toEqual([table, 0])
    expect((await desk.person.call('GET', '/v1/me')).body.tenants).toEqual([])
    expect(await rowsOf(beside.id, 'messages')).toBeGreaterThan(0)
  })
})

describe('retention', () => {
  it('gives up conversations, traces and audit entries by the days of each, of one tenant only', async () => {
    const desk = await furnished('Forgetful')
    const beside = await furnished('Remembers')
    await desk.call('PATCH', '/v1/tenant', { retention: { conversationDays: 30, traceDays: 5, auditDays: 60 } })
    expect((await desk.call('GET', '/v1/tenant')).body.retention.recordingDays).toBe(30)
    for (const each of [desk, beside]) await age(each.id, 'conversations, turns, messages', 40)
    await night()
    await until(
      () => rowsOf(desk.id, 'messages'),
      (n) => n === 0,
      nightMs,
    )
    expect(await rowsOf(desk.id, 'conversations')).toBe(0)
    expect(await rowsOf(desk.id, 'audit')).toBeGreaterThan(0)
    expect(await rowsOf(beside.id, 'messages')).toBeGreaterThan(0)
  })
})

async function overdue(tenantId: string): Promise<void> {
  await asTenant(tenantId, `update tenants set delete_after = now() - interval '1 minute' where id = $1`, [tenantId])
}

async function age(tenantId: string, tables: string, days: number): Promise<void> {
  for (const table of tables.split(', '))
    await asTenant(tenantId, `update ${table} set created_at = created_at - make_interval(days => $1::int)`, [days])
}

async function asTenant(tenantId: string, text: string, params: unknown[]): Promise<void> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const app = neon(testPlatform().databaseUrl)
  await app.transaction([
    app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenantId]),
    app.query(text, params),
  ])
}

it('every table is exported, or named as left out', async () => {
  const { exported, leftOut } = await import('./exported.ts')
  const rows = await owner().query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const tables = rows
    .map((row) => String(row['relname']))
    .filter((name) => !['tenants', 'schema_migrations'].includes(name))
  expect([...Object.keys(exported), ...leftOut].toSorted()).toEqual(tables.toSorted())
})
