/** A person of the tenant, signed in by cookie: for pages that the service itself serves. */
export interface Session {
  tenantId: string
  mode: 'test' | 'live'
}

/** Says for which tenant and in which mode a signed-in person asks; the cookie says who. */
export function fetchWith(session: Session, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('foyer-tenant', session.tenantId)
    headers.set('foyer-mode', session.mode)
    return fetch(input, { ...init, headers, credentials: 'same-origin' })
  }
}
