import { type Admin, createAdmin, type Mode } from '@foyer/sdk/admin'
import { root } from '../router.ts'
import type { Me, Membership } from './me.ts'

interface Here {
  me: Me
  tenant: Membership
  mode: Mode
  foyer: Admin
}

let current: Here | undefined

/** Where the person stands: their tenant and its mode, as the address says; pages of a tenant may rely on it. */
export function here(): Here {
  if (current === undefined) throw new Error('A page of a tenant was shown outside of one.')
  return current
}

export function enter(me: Me, tenant: Membership, mode: Mode): void {
  if (current?.tenant === tenant && current.mode === mode && current.me === me) return
  const foyer = createAdmin({ baseUrl: location.origin, session: { tenantId: tenant.id, mode }, fetch: lasting })
  current = { me, tenant, mode, foyer }
}

/** A small request that a page sends while it is left arrives all the same; browsers keep no more than 64 kB of them. */
const lasting: typeof fetch = (input, init) => {
  const body = init?.body ?? ''
  const isSmall = typeof body === 'string' && body.length < 16_000
  return fetch(input, { ...init, keepalive: isSmall && document.visibilityState === 'hidden' })
}

/** The address of a page of the tenant; links made with it open the same thing for a colleague. */
export function at(path: string, { tenant, mode }: Pick<Here, 'tenant' | 'mode'> = here()): string {
  return `${root}/${tenant.slug}/${mode}${path}`
}
