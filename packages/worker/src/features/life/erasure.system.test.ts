import { neon, neonConfig } from '@neondatabase/serverless'
import { expect, it, vi } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { livelyCall, withVoice } from '../../test/calling.ts'
import { ask, call, createTenant, enter, newMessageId, type TestTenant, until } from '../../test/foyer.ts'

vi.setConfig({ testTimeout: 120_000 })

const secrets = ['Brunhilda', 'brunhilda@mail.example', 'my cellar smells of roses']

/** Somebody who asked, left a message, was recorded, and whose call was summarised. */
async function known(tenant: TestTenant) {
  await withVoice(tenant, { recording: { enabled: true } })
  const visitor = await enter(tenant)
  const { turnId } = await ask(visitor.token, visitor.conversationId, 'my cellar smells of roses')
  await call('POST', `/v1/conversations/${visitor.conversationId}/leads`, {
    key: visitor.token,
    body: {
      messageId: newMessageId(),
      name: 'Brunhilda',
      email: 'brunhilda@mail.example',
      text: 'my cellar smells of roses',
    },
  })
  const { body } = await call('GET', '/v1/widget', { key: tenant.pk })
  const held = await livelyCall(visitor, { recording: 'agreed', noticeVersion: body.voice.notice.version })
  await call('PUT', `/v1/calls/${held.id}/recording/0`, { key: held.token, raw: 'OggS' })
  await ask(held.token, visitor.conversationId, 'my name is Brunhilda and my cellar smells of roses', { via: 'voice' })
  await call('POST', `/v1/calls/${held.id}/transitions`, { key: held.token, body: { to: 'ended' } })
  await until(
    () => call('GET', `/v1/calls/${held.id}`, { key: tenant.sk }),
    ({ body: { call: made } }) => made.summary?.name === 'Brunhilda',
    60_000,
  )
  return { ...visitor, turnId, callId: held.id }
}

/** Every row of the tenant that may hold a person, as one text. */
async function kept(tenantId: string): Promise<string> {
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const app = neon(testPlatform().databaseUrl)
  const tables = [
    'visitors',
    'conversations',
    'messages',
    'turns',
    'ratings',
    'leads',
    'calls',
    'tool_calls',
    'outbox',
    'idempotency',
    'refresh_tokens',
  ]
  const [, ...rows] = await app.transaction([
    app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenantId]),
    ...tables.map((table) => app.query(`select * from ${table}`)),
  ])
  return JSON.stringify(rows)
}

it('a visitor is erased from every row, trace, recording and listener, and the one beside stays', async () => {
  const [tenant, beside] = [await createTenant(), await createTenant()]
  const [gone, stays] = [await known(tenant), await known(beside)]
  for (const secret of secrets) expect(await kept(tenant.id)).toContain(secret)
  expect((await call('DELETE', `/v1/visitors/${gone.visitorId}`, { key: beside.sk })).status).toBe(404)

  for (const again of [204, 204])
    expect((await call('DELETE', `/v1/visitors/${gone.visitorId}`, { key: tenant.sk })).status).toBe(again)
  for (const secret of secrets) expect(await kept(tenant.id)).not.toContain(secret)
  await until(
    () => call('GET', `/v1/calls/${gone.callId}/recording`, { key: tenant.sk }),
    (reply) => reply.status === 404,
    60_000,
  )
  const record = await call('GET', `/v1/calls/${gone.callId}`, { key: tenant.sk })
  expect([record.body.call.state, record.body.consents.length]).toEqual(['ended', 1])
  await until(
    () => call('GET', `/v1/conversations/${gone.conversationId}/events?after=0`, { key: gone.token }),
    (reply) => !JSON.stringify(reply.body).includes('roses'),
    60_000,
  )
  const replay = await call('POST', `/v1/turns/${gone.turnId}/replay`, { key: tenant.sk, body: {} })
  expect(replay.body.verdict).toBe('not_replayable')
  expect(
    (await call('POST', '/v1/visitors/refresh', { key: tenant.pk, body: { refreshToken: gone.refreshToken } })).status,
  ).toBe(401)

  for (const secret of secrets) expect(await kept(beside.id)).toContain(secret)
  expect((await call('GET', `/v1/calls/${stays.callId}/recording`, { key: beside.sk })).status).toBe(200)
})
