import { sql } from 'drizzle-orm'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import { drizzle } from 'drizzle-orm/neon-http'
import type { Config } from '../shared/config.ts'
import { connect, type Database } from './client.ts'

export interface TenantScope {
  tenantId: string
  mode: 'test' | 'live'
  config: Config
}

const refuse = () => {
  throw new Error('Queries run only inside withTenant(ctx).batch(…).')
}

/** Builds queries; cannot run them. */
export const query: Database = drizzle({
  client: Object.assign(refuse, { query: refuse, transaction: refuse }) as never,
})

export type Query = BatchItem<'pg'>

/**
 * The one door to a tenant's rows. A batch is one round trip and one transaction; it begins by setting tenant and mode,
 * which the row policies read. It takes queries, not a callback: the HTTP driver has no interactive transaction.
 */
export function withTenant(scope: TenantScope) {
  return {
    async batch<const T extends readonly [Query, ...Query[]]>(...queries: T): Promise<BatchResponse<[...T]>> {
      const enter = query.execute(
        sql`select set_config('app.tenant_id', ${scope.tenantId}, true), set_config('app.mode', ${scope.mode}, true)`,
      )
      const results: unknown[] = await connect(scope.config).batch([enter, ...queries])
      return results.slice(1) as never
    },
  }
}
