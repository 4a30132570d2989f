import { sql } from 'drizzle-orm'
import {
  bigserial,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { born, instant, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'
import { assistants } from '../tenants/table.ts'
import { visitors } from '../visitors/table.ts'

export const conversations = pgTable(
  'conversations',
  {
    ...ownedWithMode(),
    assistantId: text('assistant_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    channel: text('channel', { enum: ['chat', 'api', 'phone'] }).notNull(),
    lang: text('lang').notNull().default(''),
    state: text('state', { enum: ['open', 'ended'] })
      .notNull()
      .default('open'),
    /** What the site told us of the page and the visitor with `setContext()`; hints, never facts. */
    context: jsonb('context').notNull().default({}),
    /** The turn that may write now; another may take over when the lease has run out. */
    leaseTurnId: text('lease_turn_id'),
    leaseUntil: instant('lease_until'),
    endedAt: instant('ended_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    index('conversations_recent').on(table.tenantId, table.mode, table.createdAt),
    foreignKey({ columns: [table.tenantId, table.assistantId], foreignColumns: [assistants.tenantId, assistants.id] }),
    foreignKey({ columns: [table.tenantId, table.visitorId], foreignColumns: [visitors.tenantId, visitors.id] }),
  ],
)

const toConversation = (table: { tenantId: never; conversationId: never }) =>
  foreignKey({
    columns: [table.tenantId, table.conversationId],
    foreignColumns: [conversations.tenantId, conversations.id],
  }).onDelete('cascade')

export const turns = pgTable(
  'turns',
  {
    ...ownedWithMode(),
    conversationId: text('conversation_id').notNull(),
    state: text('state', { enum: ['running', 'answered', 'failed'] })
      .notNull()
      .default('running'),
    tier: text('tier', { enum: ['rules', 'semantic', 'llm', 'extractive', 'none'] }),
    kind: text('kind', { enum: ['answer', 'unknown', 'clarify', 'confirm', 'emergency', 'handoff'] }),
    confidence: doublePrecision('confidence'),
    lang: text('lang').notNull().default(''),
    /** References, not text: see features/turns/trace.ts. */
    trace: jsonb('trace'),
    /** How long the spoken turn took, and who took it: see features/turns/spoken.ts. Null when it was not spoken. */
    voice: jsonb('voice'),
    closedAt: instant('closed_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    index('turns_of_conversation').on(table.tenantId, table.conversationId, table.id),
    /** All that Home counts, so that a month of turns is read from the index alone. */
    index('turns_by_day').on(
      ...([table.tenantId, table.mode, table.createdAt, table.kind, table.tier, table.lang] as const),
      ...([table.closedAt, table.conversationId] as const),
    ),
    toConversation(table as never),
  ],
)

export const messages = pgTable(
  'messages',
  {
    ...ownedWithMode(),
    conversationId: text('conversation_id').notNull(),
    /** The order in which the database took them; shared by all tenants, so gaps mean nothing. */
    position: bigserial('position', { mode: 'number' }).notNull(),
    /** Made by the client; unique in its conversation, which makes a retry harmless. */
    clientId: text('client_id'),
    author: text('author', { enum: ['visitor', 'assistant', 'member'] }).notNull(),
    turnId: text('turn_id'),
    text: text('text').notNull(),
    lang: text('lang').notNull().default(''),
    /** An assistant's verified sentences with their evidence, in order. */
    sentences: jsonb('sentences').notNull().default([]),
    /** What the visitor may do next: leave a message, ask for a person, pick one of two. */
    offers: jsonb('offers').notNull().default([]),
    /** What was said in its place, sealed: an answer to a sensitive question. '' when nothing was. */
    sealed: text('sealed').notNull().default(''),
    /** How it came, when a call was on. `late`: said, and understood when its moment was over. */
    via: text('via', { enum: ['voice', 'keys', 'late'] }),
    /** Of a spoken reply that was interrupted: as much of it as was heard. Null when all of it was. */
    heard: text('heard'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('messages_client_id').on(table.tenantId, table.mode, table.conversationId, table.clientId),
    uniqueIndex('messages_one_reply')
      .on(table.tenantId, table.turnId)
      .where(sql`author = 'assistant'`),
    index('messages_evidence')
      .using('gin', sql`${table.sentences} jsonb_path_ops`)
      .where(sql`author = 'assistant'`),
    index('messages_of_conversation').on(table.tenantId, table.conversationId, table.position),
    toConversation(table as never),
  ],
)

export const ratings = pgTable(
  'ratings',
  {
    ...ownedWithMode(),
    conversationId: text('conversation_id').notNull(),
    turnId: text('turn_id').notNull().default(''),
    thumb: text('thumb', { enum: ['up', 'down'] }).notNull(),
    score: integer('score'),
    reason: text('reason').notNull().default(''),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('ratings_once').on(table.tenantId, table.mode, table.conversationId, table.turnId),
    index('ratings_by_day').on(table.tenantId, table.mode, table.createdAt, table.thumb, table.conversationId),
    toConversation(table as never),
  ],
)
