import type { Reply, TestTenant } from './foyer.ts'
import { type Browser, letterTo, newEmail, signUp, tokenIn } from './person.ts'

/** A member at work in their tenant. */
export interface AtWork {
  person: Browser
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
}

export interface OwnTenant extends AtWork, TestTenant {
  /** Invites and signs up one more member. */
  add(role: 'owner' | 'admin' | 'responder' | 'viewer'): Promise<AtWork>
}

let made = 0

/** A tenant that a person signed up for. */
export async function own(name: string, more: Record<string, unknown> = {}): Promise<OwnTenant> {
  const person = await signUp()
  const reply = await person.call('POST', '/v1/me/tenants', {
    slug: `o${Date.now().toString(36)}${(made++).toString(36)}${Math.random().toString(36).slice(2, 7)}`,
    name,
    country: 'US',
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
    ...more,
  })
  if (reply.status !== 201) throw new Error(`no tenant: ${JSON.stringify(reply.body)}`)
  const id: string = reply.body.tenant.id
  const owner = atWork(person, id)
  return {
    ...owner,
    id,
    assistantId: reply.body.assistantId,
    locationId: reply.body.locationId,
    slug: reply.body.tenant.slug,
    sk: reply.body.secretKey.key,
    pk: reply.body.publishableKey.key,
    async add(role) {
      const email = newEmail()
      await owner.call('POST', '/v1/invitations', { email, role })
      const member = await signUp(email, `A ${role}`)
      const token = tokenIn(await letterTo(email, /invitation/i))
      const accepted = await member.call('POST', '/v1/me/invitations', { token })
      if (accepted.status !== 201) throw new Error(`not accepted: ${JSON.stringify(accepted.body)}`)
      return atWork(member, id)
    },
  }
}

function atWork(person: Browser, tenantId: string): AtWork {
  return {
    person,
    call: (method, path, body, headers) => person.call(method, path, body, { 'foyer-tenant': tenantId, ...headers }),
  }
}
