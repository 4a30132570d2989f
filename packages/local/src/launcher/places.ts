import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '')
export const MIGRATE = join(ROOT, 'packages/worker/src/db/migrate.ts')
const MIGRATIONS = join(ROOT, 'packages/worker/migrations')
export const CACHE = join(ROOT, 'node_modules/.cache/foyer')

/** Where a migrated, empty database is kept, by everything that shapes it: another migration, another snapshot. */
export const snapshotFolder = (): string => join(CACHE, `database-${schemaVersion()}`)

/** Changes when a migration, the set-up or the version of the embedded database does. */
export function schemaVersion(): string {
  const hash = createHash('sha256')
  for (const file of [
    MIGRATE,
    join(ROOT, 'packages/local/src/database/set-up.ts'),
    join(ROOT, 'packages/local/package.json'),
  ]) {
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  const migrations = existsSync(MIGRATIONS)
    ? readdirSync(MIGRATIONS)
        .filter((name) => name.endsWith('.sql'))
        .sort()
    : []
  for (const name of migrations) hash.update(name).update(readFileSync(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 16)
}
