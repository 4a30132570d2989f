import { describe, expect, it } from 'vitest'
import { createTenant } from '../../test/foyer.ts'
import { browser, letterTo, newEmail, password, signUp, tokenIn } from '../../test/person.ts'

const newTenant = (name: string) => ({
  slug: `s${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`,
  name,
  country: 'US',
  location: { name: 'Main', timeZone: 'America/Denver' },
  assistant: { name: 'Robin' },
})

describe('signing up', () => {
  it('goes from the form by a letter to a session, a tenant of one’s own, and its settings', async () => {
    const pat = await signUp()
    const me = await pat.call('GET', '/v1/me')
    expect(me.body).toMatchObject({ user: { email: pat.email, emailVerified: true }, tenants: [] })
    const made = await pat.call('POST', '/v1/me/tenants', newTenant('Pat’s Plumbing'))
    expect(made.status).toBe(201)
    const tenantId: string = made.body.tenant.id
    const after = await pat.call('GET', '/v1/me')
    expect(after.body.tenants).toEqual([
      expect.objectContaining({ id: tenantId, name: 'Pat’s Plumbing', role: 'owner' }),
    ])
    const tenant = await pat.call('GET', '/v1/tenant', undefined, { 'foyer-tenant': tenantId })
    expect(tenant.body).toMatchObject({ id: tenantId, name: 'Pat’s Plumbing' })
    expect(tenant.body).not.toHaveProperty('organizationId')
  })

  it('a session is no way into a tenant one does not belong to', async () => {
    const pat = await signUp()
    const other = await createTenant()
    const reply = await pat.call('GET', '/v1/tenant', undefined, { 'foyer-tenant': other.id })
    expect(reply.status).toBe(404)
  })

  it('signs in with the password, and out', async () => {
    const pat = await signUp()
    const again = browser(pat.email)
    expect((await again.account('sign-in/email', { email: pat.email, password })).status).toBe(200)
    expect((await again.call('GET', '/v1/me')).body.user.email).toBe(pat.email)
    const before = new Map(again.cookies)
    await again.account('sign-out', {})
    expect((await again.call('GET', '/v1/me')).status).toBe(401)
    for (const [name, value] of before) again.cookies.set(name, value)
    expect((await again.call('GET', '/v1/me')).status).toBe(401)
  })

  it('signs in by a link that works once', async () => {
    const pat = await signUp()
    const other = browser(pat.email)
    await other.account('sign-in/magic-link', { email: pat.email })
    const token = tokenIn(await letterTo(pat.email, /sign-in link/))
    expect((await other.account('magic-link/verify', { token })).status).toBe(200)
    expect((await other.call('GET', '/v1/me')).status).toBe(200)
    const late = await browser(newEmail()).account('magic-link/verify', { token })
    expect(late.body.error.code).toBe('link_expired')
  })

  it('sets a new password by a letter, which ends every session', async () => {
    const pat = await signUp()
    await browser(pat.email).account('request-password-reset', { email: pat.email })
    const token = tokenIn(await letterTo(pat.email, /new password/))
    const fresh = browser(pat.email)
    expect((await fresh.account('reset-password', { token, newPassword: 'another long password' })).status).toBe(200)
    expect((await pat.call('GET', '/v1/me')).status).toBe(401)
    expect((await fresh.account('sign-in/email', { email: pat.email, password })).body.error.code).toBe(
      'sign_in_refused',
    )
    const now = await fresh.account('sign-in/email', { email: pat.email, password: 'another long password' })
    expect(now.status).toBe(200)
  })
})

describe('a letter about an account', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', /Confirme su correo/],
    ['ar', /أكّد بريدك/],
    ['de,fr', /Confirm your e-mail/],
  ])('for who reads %s is written so', async (lang, subject) => {
    const email = newEmail()
    await browser(email).account('sign-up/email', { email, password, name: 'X' }, { 'accept-language': lang })
    expect(tokenIn(await letterTo(email, subject))).not.toBe('')
  })
})
