import type { IdentitySecret, Key, KeyWithSecret, NewKey } from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { listOf, type Paging } from './list.ts'

export function keysOf(caller: Caller) {
  return {
    /** The key itself stands in the reply this once. */
    create: (key: NewKey, options: Changing = {}) => caller.post<KeyWithSecret>('/v1/keys', key, options),
    list: (paging?: Paging) => listOf<Key>(caller, '/v1/keys', paging),
    /** Makes the successor; the old key works for `overlapMs` more (a day by default, 30 days at most). */
    rotate: (keyId: string, { overlapMs, ...options }: Changing & { overlapMs?: number } = {}) =>
      caller.post<KeyWithSecret>(
        `/v1/keys/${encodeURIComponent(keyId)}/rotate`,
        overlapMs === undefined ? {} : { overlapMs },
        options,
      ),
    /** Ends it at once. */
    revoke: (keyId: string, options: Asking = {}) =>
      caller.delete<Key>(`/v1/keys/${encodeURIComponent(keyId)}`, options),
    /** The secret that your server signs visitors' JWTs with; the one before is good for a day more. */
    createIdentitySecret: (options: Changing = {}) =>
      caller.post<IdentitySecret>('/v1/identity-secrets', undefined, options),
  }
}
