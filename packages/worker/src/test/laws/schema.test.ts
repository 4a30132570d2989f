import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { neon, neonConfig } from '@neondatabase/serverless'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import * as core from '../../core/tables.ts'

const FEATURES = join(import.meta.dirname, '../../features')

it('the tables in the code are the tables in the database, column by column', async () => {
  const files = readdirSync(FEATURES)
    .map((feature) => join(FEATURES, feature, 'table.ts'))
    .filter((file) => existsSync(file))
  const features = await Promise.all(files.map((file) => import(file) as Promise<object>))
  const tables = [core, ...features]
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, PgTable))
  const inCode = tables.flatMap((table) =>
    Object.values(getTableColumns(table)).map(
      (column) => `${getTableName(table)}.${column.name} ${column.notNull ? 'not null' : 'null'}`,
    ),
  )
  neonConfig.fetchEndpoint = testPlatform().gatewayUrl
  const rows = await neon(testPlatform().ownerUrl).query(
    `select table_name || '.' || column_name || ' ' || case is_nullable when 'NO' then 'not null' else 'null' end as said
       from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migrations'`,
  )
  expect(inCode.toSorted()).toEqual(rows.map((row) => String(row['said'])).toSorted())
})
