import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/core/tables.ts', './src/db/auth-tables.ts', './src/features/*/table.ts'],
  schemaFilter: ['public', 'auth'],
  out: './migrations',
  entities: { roles: { include: [] } },
})
