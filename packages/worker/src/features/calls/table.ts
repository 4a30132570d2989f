import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { born, instant, ownedWithMode, ownTenantAndMode } from '../../db/table.ts'
import { conversations } from '../conversations/table.ts'
import { outcomes } from './after/outcome.ts'
import { recordingRules } from './recording/recording-laws.ts'
import type { Summary } from './after/summary.ts'

export const callStates = [
  'opened',
  'claimed',
  'greeted',
  'consent',
  'in_conversation',
  'on_hold',
  'transferring',
  'with_person',
  'reconnecting',
  'ended',
] as const

/** Why a call ended; typed, because the books are counted by it. */
export const endReasons = [
  'visitor_hung_up',
  'assistant_ended',
  'silence',
  'visitor_lost',
  'never_joined',
  'agent_lost',
  'media_lost',
  'time_limit',
  'conversation_ended',
  'failed',
  'passed_on',
  'blocked',
  'anonymous',
  'transferred',
  'failed_over',
] as const

/** What became of somebody whom we rang. `voicemail`: it was picked up, and no key was pressed. */
export const legResults = [
  'connected',
  'acknowledged',
  'handed_over',
  'busy',
  'declined',
  'no_answer',
  'refused',
  'failed',
  'voicemail',
  'hung_up',
  'forbidden_country',
  'taken_by_another',
  'not_needed',
  'caller_left',
] as const

export const legPurposes = ['transfer', 'staff_first', 'danger', 'failover'] as const
export const legStates = ['waiting', 'ringing', 'whispering', 'connected', 'over'] as const

/** A voice session inside a conversation. */
export const calls = pgTable(
  'calls',
  {
    ...ownedWithMode(),
    conversationId: text('conversation_id').notNull(),
    channel: text('channel', { enum: ['web', 'phone'] })
      .notNull()
      .default('web'),
    /** Of a phone call: who says they call ('' when they hide it), and the number they dialled; E.164. */
    caller: text('caller').notNull().default(''),
    dialled: text('dialled').notNull().default(''),
    /** `message`: nothing but a message is taken. */
    purpose: text('purpose', { enum: ['talk', 'message'] })
      .notNull()
      .default('talk'),
    /** The same number had called before, and who calls again is recognised; a hint, never an identity. */
    recognised: boolean('recognised').notNull().default(false),
    /** Opaque; unique here, and unguessable, so that it finds its tenant from outside. */
    room: text('room').notNull(),
    state: text('state', { enum: callStates }).notNull().default('opened'),
    endReason: text('end_reason', { enum: endReasons }),
    /** Of the job that holds the call: counts the agents that were asked for. */
    generation: integer('generation').notNull().default(1),
    dispatchId: text('dispatch_id').notNull().default(''),
    jobId: text('job_id').notNull().default(''),
    lang: text('lang').notNull().default(''),
    /** Of a phone call's menu, the first one speaks first. */
    languages: text('languages')
      .array()
      .notNull()
      .default(sql`'{}'`),
    recording: text('recording', { enum: ['on', 'off'] })
      .notNull()
      .default('off'),
    /** What the law of the two places asks; everybody is asked on the web. */
    recordingRule: text('recording_rule', { enum: recordingRules }).notNull().default('all_party'),
    /** Bytes of each part of the recording, in order. */
    recordingSizes: integer('recording_sizes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** What brought it: the label of the number, or the page of the site; '' when that is not known. */
    source: text('source').notNull().default(''),
    /** As we found it when the books were closed; null until then. */
    outcome: text('outcome', { enum: outcomes }),
    /** As a member set it right; ours stays beside it. */
    correctedOutcome: text('corrected_outcome', { enum: outcomes }),
    correctedBy: text('corrected_by').notNull().default(''),
    correctedAt: instant('corrected_at'),
    summary: jsonb('summary').$type<Summary>(),
    claimedAt: instant('claimed_at'),
    joinedAt: instant('joined_at'),
    greetedAt: instant('greeted_at'),
    endedAt: instant('ended_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    unique('calls_room').on(table.tenantId, table.room),
    index('calls_by_room').on(table.room),
    index('calls_of_caller').on(table.tenantId, table.mode, table.caller, table.createdAt),
    uniqueIndex('calls_one_running')
      .on(table.tenantId, table.conversationId)
      .where(sql`state <> 'ended'`),
    foreignKey({
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
  ],
)

/** A receipt: what somebody was asked, in which words, and what they answered. */
export const consents = pgTable(
  'consents',
  {
    ...ownedWithMode(),
    callId: text('call_id').notNull(),
    kind: text('kind', { enum: ['recording'] }).notNull(),
    answer: text('answer', { enum: ['agreed', 'refused', 'not_asked', 'announced'] }).notNull(),
    noticeVersion: text('notice_version').notNull(),
    /** Of the table of recording law; '' where it was not looked into, because everybody is asked. */
    rule: text('rule').notNull().default(''),
    ruleVersion: text('rule_version').notNull().default(''),
    lang: text('lang').notNull(),
    wording: text('wording').notNull(),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    foreignKey({ columns: [table.tenantId, table.callId], foreignColumns: [calls.tenantId, calls.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** The timeline of whom we rang for a call. What is to be done next follows from it alone, whoever asks. */
export const callLegs = pgTable(
  'call_legs',
  {
    ...ownedWithMode(),
    callId: text('call_id').notNull(),
    /** The turn that asked for it; '' when none did. */
    turnId: text('turn_id').notNull().default(''),
    purpose: text('purpose', { enum: legPurposes }).notNull(),
    /** Legs of one wave ring at once; the next wave rings when nobody of this one came. */
    wave: integer('wave').notNull(),
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    /** E.164. */
    number: text('number').notNull(),
    lang: text('lang').notNull(),
    /** `cold`: the caller is handed over and not followed. */
    manner: text('manner', { enum: ['warm', 'cold'] }).notNull(),
    ringMs: integer('ring_ms').notNull(),
    state: text('state', { enum: legStates }).notNull().default('waiting'),
    result: text('result', { enum: legResults }),
    rangAt: instant('rang_at'),
    answeredAt: instant('answered_at'),
    acceptedAt: instant('accepted_at'),
    endedAt: instant('ended_at'),
    createdAt: born(),
  },
  (table) => [
    ...ownTenantAndMode(table),
    index('call_legs_by_call').on(table.tenantId, table.callId),
    /** Of two who pick up at once, one is spoken to. */
    uniqueIndex('call_legs_one_speaks')
      .on(table.tenantId, table.callId, table.purpose)
      .where(sql`state in ('whispering', 'connected')`),
    foreignKey({ columns: [table.tenantId, table.callId], foreignColumns: [calls.tenantId, calls.id] }).onDelete(
      'cascade',
    ),
  ],
)
