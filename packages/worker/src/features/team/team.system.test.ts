import { beforeAll, describe, expect, it, vi } from 'vitest'
import { call, createTenant, operatorKey, type Reply } from '../../test/foyer.ts'
import { neon, neonConfig } from '@neondatabase/serverless'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { type Browser, browser, letterTo, newEmail, signUp, tokenIn } from '../../test/person.ts'
import { own, type OwnTenant } from '../../test/members.ts'

// Each person costs the server a scrypt.
vi.setConfig({ testTimeout: 90_000 })

let desk: OwnTenant
let other: OwnTenant

beforeAll(async () => {
  desk = await own('Front Desk & <b>Sons</b>')
  other = await own('Beside')
})

const invited = async (role: string, email = newEmail()): Promise<{ email: string; token: string; id: string }> => {
  const made = await desk.call('POST', '/v1/invitations', { email, role })
  expect(made.status).toBe(201)
  return { email, token: tokenIn(await letterTo(email, /invitation/i)), id: made.body.id }
}

const accept = (who: Browser, token: string) => who.call('POST', '/v1/me/invitations', { token })
const roles = (reply: Reply) => reply.body.items.map((each: { role: string }) => each.role).toSorted()

describe('an invitation', () => {
  it('is mailed, looked at, accepted once, and stands in the audit log with names', async () => {
    const { email, token } = await invited('viewer')
    const look = await call('POST', '/v1/invitation', { body: { token } })
    expect(look.body).toMatchObject({ email, role: 'viewer', tenantName: 'Front Desk & <b>Sons</b>' })
    const sam = await signUp(email, 'Sam Viewer')
    expect((await accept(sam, token)).body).toMatchObject({ id: desk.id, role: 'viewer' })
    expect((await accept(sam, token)).body.error.code).toBe('link_expired')
    const seen = await sam.call('GET', '/v1/tenant', undefined, { 'foyer-tenant': desk.id })
    expect(seen.status).toBe(200)
    const refused = await sam.call('PATCH', '/v1/tenant', { name: 'Mine now' }, { 'foyer-tenant': desk.id })
    expect(refused.body.error.code).toBe('forbidden')
    const audit = await desk.call('GET', '/v1/audit')
    const entry = audit.body.items.find((each: { action: string }) => each.action === 'invitation.accepted')
    expect(entry.actorName).toBe('Sam Viewer')
  })

  it('for another address is not accepted, and stays good for the right one', async () => {
    const { email, token } = await invited('admin')
    const stranger = await signUp()
    const refused = await accept(stranger, token)
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toMatch(/another e-mail address/)
    expect((await accept(await signUp(email), token)).status).toBe(201)
  })

  it('that has run out, or was withdrawn or replaced, is not accepted', async () => {
    const late = await invited('viewer')
    neonConfig.fetchEndpoint = testPlatform().gatewayUrl
    const owner = neon(testPlatform().ownerUrl)
    await owner.query(`update auth.invitation set expires_at = now() - interval '1 second' where id = $1`, [late.id])
    const ann = await signUp(late.email)
    expect((await accept(ann, late.token)).body.error.code).toBe('link_expired')
    const again = await desk.call('POST', `/v1/invitations/${late.id}/resend`, {})
    expect(again.status).toBe(200)
    expect((await accept(ann, late.token)).body.error.code).toBe('link_expired')
    expect((await desk.call('DELETE', `/v1/invitations/${late.id}`)).status).toBe(204)
    expect((await desk.call('DELETE', `/v1/invitations/${late.id}`)).status).toBe(404)
    expect((await accept(ann, tokenIn(await letterTo(late.email, /invitation/i)))).body.error.code).toBe('link_expired')
  })

  it('accepted twice at once makes one member', async () => {
    const { email, token } = await invited('responder')
    const kim = await signUp(email)
    const replies = await Promise.all([accept(kim, token), accept(kim, token), accept(kim, token)])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 410, 410])
    const members = await desk.call('GET', '/v1/members')
    expect(members.body.items.filter((each: { email: string }) => each.email === email)).toHaveLength(1)
  })

  it('from the operator makes the first owner of a tenant that had nobody', async () => {
    const tenant = await createTenant()
    const email = newEmail()
    const made = await call('POST', `/v1/tenants/${tenant.id}/owners`, { key: operatorKey(), body: { email } })
    expect(made.status).toBe(201)
    const first = await signUp(email)
    await accept(first, tokenIn(await letterTo(email, /invitation/i)))
    expect((await first.call('GET', '/v1/me')).body.tenants).toMatchObject([{ id: tenant.id, role: 'owner' }])
  })
})

describe('members', () => {
  it('the last owner stays, however it is tried', async () => {
    const alone = await own('Alone')
    const [me] = (await alone.call('GET', '/v1/members')).body.items
    const tries = await Promise.all([
      alone.call('DELETE', `/v1/members/${me.id}`),
      alone.call('PATCH', `/v1/members/${me.id}`, { role: 'viewer' }),
      alone.call('DELETE', `/v1/me/tenants/${alone.id}`),
    ])
    expect(tries.map(({ body }) => body.error.code)).toEqual(['last_owner', 'last_owner', 'last_owner'])
    expect(roles(await alone.call('GET', '/v1/members'))).toEqual(['owner'])
  })

  it('of two owners who leave at once, one stays', async () => {
    const two = await own('Two')
    const second = await two.add('owner')
    const both = await Promise.all([
      two.call('DELETE', `/v1/me/tenants/${two.id}`),
      second.call('DELETE', `/v1/me/tenants/${two.id}`),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
  })

  it('an admin neither makes nor unmakes an owner; a removed member is out at once', async () => {
    const team = await own('Team')
    const admin = await team.add('admin')
    const viewer = await team.add('viewer')
    const { items } = (await admin.call('GET', '/v1/members')).body
    const owner = items.find((each: { role: string }) => each.role === 'owner')
    const looker = items.find((each: { role: string }) => each.role === 'viewer')
    expect((await admin.call('DELETE', `/v1/members/${owner.id}`)).status).toBe(403)
    expect((await admin.call('PATCH', `/v1/members/${looker.id}`, { role: 'owner' })).status).toBe(403)
    expect((await admin.call('POST', '/v1/invitations', { email: newEmail(), role: 'owner' })).status).toBe(403)
    expect((await viewer.call('GET', '/v1/tenant')).status).toBe(200)
    expect((await admin.call('DELETE', `/v1/members/${looker.id}`)).status).toBe(204)
    expect((await viewer.call('GET', '/v1/tenant')).status).toBe(404)
  })

  it('a person of two tenants sees one at a time, and neither sees into the other', async () => {
    const email = newEmail()
    await other.call('POST', '/v1/invitations', { email, role: 'admin' })
    const both = await signUp(email)
    await accept(both, tokenIn(await letterTo(email, /invitation/i)))
    const here = await both.call('GET', '/v1/members', undefined, { 'foyer-tenant': other.id })
    expect(here.body.items.map((each: { email: string }) => each.email)).toContain(email)
    expect((await both.call('GET', '/v1/members', undefined, { 'foyer-tenant': desk.id })).status).toBe(404)
    const theirs = (await desk.call('GET', '/v1/members')).body.items[0].id
    const reach = await both.call('DELETE', `/v1/members/${theirs}`, undefined, { 'foyer-tenant': other.id })
    expect(reach.status).toBe(404)
  })
})

describe('sessions', () => {
  it('are listed without their tokens and ended one by one', async () => {
    const pat = await signUp()
    const second = browser(pat.email)
    await second.account('sign-in/email', { email: pat.email, password: 'a long enough password' })
    const { items } = (await pat.call('GET', '/v1/me/sessions')).body
    expect(items).toHaveLength(2)
    const elsewhere = items.find((each: { isThis: boolean }) => !each.isThis)
    expect((await pat.call('DELETE', `/v1/me/sessions/${elsewhere.id}`)).status).toBe(204)
    expect((await second.call('GET', '/v1/me')).body.error.code).toBe('unauthenticated')
    expect((await (await signUp()).call('DELETE', `/v1/me/sessions/${items[0].id}`)).status).toBe(404)
    await second.account('sign-in/email', { email: pat.email, password: 'a long enough password' })
    expect((await pat.call('DELETE', '/v1/me/sessions')).status).toBe(204)
    expect((await second.call('GET', '/v1/me')).status).toBe(401)
    expect((await pat.call('GET', '/v1/me')).status).toBe(200)
  })
})
