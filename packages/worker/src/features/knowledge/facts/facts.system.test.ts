import { describe, expect, test } from 'vitest'
import { call, createTenant, readDone, type Reply, type TestTenant } from '../../../test/foyer.ts'

const facts = (tenant: TestTenant, query = ''): Promise<Reply> => call('GET', `/v1/facts${query}`, { key: tenant.sk })
const change = (tenant: TestTenant, body: unknown): Promise<Reply> =>
  call('POST', '/v1/facts', { key: tenant.sk, body })
const revisionOf = async (tenant: TestTenant): Promise<number> =>
  (await call('GET', '/v1/tenant', { key: tenant.sk })).body.knowledgeRevision

describe('facts of a location', () => {
  test('are typed in by the owner, checked by kind, and make one revision', async () => {
    const tenant = await createTenant()
    const { locationId } = tenant
    const phone = { locationId, kind: 'phones', value: { number: '(505) 555-0134' } }
    const hours = { locationId, kind: 'hours', value: { mon: [['08:00', '17:30']], sun: [] } }
    const added = await change(tenant, { add: [phone, hours] })
    expect(added.status).toBe(200)
    expect(added.body.items).toMatchObject([
      { kind: 'phones', value: { number: '+15055550134', use: 'main' }, state: 'confirmed', quote: null },
      { kind: 'hours', value: { mon: [['08:00', '17:30']], sun: [] }, state: 'confirmed', quote: null },
    ])
    expect(await revisionOf(tenant)).toBe(1)
    expect((await change(tenant, { add: [phone] })).body.items).toHaveLength(1)
    expect((await facts(tenant)).body.items).toHaveLength(2)
  })

  test('are refused with the field that is wrong, and then nothing is changed', async () => {
    const tenant = await createTenant()
    const { locationId } = tenant
    const good = { locationId, kind: 'payment', value: 'Cash' }
    const wrong = await change(tenant, { add: [good, { locationId, kind: 'hours', value: { mon: [['8', '17:30']] } }] })
    expect(wrong).toMatchObject({ status: 422, body: { error: { details: [{ path: 'add.1.value.mon.0.0' }] } } })
    expect((await change(tenant, { add: [{ locationId, kind: 'phones', value: { number: 'call us' } }] })).status).toBe(
      422,
    )
    expect(await revisionOf(tenant)).toBe(0)
  })

  test('of another tenant cannot be touched', async () => {
    const [acme, bolt] = [await createTenant(), await createTenant()]
    const added = await change(acme, { add: [{ locationId: acme.locationId, kind: 'payment', value: 'Cash' }] })
    const [{ id }] = added.body.items
    expect((await change(bolt, { reject: [id] })).status).toBe(404)
    expect(
      (await change(bolt, { add: [{ locationId: acme.locationId, kind: 'payment', value: 'Cash' }] })).status,
    ).toBe(404)
    expect((await facts(bolt)).body.items).toEqual([])
    expect((await facts(acme)).body.items).toMatchObject([{ id, state: 'confirmed' }])
  })

  test('are proposed from what was read with the words they come from, and proposed once', async () => {
    const tenant = await createTenant()
    const teach = async (text: string) => {
      const raw = `<html lang="en"><title>Contact</title><h1>Contact</h1><p>${text}</p><p>We are open Monday to Friday from 8:00 am to 5:00 pm.</p></html>`
      const made = await call('POST', '/v1/files?name=contact.html', {
        key: tenant.sk,
        raw,
        headers: { 'content-type': 'text/html' },
      })
      return (await readDone(tenant, made.body.id)).body
    }
    await teach('Call us at (505) 555-0134.')
    const proposed = (await facts(tenant, '?state=proposed')).body.items
    const phone = proposed.find(({ kind }: { kind: string }) => kind === 'phones')
    const hours = proposed.find(({ kind }: { kind: string }) => kind === 'hours')
    expect(phone).toMatchObject({ value: { number: '+15055550134' }, quote: { url: 'contact.html' } })
    const version = (await call('GET', `/v1/documents/versions/${phone.quote.versionId}`, { key: tenant.sk })).body
    expect(version.text.slice(phone.quote.start, phone.quote.end)).toBe(phone.quote.text)

    expect((await change(tenant, { confirm: [hours.id], reject: [phone.id] })).status).toBe(200)
    await teach('Call us at (505) 555-0134 at any time.')
    const after = (await facts(tenant)).body.items
    expect(after.filter(({ kind }: { kind: string }) => kind === 'phones')).toEqual([])
    expect((await facts(tenant, '?state=rejected')).body.items).toMatchObject([{ id: phone.id }])
    expect(after.find(({ id }: { id: string }) => id === hours.id)).toMatchObject({ state: 'confirmed' })
  })
})
