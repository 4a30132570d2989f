import { neon, neonConfig } from '@neondatabase/serverless'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import * as core from '../../core/tables.ts'
import * as calls from '../../features/calls/table.ts'
import * as connections from '../../features/connections/table.ts'
import * as conversations from '../../features/conversations/table.ts'
import * as insights from '../../features/insights/table.ts'
import * as keys from '../../features/keys/table.ts'
import * as knowledge from '../../features/knowledge/table.ts'
import * as leads from '../../features/leads/table.ts'
import * as onboarding from '../../features/onboarding/table.ts'
import * as phone from '../../features/phone/table.ts'
import * as playbook from '../../features/playbook/table.ts'
import * as tenants from '../../features/tenants/table.ts'
import * as tools from '../../features/tools/table.ts'
import * as usage from '../../features/usage/table.ts'
import * as visitors from '../../features/visitors/table.ts'

it('the tables in the code are the tables in the database, column by column', async () => {
  const modules: object[] = [
    connections,
    core,
    calls,
    conversations,
    insights,
    keys,
    knowledge,
    leads,
    onboarding,
    phone,
    playbook,
    tenants,
    tools,
    usage,
    visitors,
  ]
  const tables = modules
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
