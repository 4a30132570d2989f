import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { neon, neonConfig } from '@neondatabase/serverless'

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/**
 * Brings a database to the newest schema; safe to run twice and from two machines at once: each migration is one
 * transaction under an advisory lock, and the second runner finds its name taken.
 * @param ownerUrl the owner login's URL · @param gatewayUrl our gateway, when the database is not Neon itself
 * @returns the names that were applied now
 */
export async function migrate(ownerUrl: string, gatewayUrl?: string): Promise<string[]> {
  if (gatewayUrl !== undefined) neonConfig.fetchEndpoint = () => gatewayUrl
  const sql = neon(ownerUrl)
  await sql.query(
    'create table if not exists public.schema_migrations (name text primary key, at timestamptz not null default now())',
  )
  const applied = new Set(
    (await sql.query('select name from public.schema_migrations')).map((row) => String(row['name'])),
  )
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const now: string[] = []
  for (const name of names) {
    if (applied.has(name)) continue
    const statements = (await readFile(join(folder, name), 'utf8')).split('--> statement-breakpoint')
    try {
      await sql.transaction([
        sql.query('select pg_advisory_xact_lock(7041776)'),
        sql.query('insert into public.schema_migrations (name) values ($1)', [name]),
        ...statements.map((statement) => sql.query(statement)),
      ])
      now.push(name)
    } catch (error) {
      if (
        error instanceof Error &&
        'code' in error &&
        error.code === '23505' &&
        String(error.message).includes('schema_migrations')
      )
        continue
      throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  return now
}

if (import.meta.main) {
  const ownerUrl = process.env['OWNER_DATABASE_URL']
  if (ownerUrl === undefined)
    throw new Error('Set OWNER_DATABASE_URL to the owner login of the database, then run this again.')
  const applied = await migrate(ownerUrl, process.env['DATABASE_GATEWAY_URL'])
  console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`)
}
