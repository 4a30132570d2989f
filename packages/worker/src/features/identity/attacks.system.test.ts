import { expect, it, vi } from 'vitest'
import { call } from '../../test/foyer.ts'
import { browser, lettersTo, letterTo, newEmail, password, signUp, tokenIn } from '../../test/person.ts'
import { own } from '../../test/members.ts'

// A password costs the server its scrypt on every try, on purpose.
vi.setConfig({ testTimeout: 90_000 })

it('guessing a password ends after ten tries, for an account that exists and one that does not', async () => {
  const pat = await signUp()
  for (const email of [pat.email, newEmail()]) {
    const guesser = browser(email)
    const tries: number[] = []
    for (let at = 0; at < 11; at++)
      tries.push((await guesser.account('sign-in/email', { email, password: `guess number ${at}` })).status)
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429])
    const held = await guesser.account('sign-in/email', { email, password })
    expect(held.body.error.code).toBe('rate_limited')
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  }
})

it('nothing tells an address that has an account from one that has none', async () => {
  const pat = await signUp()
  const nobody = browser(newEmail())
  const shape = (body: Record<string, unknown>) => JSON.stringify(body).replace(/"[^"]*(usr_|@|T\d\d:)[^"]*"/g, '…')
  for (const [path, more] of [
    ['sign-up/email', { password, name: 'X' }],
    ['sign-in/email', { password: 'not this one, no' }],
    ['sign-in/magic-link', {}],
    ['request-password-reset', {}],
    ['send-verification-email', {}],
  ] as const) {
    const stranger = newEmail()
    const known = await nobody.account(path, { email: pat.email, ...more })
    const unknown = await nobody.account(path, { email: stranger, ...more })
    expect([path, known.status], path).toEqual([path, unknown.status])
    if (known.status === 200) expect(shape(known.body), path).toBe(shape(unknown.body))
    else expect(known.body.error.message, path).toBe(unknown.body.error.message)
    if (path !== 'sign-up/email') expect(await lettersTo(stranger), path).toEqual([])
  }
  expect((await letterTo(pat.email, /have a Foyer account already/)).text).not.toContain('#token=')
})

it('a session that was put into a browser before signing in is not the one after it', async () => {
  const pat = await signUp()
  const [[name, planted] = ['', '']] = [...pat.cookies].filter(([cookie]) => cookie.endsWith('session_token'))
  const victim = browser(newEmail())
  const email = (await signUp(victim.email)).email
  victim.cookies.set(name, planted)
  await victim.account('sign-in/email', { email, password })
  expect(victim.cookies.get(name)).not.toBe(planted)
  expect((await victim.call('GET', '/v1/me')).body.user.email).toBe(email)
  expect((await pat.call('GET', '/v1/me')).body.user.email).toBe(pat.email)
})

it('a cookie with another signature, or none, is nobody', async () => {
  const pat = await signUp()
  for (const change of [
    (value: string) => value.split('.')[0] ?? '',
    (value: string) => `${value.slice(0, -6)}AAAA%3D`,
  ]) {
    const forger = browser(pat.email)
    for (const [name, value] of pat.cookies) forger.cookies.set(name, change(value))
    expect((await forger.call('GET', '/v1/me')).status).toBe(401)
  }
})

it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('a page of %s changes nothing', async (origin) => {
  const desk = await own('Careful')
  const { person } = desk
  for (const [method, path, body] of [
    ['PATCH', '/v1/tenant', { name: 'Theirs' }],
    ['POST', '/v1/me/tenants', {}],
    ['GET', '/v1/tenant', undefined],
    ['POST', '/api/auth/sign-out', {}],
    ['POST', '/api/auth/sign-in/email', { email: person.email, password }],
  ] as const) {
    const reply = await desk.call(method, path, body, { origin })
    expect(reply.body.error.code, `${method} ${path}`).toBe('origin_not_allowed')
  }
  expect((await desk.call('GET', '/v1/tenant')).body.name).toBe('Careful')
})

it('without an Origin a session reads, and changes nothing', async () => {
  const desk = await own('Careful too')
  const cookie = [...desk.person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, 'foyer-tenant': desk.id }
  expect((await call('GET', '/v1/tenant', { headers })).status).toBe(200)
  expect((await call('PATCH', '/v1/tenant', { headers, body: { name: 'x' } })).status).toBe(403)
})

it('no link leads elsewhere, whatever address is asked for', async () => {
  const email = newEmail()
  const eve = browser(email)
  const elsewhere = 'https://evil.example/x'
  const all = {
    callbackURL: elsewhere,
    redirectTo: elsewhere,
    errorCallbackURL: elsewhere,
    newUserCallbackURL: elsewhere,
  }
  await eve.account('sign-up/email', { email, password, name: 'Eve', ...all })
  const first = await letterTo(email, /Confirm/)
  await eve.account('verify-email', { token: tokenIn(first), ...all })
  await eve.account('request-password-reset', { email, ...all })
  await eve.account('sign-in/magic-link', { email, ...all })
  const letters = [first, await letterTo(email, /new password/), await letterTo(email, /sign-in link/)]
  for (const letter of letters) expect(letter.text).not.toContain('evil')
  const bad = await eve.account('magic-link/verify', { token: 'not-a-token-at-all-1234', ...all })
  expect([bad.status, bad.headers.get('location')]).toEqual([410, null])
})

it('what the library has besides does not exist here', async () => {
  const pat = await signUp()
  for (const path of ['list-sessions', 'ok', 'error', 'callback/google', 'reset-password/abc', 'verify-email?token=x'])
    expect((await pat.account(path)).status, path).toBe(404)
  for (const path of [
    'delete-user',
    'change-email',
    'revoke-session',
    'organization/create',
    '__proto__',
    'constructor',
  ])
    expect((await pat.account(path, {})).status, path).toBe(404)
})

it('a name is one line of text; HTML in it stays text', async () => {
  const name = '<img src=x onerror=alert(1)> "quoted" ‮evil'
  const pat = await signUp(newEmail(), name)
  expect((await pat.call('GET', '/v1/me')).body.user.name).toBe('<img src=x onerror=alert(1)> "quoted" evil')
  const reply = await pat.call('GET', '/v1/me')
  expect(reply.headers.get('content-type')).toContain('application/json')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  for (const wrong of ['', '   ', 'x'.repeat(81), 'Win at https://evil.example', 7])
    expect((await pat.account('update-user', { name: wrong })).status).toBe(422)
})

it('a session that ends while somebody types says so, and nothing is changed', async () => {
  const desk = await own('Typing')
  await browser(desk.person.email).account('request-password-reset', { email: desk.person.email })
  const token = tokenIn(await letterTo(desk.person.email, /new password/))
  await browser('x').account('reset-password', { token, newPassword: 'another long password' })
  const saved = await desk.call('PATCH', '/v1/tenant', { name: 'Half typed' })
  expect([saved.status, saved.body.error.code]).toEqual([401, 'unauthenticated'])
  expect(saved.body.error.message).toMatch(/signed out/)
})

it('a link alone does not go round the second factor', async () => {
  const pat = await signUp()
  const enabled = await pat.account('two-factor/enable', { password })
  expect(enabled.body.totpURI).toMatch(/^otpauth:\/\/totp\/Foyer/)
  const code = await totp(enabled.body.totpURI)
  expect((await pat.account('two-factor/verify-totp', { code })).status).toBe(200)
  const fresh = browser(pat.email)
  const half = await fresh.account('sign-in/email', { email: pat.email, password })
  expect(half.body.twoFactorRedirect).toBe(true)
  expect((await fresh.call('GET', '/v1/me')).status).toBe(401)
  expect((await fresh.account('two-factor/verify-totp', { code: '000000' })).body.error.code).toBe('sign_in_refused')
  const [recovery] = enabled.body.backupCodes
  expect((await fresh.account('two-factor/verify-backup-code', { code: recovery })).status).toBe(200)
  expect((await fresh.call('GET', '/v1/me')).status).toBe(200)
  await browser('x').account('sign-in/magic-link', { email: pat.email })
  expect((await letterTo(pat.email, /Signing in/)).text).not.toContain('#token=')
})

/** RFC 6238, six digits of thirty seconds. */
async function totp(uri: string): Promise<string> {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(Date.now() / 30_000)))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  return String((mac.getUint32(mac.getUint8(19) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
