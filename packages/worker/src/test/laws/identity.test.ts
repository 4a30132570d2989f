import { neon, neonConfig } from '@neondatabase/serverless'
import { expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { call, operatorKey } from '../foyer.ts'
import { own } from '../members.ts'
import { letterTo, newEmail, password, tokenIn } from '../person.ts'

/** Tables that belong to persons, not to a tenant: the only ones without a tenant's policy, by name. */
const exempt = [
  'account',
  'attempt',
  'invitation',
  'member',
  'organization',
  'passkey',
  'session',
  'two_factor',
  'user',
  'verification',
]

const as = (url: string) => {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  return neon(url)
}

it('outside the tenants’ tables there are exactly these', async () => {
  const rows = await as(testPlatform().ownerUrl).query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('public', 'pg_catalog', 'information_schema')
        and n.nspname not like 'pg_toast%' and n.nspname not like '%\\_test' order by 1`,
  )
  expect(rows.map((row) => row['name'])).toEqual(exempt.map((name) => `auth.${name}`))
})

it('the worker’s login cannot touch them, only call what is named', async () => {
  const app = as(testPlatform().databaseUrl)
  for (const name of exempt)
    await expect(app.query(`select 1 from auth."${name}"`), name).rejects.toMatchObject({ code: '42501' })
})

it('the identity login sees its own schema and nothing else', async () => {
  const auth = as(testPlatform().authUrl)
  const [seen] = await auth.query(
    `select array_agg(distinct n.nspname)::text[] as schemas from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
        and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select, insert, update, delete')`,
  )
  expect(seen?.['schemas']).toEqual(['auth'])
  await expect(auth.query('select 1 from public.tenants')).rejects.toMatchObject({ code: '42501' })
  await expect(auth.query(`select * from system.find_tenant('x')`)).rejects.toMatchObject({ code: '42501' })
  await expect(auth.query('select 1 from auth.member')).rejects.toMatchObject({ code: '42501' })
})

it('every tenant has its organization, and every organization its tenant', async () => {
  const [row] = await as(testPlatform().ownerUrl).query(
    `select count(*)::int as n from auth.organization o where o.slug not like 'ten\\_%'`,
  )
  expect(row?.['n']).toBe(0)
})

it(
  'no response of the worker holds an identity token, whatever is asked and by whom',
  { timeout: 120_000 },
  async () => {
    const desk = await own('Quiet')
    const { email } = desk.person
    const invited = newEmail()
    const replies: string[] = []
    const asked = async (reply: Promise<{ body: unknown }>) => void replies.push(JSON.stringify((await reply).body))
    await asked(desk.person.account('sign-in/email', { email, password }))
    await asked(desk.person.account('sign-in/magic-link', { email }))
    await asked(desk.person.account('request-password-reset', { email }))
    await asked(desk.call('POST', '/v1/invitations', { email: invited, role: 'viewer' }))
    const secrets = [
      tokenIn(await letterTo(email, /sign-in link/)),
      tokenIn(await letterTo(email, /new password/)),
      tokenIn(await letterTo(invited, /invitation/i)),
      ...[...desk.person.cookies.values()].map((value) => decodeURIComponent(value).split('.')[0] ?? ''),
    ]
    const document = await (await fetch(new URL('/openapi.json', testPlatform().apiUrl))).json()
    for (const [path, methods] of Object.entries(document.paths as Record<string, object>)) {
      if (!('get' in methods) || path.includes('{')) continue
      await asked(desk.call('GET', path))
      await asked(call('GET', path, { key: desk.sk }))
      await asked(call('GET', path, { key: operatorKey() }))
    }
    await asked(desk.person.account('get-session'))
    expect(replies.length).toBeGreaterThan(40)
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20)
      expect(replies.filter((reply) => reply.includes(secret))).toEqual([])
    }
  },
)
