import { beforeAll, describe, expect, it } from 'vitest'
import { call, createTenant, type TestTenant } from '../../test/foyer.ts'

const look = { accent: '#ffd400', corner: 'round', theme: 'dark', launcher: { en: 'Ask Robin' } }

describe('the look of the widget', () => {
  let tenant: TestTenant
  let other: TestTenant
  beforeAll(async () => {
    tenant = await createTenant()
    other = await createTenant()
  })
  const put = (of: TestTenant, body: unknown, revision: number) =>
    call('PUT', `/v1/assistants/${of.assistantId}/look`, {
      key: of.sk,
      body,
      headers: { 'if-match': String(revision) },
    })
  const worn = async (of: TestTenant) => (await call('GET', '/v1/widget/look', { key: of.pk })).body

  it('is ours until one is chosen, then the tenant’s, and nobody else’s', async () => {
    const ours = { accent: '', corner: 'soft', theme: 'auto', launcher: {} }
    expect(await worn(tenant)).toEqual(ours)
    expect((await put(tenant, look, 0)).body).toEqual({ ...look, revision: 1 })
    expect(await worn(tenant)).toEqual(look)
    expect((await call('GET', '/v1/widget', { key: tenant.pk })).body.look).toEqual(look)
    expect(await worn(other)).toEqual(ours)
  })

  it('may be kept by a browser for a while, and by nobody on the way', async () => {
    const { headers } = await call('GET', '/v1/widget/look', { key: tenant.pk })
    expect(headers.get('cache-control')).toBe('private, max-age=300')
  })

  it('of two who change it at once one is told, and leaves no trace in the log', async () => {
    const both = await Promise.all([put(other, look, 0), put(other, { ...look, corner: 'sharp' }, 0)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.error.code).toBe('revision_conflict')
    const audit = await call('GET', '/v1/audit', { key: other.sk })
    expect(audit.body.items.filter(({ action }: { action: string }) => action === 'look.changed')).toHaveLength(1)
  })

  it.each([
    ['a colour that is none', { ...look, accent: 'yellow; }' }, 'accent'],
    ['a launcher that says too much', { ...look, launcher: { en: 'x'.repeat(41) } }, 'launcher.en'],
  ])('refuses %s', async (_what, body, path) => {
    const reply = await put(tenant, body, 1)
    expect([reply.status, reply.body.error.details[0].path]).toEqual([422, path])
    expect(await worn(tenant)).toEqual(look)
  })

  it('takes the colour that was chosen while setting up, and keeps the rest', async () => {
    const reply = await call('PATCH', '/v1/onboarding', {
      key: tenant.sk,
      body: { accent: '#2f6f4e' },
      headers: { 'if-match': '0' },
    })
    expect(reply.body).toMatchObject({ accent: '#2f6f4e', steps: { look: 'done' } })
    expect(await worn(tenant)).toEqual({ ...look, accent: '#2f6f4e' })
  })
})
