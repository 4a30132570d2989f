import { neon, neonConfig } from '@neondatabase/serverless'
import { describe, expect, it } from 'vitest'
import { testPlatform } from '../../../../../local/src/test/provided.ts'
import { livelyCall, withVoice } from '../../../test/calling.ts'
import { call, createTenant, enter, until } from '../../../test/foyer.ts'

describe('a recording', () => {
  const noticeOf = async (tenant: { pk: string }) =>
    (await call('GET', '/v1/widget', { key: tenant.pk })).body.voice.notice.version
  const put = (held: { id: string; token: string }, part: number, text: string) =>
    call('PUT', `/v1/calls/${held.id}/recording/${part}`, { key: held.token, raw: text })

  it('is kept in parts and played back in ranges, when it was switched on and agreed to', async () => {
    const tenant = await createTenant()
    await withVoice(tenant, { recording: { enabled: true } })
    const [visitor, other] = [await enter(tenant), await createTenant()]
    const held = await livelyCall(visitor, { recording: 'agreed', noticeVersion: await noticeOf(tenant) })
    expect(held.claim.setting.recording).toEqual({ state: 'on', nextPart: 0 })
    expect((await put(held, 0, 'OggS-one ')).body).toEqual({ part: 0, bytes: 9 })
    expect((await put(held, 0, 'again')).body, 'the same part again').toEqual({ part: 0, bytes: 9 })
    expect((await put(held, 2, 'too early')).status).toBe(409)
    await put(held, 1, 'OggS-two')
    const path = `/v1/calls/${held.id}/recording`
    expect((await call('GET', path, { key: tenant.sk })).body).toBe('OggS-one OggS-two')
    const part = await call('GET', path, { key: tenant.sk, headers: { range: 'bytes=5-12' } })
    expect([part.status, part.body, part.headers.get('content-range')]).toEqual([206, 'one OggS', 'bytes 5-12/17'])
    expect((await call('GET', path, { key: tenant.sk, headers: { range: 'bytes=99-' } })).status).toBe(416)
    expect((await call('GET', path, { key: other.sk })).status).toBe(404)
    const record = await call('GET', `/v1/calls/${held.id}`, { key: tenant.sk })
    expect(record.body.consents).toMatchObject([{ answer: 'agreed', wording: expect.stringContaining('recorded') }])
  })

  it('is not made without the visitor’s word, nor after they took it back', async () => {
    const tenant = await createTenant()
    await withVoice(tenant, { recording: { enabled: true } })
    const noticeVersion = await noticeOf(tenant)
    const refused = await livelyCall(await enter(tenant), { recording: 'refused', noticeVersion })
    expect((await put(refused, 0, 'x')).status).toBe(403)
    const old = await livelyCall(await enter(tenant), { recording: 'agreed', noticeVersion: 'other words' })
    expect((await put(old, 0, 'x')).status).toBe(403)
    const agreed = await livelyCall(await enter(tenant), { recording: 'agreed', noticeVersion })
    await put(agreed, 0, 'x')
    const consent = { kind: 'recording', answer: 'refused', lang: 'en', wording: 'Stop recording.', noticeVersion }
    expect((await call('POST', `/v1/calls/${agreed.id}/consents`, { key: agreed.token, body: consent })).status).toBe(
      201,
    )
    expect((await put(agreed, 1, 'y')).status).toBe(403)
  })

  it('goes by night when the tenant keeps recordings no longer, with its files; the call stays in the books', async () => {
    const [tenant, beside] = [await createTenant(), await createTenant()]
    const made: { id: string; sk: string; tenantId: string }[] = []
    for (const one of [tenant, beside]) {
      await withVoice(one, { recording: { enabled: true } })
      const held = await livelyCall(await enter(one), { recording: 'agreed', noticeVersion: await noticeOf(one) })
      await put(held, 0, 'OggS')
      made.push({ id: held.id, sk: one.sk, tenantId: one.id })
      await asTenant(one.id, `update calls set created_at = created_at - interval '40 days'`)
    }
    const kept = { conversationDays: 365, traceDays: 90, auditDays: 730, recordingDays: 60 }
    const change = await call('PATCH', '/v1/tenant', { key: beside.sk, body: { retention: kept } })
    expect(change.body.retention).toEqual(kept)
    await fetch(new URL(`/cdn-cgi/local/scheduled?cron=${encodeURIComponent('17 3 * * *')}`, testPlatform().apiUrl))
    const [gone, stays] = made.map(
      ({ id, sk }) =>
        () =>
          call('GET', `/v1/calls/${id}/recording`, { key: sk }),
    )
    await until(
      () => gone?.() ?? Promise.reject(new Error('no call')),
      (reply) => reply.status === 404,
      60_000,
    )
    expect((await stays?.())?.status).toBe(200)
    const { body } = await call('GET', `/v1/calls/${made[0]?.id}`, { key: tenant.sk })
    expect([body.call.recordingBytes, body.consents.length]).toEqual([0, 1])
  }, 120_000)
})

/** As the tenant: row security hides everything from the owner's login too. */
async function asTenant(tenantId: string, text: string): Promise<void> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const app = neon(testPlatform().databaseUrl)
  await app.transaction([
    app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenantId]),
    app.query(text),
  ])
}
