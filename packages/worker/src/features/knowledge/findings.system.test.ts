import { describe, expect, it } from 'vitest'
import { call, createTenant, type TestTenant, teach } from '../../test/foyer.ts'

const findings = async (tenant: TestTenant, state = 'open') =>
  (await call('GET', `/v1/knowledge/findings?state=${state}`, { key: tenant.sk })).body.items

describe('what the owner should look at', () => {
  it('is a price that two sources disagree on, with both quotes; resolved when one is taken back', async () => {
    const tenant = await createTenant()
    const other = await createTenant()
    await teach(tenant, 'Prices', '# Prices\nA boiler service costs $120.\nA filter costs $15.')
    expect(await findings(tenant)).toEqual([])
    const { sourceId } = await teach(tenant, 'Flyer', 'A boiler service costs $99.')
    const [finding, ...rest] = await findings(tenant)
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      kind: 'contradiction',
      believed: { text: 'A boiler service costs $120.' },
      other: { text: 'A boiler service costs $99.' },
    })
    expect(await findings(other)).toEqual([])
    expect((await call('DELETE', `/v1/sources/${sourceId}`, { key: tenant.sk })).status).toBe(204)
    await expect.poll(() => findings(tenant), { timeout: 20_000 }).toEqual([])
    expect(await findings(tenant, 'resolved')).toMatchObject([{ id: finding.id }])
  })

  it('stays dismissed when it is found again, and comes back when it was only resolved', async () => {
    const tenant = await createTenant()
    await teach(tenant, 'Prices', 'A chimney sweep costs $80.')
    await teach(tenant, 'Flyer', 'A chimney sweep costs $75.')
    const [first] = await findings(tenant)
    const close = (id: string, state: string) =>
      call('PATCH', `/v1/knowledge/findings/${id}`, { key: tenant.sk, body: { state } })
    expect((await close(first.id, 'resolved')).body.state).toBe('resolved')
    await teach(tenant, 'News', 'We have a new van.')
    const [again] = await findings(tenant)
    expect(again.other.text).toBe(first.other.text)
    expect((await close(again.id, 'dismissed')).status).toBe(200)
    await teach(tenant, 'More news', 'We have two new vans.')
    expect(await findings(tenant)).toEqual([])
    expect((await close(again.id, 'resolved')).status).toBe(404)
    const audit = (await call('GET', '/v1/audit?limit=200', { key: tenant.sk })).body.items
    expect(audit.filter((row: { action: string }) => row.action.startsWith('finding.'))).toHaveLength(2)
  })

  it('is no two things with two prices', async () => {
    const tenant = await createTenant()
    await teach(tenant, 'Prices', 'A boiler service costs $120.\nA drain inspection costs $60.')
    await teach(
      tenant,
      'Plans',
      'A boiler replacement costs $4,000.\nA drain inspection costs $60.\nThe gold plan costs $19 a month.',
    )
    expect(await findings(tenant)).toEqual([])
  })
})
