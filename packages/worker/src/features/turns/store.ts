import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../core/ctx.ts'
import { ownModel } from '../connections/index.ts'
import { query } from '../../db/tenant.ts'
import { conversations, messages, turns } from '../conversations/index.ts'
import type { MessageFlow } from './flows/asking.ts'
import { dialledIn } from '../phone/store.ts'
import { playbookVersions } from '../playbook/index.ts'
import { assistants, tenants } from '../tenants/index.ts'

export const leaseMs = 60_000
export const remembered = 24

export interface Accepting {
  via: 'voice' | 'keys' | null
  turnId: string
  messageId: string
  conversationId: string
  clientId: string
  text: string
  /** What was said in place of `text`, sealed; '' when nothing was. */
  sealed: string
}

/** The visitor's message, if the conversation is theirs, still open, and the message not here yet. */
export const insertMessage = (ctx: Ctx, said: Accepting) => {
  const visitor = ctx.principal.kind === 'visitor' ? ctx.principal.visitorId : null
  return query.execute(sql`
    insert into messages (id, conversation_id, client_id, author, turn_id, text, sealed, via)
    select ${said.messageId}, c.id, ${said.clientId}, 'visitor', ${said.turnId}, ${said.text}, ${said.sealed}, ${said.via}
      from conversations c
     where c.id = ${said.conversationId} and c.state = 'open' and (${visitor}::text is null or c.visitor_id = ${visitor})
    on conflict (tenant_id, mode, conversation_id, client_id) do nothing`)
}

export const insertTurn = (said: Accepting) =>
  query.execute(sql`
    insert into turns (id, conversation_id)
    select m.turn_id, m.conversation_id from messages m where m.id = ${said.messageId}
    on conflict (tenant_id, id) do nothing`)

/** Takes the lease when it is free, run out, or ours. */
export const takeLease = (conversationId: string, clientId: string) =>
  query.execute(sql`
    update conversations c set lease_turn_id = m.turn_id, lease_until = now() + make_interval(secs => ${leaseMs / 1000})
      from messages m
     where c.id = ${conversationId} and m.conversation_id = c.id and m.client_id = ${clientId}
       and (c.lease_until is null or c.lease_until < now() or c.lease_turn_id = m.turn_id)`)

export const selectByClientId = (conversationId: string, clientId: string) =>
  query
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.clientId, clientId)))

export const selectRecent = (conversationId: string) =>
  query
    .select()
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .orderBy(desc(messages.position))
    .limit(remembered)

export const selectRecentTurns = (conversationId: string) =>
  query
    .select({
      id: turns.id,
      state: turns.state,
      kind: turns.kind,
      tier: turns.tier,
      confidence: turns.confidence,
      voice: turns.voice,
      flow: sql<MessageFlow | null>`${turns.trace}->'flow'`,
    })
    .from(turns)
    .where(eq(turns.conversationId, conversationId))
    .orderBy(desc(turns.id))
    .limit(remembered)

/** What the turn is answered with: ids and pointers, not the documents behind them. */
export const selectSetting = (conversationId: string) =>
  query
    .select({
      lang: conversations.lang,
      state: conversations.state,
      visitorId: conversations.visitorId,
      assistantId: assistants.id,
      assistantName: assistants.name,
      publishedVersionId: assistants.publishedVersionId,
      business: tenants.name,
      country: tenants.country,
      revision: tenants.knowledgeRevision,
      spendCapMicros: tenants.spendCapMicros,
      ownModel,
      /** The call that runs has people who can be rung, and a way out to them. */
      reachable: sql<boolean>`exists (
        select from calls c join phone_numbers n on n.reach <> '' and
               (n.number = c.dialled or (c.dialled = '' and n.assistant_id = ${assistants.id}))
         where c.conversation_id = ${conversations.id} and c.state <> 'ended' and c.purpose = 'talk'
           and exists (select from trunks t where t.out_gateway_id <> ''))`,
      dialled: dialledIn(conversations.id),
      /** The call that runs is of a number that had called before. */
      recognised: sql<boolean>`exists (
        select from calls c where c.conversation_id = ${conversations.id} and c.state <> 'ended' and c.recognised)`,
      /** The call that runs takes messages only. */
      onlyMessage: sql<boolean>`exists (
        select from calls c where c.conversation_id = ${conversations.id} and c.state <> 'ended' and c.purpose = 'message')`,
    })
    .from(conversations)
    .innerJoin(
      assistants,
      and(eq(assistants.tenantId, conversations.tenantId), eq(assistants.id, conversations.assistantId)),
    )
    .innerJoin(tenants, eq(tenants.id, conversations.tenantId))
    .where(eq(conversations.id, conversationId))

export const selectVersion = (versionId: string) =>
  query.select().from(playbookVersions).where(eq(playbookVersions.id, versionId))

/** One reply a turn, whoever comes second. */
export const insertReply = (row: typeof messages.$inferInsert) =>
  query.insert(messages).values(row).onConflictDoNothing().returning()

export const selectReply = (turnId: string) =>
  query
    .select()
    .from(messages)
    .where(and(eq(messages.turnId, turnId), eq(messages.author, 'assistant')))

export const closeTurn = (turnId: string, change: Partial<typeof turns.$inferInsert>) =>
  query
    .update(turns)
    .set(change)
    .where(and(eq(turns.id, turnId), eq(turns.state, 'running')))

export const releaseLease = (conversationId: string, turnId: string, lang: string) =>
  query
    .update(conversations)
    .set({ leaseTurnId: null, leaseUntil: null, ...(lang === '' ? {} : { lang }) })
    .where(and(eq(conversations.id, conversationId), eq(conversations.leaseTurnId, turnId)))

export const selectTurn = (turnId: string) => query.select().from(turns).where(eq(turns.id, turnId))

export const selectMessagesOfTurn = (turnId: string) =>
  query.select().from(messages).where(eq(messages.turnId, turnId)).orderBy(asc(messages.position))

export const mergeVoice = (turnId: string, more: object) =>
  query
    .update(turns)
    .set({ voice: sql`coalesce(${turns.voice}, '{}'::jsonb) || ${JSON.stringify(more)}::jsonb` })
    .where(eq(turns.id, turnId))

export const noteHeard = (turnId: string, heard: string) =>
  query
    .update(messages)
    .set({ heard })
    .where(and(eq(messages.turnId, turnId), eq(messages.author, 'assistant')))
    .returning({ id: messages.id })
