import type {
  AuditEntry,
  CreatedTenant,
  Invitation,
  Location,
  LocationChange,
  Locations,
  NewLocation,
  NewTenant,
  Origins,
  Tenant,
  TenantChange,
  TenantSummary,
} from '../generated/types.gen.ts'
import { errorFrom } from '../errors.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { callerFor, json } from './caller.ts'
import { listOf, type Paging } from './list.ts'

/** For the platform's operator; every other key is refused. */
export function tenantsOf(caller: Caller) {
  const unrepeated = callerFor({ ...caller.http, attempts: 1, timeoutMs: caller.http.timeoutMs * 3 }, caller.key)
  return {
    /**
     * Makes a tenant with its first location, assistant and keys; the keys are shown this once. Asked once only: a repeat
     * would meet its own slug. @throws FoyerError `taken` when another has the slug.
     */
    create: (tenant: NewTenant, options: Changing = {}) =>
      unrepeated.post<CreatedTenant>('/v1/tenants', tenant, options),
    list: (paging?: Paging) => listOf<TenantSummary>(caller, '/v1/tenants', paging),
    /** Mails somebody a link to own a tenant, as the way to hand it over. */
    inviteOwner: (tenantId: string, email: string, options: Changing = {}) =>
      caller.post<Invitation>(`/v1/tenants/${encodeURIComponent(tenantId)}/owners`, { email }, options),
  }
}

/** The tenant of this key. */
export function tenantOf(caller: Caller) {
  return {
    get: (options: Asking = {}) => caller.get<Tenant>('/v1/tenant', {}, options),
    change: (change: TenantChange, options: Asking = {}) => caller.patch<Tenant>('/v1/tenant', change, options),
    locations: async (options: Asking = {}): Promise<Location[]> =>
      (await caller.get<Locations>('/v1/locations', {}, options)).items,
    addLocation: (location: NewLocation, options: Changing = {}) =>
      caller.post<Location>('/v1/locations', location, options),
    changeLocation: (locationId: string, change: LocationChange, options: Asking = {}) =>
      caller.patch<Location>(`/v1/locations/${encodeURIComponent(locationId)}`, change, options),
    /** @throws FoyerError `conflict` while an assistant or facts belong to it. */
    removeLocation: (locationId: string, options: Asking = {}) =>
      caller.delete<void>(`/v1/locations/${encodeURIComponent(locationId)}`, options),
    /** Everything as one ZIP (docs/guide/export.md). */
    async export({ signal }: Asking = {}): Promise<Blob> {
      const headers: Record<string, string> = caller.key === '' ? {} : { authorization: `Bearer ${caller.key}` }
      const reply = await caller.http.fetch(`${caller.http.baseUrl}/v1/export`, { headers, signal: signal ?? null })
      if (!reply.ok) throw await errorFrom(reply)
      return reply.blob()
    },
    /** For an owner: everything goes after 14 days, unless it is taken back. The slug is typed, so that it is meant. */
    askForDeletion: (slug: string, options: Changing = {}) =>
      caller.post<Tenant>('/v1/tenant/deletion', { slug }, options),
    takeBackDeletion: (options: Asking = {}) => caller.delete<Tenant>('/v1/tenant/deletion', options),
    /** Who changed what, newest first. */
    audit: (paging?: Paging) => listOf<AuditEntry>(caller, '/v1/audit', paging),
  }
}

/** The web origins that may use this tenant's publishable keys. */
export function originsOf(caller: Caller) {
  return {
    list: async (options: Asking = {}): Promise<string[]> =>
      (await caller.get<Origins>('/v1/origins', {}, options)).origins,
    /** Replaces them all: whole origins, such as `https://example.com`. */
    set: async (origins: readonly string[], options: Asking = {}): Promise<string[]> =>
      (await caller.put<Origins>('/v1/origins', json({ origins }), {}, options)).origins,
  }
}
