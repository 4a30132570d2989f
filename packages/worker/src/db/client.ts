import { neon, neonConfig } from '@neondatabase/serverless'
import { drizzle, type NeonHttpDatabase } from 'drizzle-orm/neon-http'
import type { Config } from '../shared/config.ts'

export type Database = NeonHttpDatabase<Record<string, never>>

/** The raw client. Only tenant.ts and system.ts may import this file. */
export function connect(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_GATEWAY_URL'>): Database {
  const known = clients.get(config.DATABASE_URL)
  if (known) return known
  const gateway = config.DATABASE_GATEWAY_URL
  if (gateway !== undefined) neonConfig.fetchEndpoint = () => gateway
  const client = drizzle({ client: neon(config.DATABASE_URL) })
  clients.set(config.DATABASE_URL, client)
  return client
}

const clients = new Map<string, Database>()
