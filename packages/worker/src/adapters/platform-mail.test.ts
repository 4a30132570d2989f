import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { identityDoor } from '../features/identity/index.ts'
import { readConfig } from '../shared/config.ts'
import { AppError } from '../shared/errors.ts'
import { problemOf } from '../web/problem.ts'
import type { HttpEnv } from '../web/router.ts'
import { identityMail } from './platform-mail.ts'

const server = {
  DATABASE_URL: 'postgresql://app:a@127.0.0.1/foyer',
  AUTH_DATABASE_URL: 'postgresql://auth:a@127.0.0.1/foyer',
  FOYER_SECRET: 'a-secret-of-enough-letters',
  FOYER_OPERATOR_KEY: 'a-key-of-enough-letters',
  PUBLIC_URL: 'https://desk.example',
}
const mailbox = { LOCAL_MAILBOX_URL: 'http://127.0.0.1:1', LOCAL_MAILBOX_SECRET: 'a-secret-of-enough-letters' }
const ctxOf = (more: Record<string, string>) => {
  const config = readConfig({ ...server, ...more })
  return { config, identityMail: identityMail(config) } as HttpEnv['Variables']['platform']
}

describe('mail about accounts', () => {
  it.each([
    ['a mail server of its own', { SMTP_URL: 'smtps://a:b@mail.example' }],
    ['a provider’s key', { RESEND_API_KEY: 'a-key-of-enough-letters' }],
    ['a mailbox, on one machine', { FOYER_LOCAL: '1', ...mailbox }],
  ])('is carried by %s', (_what, env) => {
    expect(ctxOf(env).identityMail).not.toBeNull()
  })

  it.each([
    ['nothing is set', {}],
    ['there is a mailbox on a server that is not local', mailbox],
  ])('is carried by nobody where %s, and then signing up is off in a clear sentence', async (_what, env) => {
    const platform = ctxOf(env)
    expect(platform.identityMail).toBeNull()
    const app = new Hono<HttpEnv>()
    app.use(async (c, next) => {
      c.set('platform', platform)
      await next()
    })
    app.route('/', identityDoor)
    app.onError((error) => problemOf(error, 'req_test'))
    for (const path of ['sign-up/email', 'sign-in/magic-link', 'request-password-reset']) {
      const reply = await app.request(`/api/auth/${path}`, { method: 'POST', body: '{}' })
      expect(reply.status, path).toBe(503)
      const { error } = (await reply.json()) as { error: { code: string; message: string } }
      expect(error.code).toBe('unavailable')
      expect(error.message).toMatch(/cannot send mail yet.*SMTP_URL or RESEND_API_KEY/)
    }
  })

  it('refuses an SMTP_URL of another kind by its name, not its value', () => {
    expect(() => ctxOf({ SMTP_URL: 'https://user:hunter2@mail.example' })).toThrow(AppError)
    expect(() => ctxOf({ SMTP_URL: 'https://user:hunter2@mail.example' })).toThrow(/SMTP_URL missing or wrong/)
  })
})
