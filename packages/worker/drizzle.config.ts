import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/core/tables.ts', './src/features/*/table.ts'],
  out: './migrations',
  entities: { roles: { include: [] } },
})
