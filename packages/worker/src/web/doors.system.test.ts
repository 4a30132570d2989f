import { beforeAll, describe, expect, it } from 'vitest'
import { call, createTenant, enter, newMessageId, type TestTenant } from '../test/foyer.ts'

describe('bad input at the door', () => {
  let tenant: TestTenant
  let visitor: Awaited<ReturnType<typeof enter>>
  beforeAll(async () => {
    tenant = await createTenant()
    visitor = await enter(tenant)
  })

  const turn = (raw: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    call('POST', `/v1/conversations/${visitor.conversationId}/turns`, { key: visitor.token, raw, headers })
  const saying = (text: unknown) => turn(JSON.stringify({ messageId: newMessageId(), text }))

  it.each([
    ['a message of 5 MB', () => saying('x'.repeat(5 * 1024 * 1024)), 413, 'too_large'],
    ['invalid UTF-8', () => turn(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), 400, 'invalid_utf8'],
    ['malformed JSON', () => turn('{"messageId": "'), 400, 'invalid_json'],
    ['another type of body', () => turn('<x/>', { 'content-type': 'application/xml' }), 415, 'unsupported_type'],
    ['no text', () => saying(''), 422, 'unprocessable'],
    ['a number for a text', () => saying(7), 422, 'unprocessable'],
    ['4,001 characters', () => saying('x'.repeat(4001)), 422, 'unprocessable'],
    ['a list for an object', () => turn('[]'), 422, 'unprocessable'],
    [
      'a message id with a space',
      () => turn(JSON.stringify({ messageId: 'not one id', text: 'x' })),
      422,
      'unprocessable',
    ],
  ])('%s is refused in plain words and changes nothing', async (_what, send, status, code) => {
    const reply = await send()
    expect(reply.status).toBe(status)
    expect(reply.body.error.code).toBe(code)
    expect(reply.body.error.message).toMatch(/^[A-Z].*\.$/)
    expect(
      (await call('GET', `/v1/conversations/${visitor.conversationId}/messages`, { key: visitor.token })).body.items,
    ).toEqual([])
  })

  it('odd but valid words are answered', async () => {
    for (const text of [
      'x',
      '🙂🙂🙂',
      '\u202Eevil\u200B\u200D',
      'مرحبا hello ¿qué?',
      'a'.repeat(4000),
      '<script>alert(1)</script>',
      "'; drop table tenants; --",
    ]) {
      const odd = await enter(tenant)
      const reply = await call('POST', `/v1/conversations/${odd.conversationId}/turns`, {
        key: odd.token,
        body: { messageId: newMessageId(), text },
      })
      expect(reply.body, text.slice(0, 20)).toContain('turn.answered')
    }
  })

  it('text that no database can hold is refused, not lost', async () => {
    const reply = await saying('zero\u0000byte')
    expect(reply.status).toBe(422)
  })

  it('an unknown address says where the API begins', async () => {
    expect((await call('GET', '/v1/nothing', { key: tenant.sk })).body.error.message).toContain('/openapi.json')
  })

  it('a preflight from any page is answered', async () => {
    const reply = await call('OPTIONS', '/v1/widget', {
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'GET' },
    })
    expect(reply.status).toBe(204)
    expect(reply.headers.get('access-control-allow-headers')).toContain('authorization')
  })

  it('liveness and readiness answer without a credential', async () => {
    expect((await call('GET', '/healthz')).body).toEqual({ status: 'alive' })
    expect((await call('GET', '/healthz/ready')).body).toEqual({ status: 'ready' })
  })
})

describe('a playbook', () => {
  let tenant: TestTenant
  let path: string
  beforeAll(async () => {
    tenant = await createTenant()
    path = `/v1/assistants/${tenant.assistantId}/playbook`
  })

  it('goes in and out as YAML, is published as numbered versions, and restored', async () => {
    const yaml = 'name: Desk\nlanguages: [en]\ngreeting:\n  en: Welcome to {business}.\n'
    const put = await call('PUT', path, {
      key: tenant.sk,
      raw: yaml,
      headers: { 'content-type': 'application/yaml', 'if-match': '0' },
    })
    expect(put.status).toBe(200)
    const out = await call('GET', path, { key: tenant.sk, headers: { accept: 'application/yaml' } })
    expect(out.body).toContain('Welcome to {business}.')
    const first = await call('POST', `${path}/publish`, { key: tenant.sk, body: { note: 'first' } })
    expect(first.body).toMatchObject({ number: 1, published: true })
    await call('PUT', path, {
      key: tenant.sk,
      body: { name: 'Desk two', languages: ['en'] },
      headers: { 'if-match': '1' },
    })
    expect((await call('POST', `${path}/publish`, { key: tenant.sk, body: {} })).body.number).toBe(2)
    const restored = await call('POST', `${path}/versions/1/restore`, { key: tenant.sk, body: {} })
    expect(restored.body).toMatchObject({ revision: 3, playbook: { name: 'Desk' } })
    const versions = await call('GET', `${path}/versions`, { key: tenant.sk })
    expect(versions.body.items.map((version: { number: number }) => version.number)).toEqual([2, 1])
  })

  it.each([
    ['an unknown field', { name: 'x', languages: ['en'], sytem: 'prompt' }, 'sytem'],
    [
      'one id twice',
      { name: 'x', languages: ['en'], scenarios: [1, 2].map(() => ({ id: 'same', examples: {}, answer: {} })) },
      'twice',
    ],
    ['a phone number of another form', { name: 'x', languages: ['en'], emergency: { phone: '911' } }, 'E.164'],
  ])('with %s is refused by name', async (_what, playbook, words) => {
    const draft = await call('GET', path, { key: tenant.sk })
    const reply = await call('PUT', path, {
      key: tenant.sk,
      body: playbook,
      headers: { 'if-match': String(draft.body.revision) },
    })
    expect(reply.status).toBe(422)
    expect(JSON.stringify(reply.body.error)).toContain(words)
    expect((await call('GET', path, { key: tenant.sk })).body.revision).toBe(draft.body.revision)
  })

  it('is not put without saying which revision was seen', async () => {
    const reply = await call('PUT', path, { key: tenant.sk, body: { name: 'x', languages: ['en'] } })
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).toContain('If-Match')
  })
})
