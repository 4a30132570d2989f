import { neonConfig, Pool } from '@neondatabase/serverless'
import { drizzle, type NeonDatabase } from 'drizzle-orm/neon-serverless'
import type { Config } from '../shared/config.ts'
import { AppError } from '../shared/errors.ts'

/**
 * The auth login, for one request: it sees the schema `auth` and nothing else. The one interactive connection of the
 * worker, because the identity library reads, decides and writes within a transaction.
 */
export async function withAuthDatabase<T>(config: Config, work: (database: NeonDatabase) => Promise<T>): Promise<T> {
  if (config.AUTH_DATABASE_URL === undefined)
    throw new AppError('unavailable', 'Signing in is not set up on this server: AUTH_DATABASE_URL is missing.')
  if (config.DATABASE_GATEWAY_URL !== undefined) {
    const { host } = new URL(config.DATABASE_GATEWAY_URL)
    neonConfig.wsProxy = () => `${host}/v2`
    neonConfig.useSecureWebSocket = false
    neonConfig.pipelineTLS = false
  }
  const pool = new Pool({ connectionString: config.AUTH_DATABASE_URL, max: 1 })
  pool.on('error', () => undefined)
  try {
    return await work(drizzle({ client: pool }))
  } finally {
    await pool.end()
  }
}
