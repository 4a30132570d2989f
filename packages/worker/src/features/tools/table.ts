import { foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { born, instant, owned, ownedWithMode, ownTenantAndMode, ownTenantOnly } from '../../db/table.ts'
import { conversations } from '../conversations/table.ts'

/** What the assistant may do at an address of the tenant's. */
export const tools = pgTable(
  'tools',
  {
    ...owned(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    method: text('method', { enum: ['GET', 'POST'] }).notNull(),
    url: text('url').notNull(),
    /** JSON schema of the arguments: see features/tools/schema.ts. */
    arguments: jsonb('arguments').notNull(),
    confirm: text('confirm', { enum: ['always', 'never'] }).notNull(),
    /** The question before it acts, and what is told of its result, by language. */
    ask: jsonb('ask').notNull(),
    say: jsonb('say').notNull(),
    example: jsonb('example').notNull(),
    timeoutMs: integer('timeout_ms').notNull(),
    authHeader: text('auth_header').notNull().default(''),
    /** The header's value, sealed; '' when it needs none. */
    authSealed: text('auth_sealed').notNull().default(''),
    removedAt: instant('removed_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantOnly(table),
    uniqueIndex('tools_name')
      .on(table.tenantId, table.name)
      .where(sql`removed_at is null`),
  ],
)

/** One use of a tool: asked of the visitor, then carried out or not. */
export const toolCalls = pgTable(
  'tool_calls',
  {
    ...ownedWithMode(),
    toolId: text('tool_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    /** The turn that asked for it. */
    turnId: text('turn_id').notNull(),
    state: text('state', { enum: ['asked', 'running', 'done', 'dry', 'failed', 'declined', 'dropped'] }).notNull(),
    arguments: jsonb('arguments').notNull(),
    /** What it answered, in lines: sentences quote from this. */
    result: text('result').notNull().default(''),
    reason: text('reason').notNull().default(''),
    createdAt: born(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    ...ownTenantAndMode(table),
    index('tool_calls_of_conversation').on(table.tenantId, table.conversationId, table.id),
    foreignKey({ columns: [table.tenantId, table.toolId], foreignColumns: [tools.tenantId, tools.id] }),
    foreignKey({
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
  ],
)
