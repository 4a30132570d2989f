import { createFoyer, type Foyer } from '@foyer/sdk'
import { type Admin, createAdmin } from '@foyer/sdk/admin'
import { here } from './here.ts'

/** What the person pretends. */
export interface Pretence {
  /** The visitor's language; '' to detect it. */
  lang: string
  /** An instant (RFC 3339); '' for now. */
  now: string
}

/** A visitor of the tenant, let in by the signed-in member, always in test mode; remembered by nobody. */
export function visitorClient(pretence: () => Pretence): Foyer {
  const { tenant } = here()
  const kept = new Map<string, string>()
  return createFoyer({
    publishableKey: '',
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    fetch: (input, init) => {
      const headers = new Headers(init?.headers)
      if (!headers.has('authorization')) {
        headers.set('foyer-tenant', tenant.id)
        headers.set('foyer-mode', 'test')
      }
      return fetch(input, { ...init, headers, body: pretending(init?.body ?? null, pretence()) })
    },
  })
}

/** What is said carries the language and the time that were set. */
function pretending(body: BodyInit | null, { lang, now }: Pretence): BodyInit | null {
  if (typeof body !== 'string' || !body.includes('"messageId"') || !body.includes('"text"')) return body
  const turn = JSON.parse(body) as object
  return JSON.stringify({ ...turn, ...(lang === '' ? {} : { lang }), ...(now === '' ? {} : { now }) })
}

/** The tenant's test side, whichever side the person looks at. */
export const testSide = (): Admin =>
  createAdmin({ baseUrl: location.origin, session: { tenantId: here().tenant.id, mode: 'test' } })
