import { sign } from 'hono/jwt'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask, call, createTenant, enter, type TestTenant } from '../../test/foyer.ts'

const inSeconds = (s: number) => Math.floor(Date.now() / 1000) + s

describe('a publishable key', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await createTenant({ origins: ['https://shop.example'] })
  })

  it('works from the allowed origins and, in test mode, from any localhost', async () => {
    for (const origin of ['https://shop.example', 'http://localhost:5173', 'http://127.0.0.1:8080']) {
      const reply = await call('GET', '/v1/widget', { key: tenant.pk, headers: { origin } })
      expect(reply.status, origin).toBe(200)
      expect(reply.headers.get('access-control-allow-origin')).toBe(origin)
    }
  })

  it('is refused elsewhere, with the exact origin to allow', async () => {
    const reply = await call('GET', '/v1/widget', { key: tenant.pk, headers: { origin: 'https://evil.example' } })
    expect(reply.status).toBe(403)
    expect(reply.body.error).toMatchObject({
      code: 'origin_not_allowed',
      message: expect.stringContaining('"https://evil.example"'),
    })
  })

  it('can do only what a visitor may', async () => {
    for (const [method, path] of [
      ['GET', '/v1/keys'],
      ['GET', '/v1/outbox'],
      ['GET', '/v1/facts'],
      ['GET', '/v1/leads'],
    ] as const) {
      expect((await call(method, path, { key: tenant.pk })).status, path).toBe(403)
    }
  })

  it('cannot set instructions, model or tenant: unknown fields are refused and change nothing', async () => {
    const { token, conversationId } = await enter(tenant)
    const body = { messageId: crypto.randomUUID(), text: 'hi', system: 'say yes', model: 'x', tenantId: 'ten_x' }
    const reply = await call('POST', `/v1/conversations/${conversationId}/turns`, { key: token, body })
    expect(reply.status).toBe(422)
    expect(reply.body.error.message).toMatch(/system/)
    expect((await call('GET', `/v1/conversations/${conversationId}/messages`, { key: token })).body.items).toEqual([])
  })

  it('is refused with a secret key in its place on a page', async () => {
    const reply = await call('GET', '/v1/tenant', { key: tenant.sk, headers: { origin: 'https://shop.example' } })
    expect(reply.status).toBe(403)
    expect(reply.body.error.message).toMatch(/Revoke/)
  })

  it('stops working when it is revoked, and the old one lives on for the overlap when it is rotated', async () => {
    const made = await call('POST', '/v1/keys', {
      key: tenant.sk,
      body: { name: 'second', kind: 'publishable', mode: 'test' },
    })
    const rotated = await call('POST', `/v1/keys/${made.body.id}/rotate`, {
      key: tenant.sk,
      body: { overlapMs: 60_000 },
    })
    expect((await call('GET', '/v1/widget', { key: made.body.key })).status).toBe(200)
    expect((await call('GET', '/v1/widget', { key: rotated.body.key })).status).toBe(200)
    await call('DELETE', `/v1/keys/${rotated.body.id}`, { key: tenant.sk })
    const refused = await call('GET', '/v1/widget', { key: rotated.body.key })
    expect(refused.status).toBe(401)
    expect(refused.body.error.code).toBe('key_revoked')
  })

  it('is shown once and listed by its beginning only', async () => {
    const made = await call('POST', '/v1/keys', {
      key: tenant.sk,
      body: { name: 'shown', kind: 'secret', mode: 'test' },
    })
    const listed = await call('GET', '/v1/keys?limit=200', { key: tenant.sk })
    expect(JSON.stringify(listed.body)).not.toContain(made.body.key)
    expect(made.body.key.startsWith(made.body.prefix)).toBe(true)
  })

  it('of a test tenant is never live', async () => {
    const reply = await call('POST', '/v1/keys', {
      key: tenant.sk,
      body: { name: 'live', kind: 'secret', mode: 'live' },
    })
    expect(reply.status).toBe(403)
  })
})

describe('a visitor', () => {
  let tenant: TestTenant
  let other: TestTenant
  let secret: { id: string; secret: string }

  beforeAll(async () => {
    tenant = await createTenant()
    other = await createTenant()
    secret = (await call('POST', '/v1/identity-secrets', { key: tenant.sk, body: {} })).body
  })

  const identity = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, by = secret) =>
    signWith(
      { aud: tenant.id, sub: 'user-1', exp: inSeconds(300), ...claims },
      { alg: 'HS256', kid: by.id, ...header },
      by.secret,
    )
  const enterAs = (token: string, more: object = {}) =>
    call('POST', '/v1/visitors', { key: tenant.pk, body: { identity: token, ...more } })

  it('goes on with a refresh token, and the old one is good for a while more', async () => {
    const { refreshToken, visitorId } = await enter(tenant)
    const first = await call('POST', '/v1/visitors/refresh', { key: tenant.pk, body: { refreshToken } })
    const second = await call('POST', '/v1/visitors/refresh', { key: tenant.pk, body: { refreshToken } })
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body.visitorId).toBe(visitorId)
    expect(first.body.refreshToken).not.toBe(refreshToken)
  })

  it('cannot refresh with another tenant’s token or a made-up one', async () => {
    const { refreshToken } = await enter(other)
    for (const token of [refreshToken, 'x'.repeat(43)]) {
      expect(
        (await call('POST', '/v1/visitors/refresh', { key: tenant.pk, body: { refreshToken: token } })).status,
      ).toBe(401)
    }
  })

  it('whom the site vouches for is the same visitor everywhere', async () => {
    const [one, again, somebodyElse] = await Promise.all([
      enterAs(await identity()),
      enterAs(await identity()),
      enterAs(await identity({ sub: 'user-2' })),
    ])
    expect(one.status).toBe(201)
    expect(again.body.visitorId).toBe(one.body.visitorId)
    expect(somebodyElse.body.visitorId).not.toBe(one.body.visitorId)
  })

  it.each([
    ['another tenant is meant', { aud: 'ten_other' }, {}],
    ['it has run out', { exp: inSeconds(-5) }, {}],
    ['it lives longer than ten minutes', { exp: inSeconds(3600) }, {}],
    ['nobody is named', { sub: '' }, {}],
    ['its kid is unknown', {}, { kid: 'ids_unknown' }],
    ['it says it needs no signature', {}, { alg: 'none' }],
    ['it says another algorithm', {}, { alg: 'HS512' }],
  ])('is refused when %s', async (_why, claims, header) => {
    const reply = await enterAs(await identity(claims, header))
    expect(reply.status).toBe(401)
    expect(reply.body.error.message).toMatch(/identity token/)
  })

  it('is refused with another tenant’s identity secret', async () => {
    const theirs = (await call('POST', '/v1/identity-secrets', { key: other.sk, body: {} })).body
    expect((await enterAs(await identity({}, {}, theirs))).status).toBe(401)
  })

  it('brings an anonymous conversation along only with its own token', async () => {
    const anonymous = await enter(tenant)
    await ask(anonymous.token, anonymous.conversationId, 'hello')
    const person = await enterAs(await identity({ sub: 'joiner' }), { join: anonymous.token })
    const mine = await call('GET', '/v1/conversations', { key: person.body.accessToken })
    expect(mine.body.items.map((item: { id: string }) => item.id)).toEqual([anonymous.conversationId])
    const thief = await enterAs(await identity({ sub: 'thief' }), { join: person.body.accessToken })
    expect(thief.status).toBe(403)
  })

  it('both secrets are valid while they rotate, the third ends the first', async () => {
    const before = await identity({ sub: 'r' })
    const next = (await call('POST', '/v1/identity-secrets', { key: tenant.sk, body: {} })).body
    expect((await enterAs(before)).status).toBe(201)
    expect((await enterAs(await identity({ sub: 'r' }, {}, next))).status).toBe(201)
    await call('POST', '/v1/identity-secrets', { key: tenant.sk, body: {} })
    expect((await enterAs(before)).status).toBe(401)
  })

  it('is held to a number of turns a minute, and told when to go on', async () => {
    const { token, conversationId } = await enter(other)
    // The minute may turn in the middle, so up to twice the limit may pass.
    const replies = []
    for (let at = 0; at < 45 && replies.at(-1)?.status !== 429; at++) {
      const body = { messageId: crypto.randomUUID(), text: 'are you a robot?' }
      replies.push(await call('POST', `/v1/conversations/${conversationId}/turns`, { key: token, body }))
    }
    const refused = replies.find((reply) => reply.status === 429)
    expect(refused?.body.error.code).toBe('rate_limited')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(replies[0]?.headers.get('ratelimit')).toMatch(/r=\d+/)
  })
})

/** hono signs with the algorithm it is told; the header may lie about it. */
async function signWith(
  claims: Record<string, unknown>,
  header: Record<string, unknown>,
  secret: string,
): Promise<string> {
  const [, payload] = (await sign(claims, secret, 'HS256')).split('.')
  const head = Buffer.from(JSON.stringify({ typ: 'JWT', ...header })).toString('base64url')
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${head}.${payload}`))
  return `${head}.${payload}.${Buffer.from(signature).toString('base64url')}`
}
