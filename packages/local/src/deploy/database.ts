import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { setUpSql } from '../database/set-up.ts'
import { migrate } from '../launcher/database-part.ts'
import { ROOT } from '../launcher/places.ts'
import type { Settings } from './settings.ts'

export const migrations = (): string[] =>
  readdirSync(join(ROOT, 'packages/worker/migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()

/** The three logins and the extensions, then every migration that is new; safe to run again. */
export async function prepareDatabase({ database }: Settings): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl, connectionTimeoutMillis: 20_000 })
  await client.connect()
  try {
    await client.query(setUpSql(database.passwords))
  } finally {
    await client.end()
  }
  await migrate({ ownerUrl: database.ownerUrl, gatewayUrl: undefined })
}
