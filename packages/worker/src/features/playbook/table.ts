import { foreignKey, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, owned, ownTenantOnly } from '../../db/table.ts'
import { assistants } from '../tenants/table.ts'

/** Published, numbered, never changed. */
export const playbookVersions = pgTable(
  'playbook_versions',
  {
    ...owned(),
    assistantId: text('assistant_id').notNull(),
    number: integer('number').notNull(),
    document: jsonb('document').notNull(),
    /** The trained scenario model, base64; made on publish from `document` alone. */
    model: text('model').notNull(),
    note: text('note').notNull().default(''),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    unique('playbook_versions_number').on(table.tenantId, table.assistantId, table.number),
    foreignKey({ columns: [table.tenantId, table.assistantId], foreignColumns: [assistants.tenantId, assistants.id] }),
  ],
)
