import type {
  AuditEntry,
  CreatedTenant,
  Location,
  Locations,
  NewTenant,
  Origins,
  Tenant,
  TenantChange,
  TenantSummary,
} from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { callerFor, json } from './caller.ts'
import { listOf, type Paging } from './list.ts'

/** For the platform's operator; every other key is refused. */
export function tenantsOf(caller: Caller) {
  const unrepeated = callerFor({ ...caller.http, attempts: 1, timeoutMs: caller.http.timeoutMs * 3 }, caller.key)
  return {
    /**
     * Makes a tenant with its first location, assistant and keys; the keys are shown this once. Asked once only: a repeat
     * would meet its own slug. @throws FoyerError `conflict` when the slug is taken.
     */
    create: (tenant: NewTenant, options: Changing = {}) =>
      unrepeated.post<CreatedTenant>('/v1/tenants', tenant, options),
    list: (paging?: Paging) => listOf<TenantSummary>(caller, '/v1/tenants', paging),
  }
}

/** The tenant of this key. */
export function tenantOf(caller: Caller) {
  return {
    get: (options: Asking = {}) => caller.get<Tenant>('/v1/tenant', {}, options),
    change: (change: TenantChange, options: Asking = {}) => caller.patch<Tenant>('/v1/tenant', change, options),
    locations: async (options: Asking = {}): Promise<Location[]> =>
      (await caller.get<Locations>('/v1/locations', {}, options)).items,
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
