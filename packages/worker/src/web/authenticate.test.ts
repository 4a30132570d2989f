import { sign } from 'hono/jwt'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../shared/config.ts'
import { accessTokenMs, authenticate, signVisitorToken } from './authenticate.ts'

const config = readConfig({
  DATABASE_URL: 'postgresql://a:b@127.0.0.1/x',
  FOYER_SECRET: 'a-secret-of-enough-letters',
  FOYER_OPERATOR_KEY: 'an-operator-key-of-enough-letters',
  PUBLIC_URL: 'http://127.0.0.1:1',
})
const claims = { sub: 'vis_1', tenant: 'ten_1', mode: 'test' as const, key: 'key_1', assistant: null, origins: [] }
const born = new Date('2026-11-21T12:00:00Z')
const later = (ms: number) => new Date(born.getTime() + ms)

describe('a visitor’s access token', () => {
  it('is good for fifteen minutes and not a second more', async () => {
    const header = `Bearer ${await signVisitorToken(claims, config, born)}`
    expect(accessTokenMs).toBe(15 * 60_000)
    expect(await authenticate(header, config, later(accessTokenMs - 1000))).toMatchObject({
      principal: { kind: 'visitor', visitorId: 'vis_1' },
      tenant: { tenantId: 'ten_1', mode: 'test' },
    })
    await expect(authenticate(header, config, later(accessTokenMs))).rejects.toMatchObject({ code: 'token_expired' })
  })

  it.each([
    ['another secret', { aud: 'visitor' }, 'visitor:not-the-secret-at-all'],
    ['another purpose', { aud: 'live' }, 'visitor:a-secret-of-enough-letters'],
    ['another kind of end', { aud: 'visitor', exp: 'tomorrow' }, 'visitor:a-secret-of-enough-letters'],
  ])('signed for %s is not one of ours', async (_what, more, secret) => {
    const token = await sign({ ...claims, exp: later(60_000).getTime() / 1000, ...more } as never, secret, 'HS256')
    await expect(authenticate(`Bearer ${token}`, config, born)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the operator’s key', () => {
  it('opens the platform’s doors; a near miss opens nothing', async () => {
    expect(await authenticate('Bearer an-operator-key-of-enough-letters', config, born)).toEqual({
      principal: { kind: 'operator' },
    })
    await expect(authenticate('Bearer an-operator-key-of-enough-letter', config, born)).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('is not looked for where no credential was sent', async () => {
    expect(await authenticate(undefined, config, born)).toBeNull()
    expect(await authenticate('Basic abc', config, born)).toBeNull()
  })
})
