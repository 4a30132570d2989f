import { accountsOf, meOf } from './admin/accounts.ts'
import { callbacksOf } from './admin/callbacks.ts'
import { callsOf } from './admin/calls.ts'
import { callerFor } from './admin/caller.ts'
import { connectionsOf } from './admin/connections.ts'
import { conversationsOf } from './admin/conversations.ts'
import { insightsOf } from './admin/insights.ts'
import { keysOf } from './admin/keys.ts'
import { documentsOf, factsOf, findingsOf, questionsOf, sourcesOf } from './admin/knowledge.ts'
import { onboardingOf } from './admin/onboarding.ts'
import { gatewayOf, peopleOf, phoneNumbersOf, phoneOf, ringGroupsOf, trunksOf } from './admin/phone.ts'
import { type Passkey, passkeysOf } from './admin/passkeys.ts'
import { assistantsOf, playbookOf } from './admin/playbook.ts'
import { leadsOf, outboxOf, tracesOf, usageOf } from './admin/records.ts'
import { fetchWith, type Session } from './admin/session.ts'
import { toolsOf } from './admin/tools.ts'
import { invitationsOf, membersOf, sessionsOf } from './admin/team.ts'
import { originsOf, tenantOf, tenantsOf } from './admin/tenants.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Http } from './request.ts'

export type { SignedIn } from './admin/accounts.ts'
export type { Asking, Changing } from './admin/caller.ts'
export type { Answer, Question, Saying } from './admin/conversations.ts'
export type { NewFile } from './admin/knowledge.ts'
export type { AtCarrier } from './admin/phone.ts'
export type { List, Page, Paging } from './admin/list.ts'
export type { Passkey }
export type { Putting } from './admin/playbook.ts'
export { quotesOf } from './admin/quotes.ts'
export type { Session } from './admin/session.ts'
export { ReadError, type ReadWaiting } from './admin/reading.ts'
export { FoyerError, type FoyerErrorCode } from './errors.ts'
export type {
  Assistant,
  AssistantLook,
  AuditEntry,
  Call,
  Callback,
  CallEndReason,
  CallOutcome,
  CallLeg,
  CallRecord,
  CarrierNumber,
  Connection,
  ConnectionKind,
  Connections,
  Conversation,
  ConversationExport,
  ConversationSummary,
  CreatedTenant,
  Document,
  DocumentHistory,
  DocumentVersion,
  Evidence,
  Examination,
  Fact,
  FactChange,
  Finding,
  IdentitySecret,
  InsightDay,
  Insights,
  InsightsNow,
  Invitation,
  Key,
  KeyWithSecret,
  Lead,
  LeadAnswer,
  LeadAnswers,
  Location,
  Me,
  Member,
  Membership,
  Message,
  Mode,
  NewAssistant,
  NewCarrierNumber,
  NewConversation,
  NewKey,
  NewLook,
  NewPerson,
  NewPhoneNumber,
  NewRingGroup,
  NewSource,
  NewTenant,
  NewTool,
  NewSimulatedCall,
  NewTrunk,
  Onboarding,
  OnboardingChange,
  Offer,
  OpenInvitation,
  OutboxItem,
  Page as SitePage,
  Person,
  PersonChange,
  PhoneFinding,
  PhoneNumber,
  PhoneNumberChange,
  Playbook,
  PlaybookDraft,
  PlaybookFinding,
  PlaybookTrialResults,
  PlaybookVersion,
  PublishedPlaybookVersion,
  Question as TaughtQuestion,
  QuestionImport,
  Quote,
  Read,
  ReadCounters,
  Replay,
  ReplayRequest,
  Revision,
  RingGroup,
  RingGroupChange,
  Role,
  Sentence,
  SimulatedCall,
  SiteBuilder,
  SiteCheck,
  Session as SignedInSession,
  Source,
  SourceChange,
  StreamEvent,
  Tenant,
  TenantChange,
  TenantSummary,
  TestCall,
  Tier,
  Tool,
  ToolUse,
  Trace,
  Trade,
  TraceStep,
  Trunk,
  TrunkChange,
  TrunkCheck,
  TurnKind,
  UsageDay,
  WhatIf,
  WhatIfRequest,
} from './generated/types.gen.ts'

export interface AdminOptions {
  /** Where the service is, such as `https://foyer.example`. */
  baseUrl: string
  /** A secret key (`sk_test_…`, `sk_live_…`) of a tenant, or the operator's key. Never send either to a browser. */
  key?: string
  /** Instead of a key: the signed-in person of the page's own origin. */
  session?: Session
  fetch?: typeof globalThis.fetch
  /** Milliseconds one attempt may take, and a stream may stand still; 20,000 by default, 120,000 for an upload. */
  timeoutMs?: number
  /** Attempts altogether, the first included; 3 by default. Every POST carries an idempotency key, so a repeat is harmless. */
  attempts?: number
  clock?: Clock
}

/**
 * A client for servers: one tenant's with its secret key, or the operator's `tenants`. Every method takes a `signal`, and
 * throws a `FoyerError` (or the signal's reason).
 * @example
 * const foyer = createAdmin({ baseUrl: 'https://foyer.example', key: process.env.FOYER_KEY ?? '' })
 * const { answer, quotes } = await foyer.conversations.ask('How much is a tune-up?')
 */
export function createAdmin(options: AdminOptions) {
  const fetch = options.fetch ?? ((...given: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...given))
  const http: Http = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    fetch: options.session === undefined ? fetch : fetchWith(options.session, fetch),
    clock: options.clock ?? systemClock,
    timeoutMs: options.timeoutMs ?? 20_000,
    attempts: options.attempts ?? 3,
  }
  const caller = callerFor(http, options.key ?? '')
  return {
    accounts: accountsOf(caller),
    passkeys: passkeysOf(caller),
    me: meOf(caller),
    sessions: sessionsOf(caller),
    members: membersOf(caller),
    invitations: invitationsOf(caller),
    connections: connectionsOf(caller),
    tenants: tenantsOf(caller),
    tenant: tenantOf(caller),
    origins: originsOf(caller),
    keys: keysOf(caller),
    assistants: assistantsOf(caller),
    playbook: playbookOf(caller),
    sources: sourcesOf(caller),
    facts: factsOf(caller),
    documents: documentsOf(caller),
    findings: findingsOf(caller),
    questions: questionsOf(caller),
    onboarding: onboardingOf(caller),
    conversations: conversationsOf(caller),
    calls: callsOf(caller),
    callbacks: callbacksOf(caller),
    traces: tracesOf(caller),
    trunks: trunksOf(caller),
    phone: phoneOf(caller),
    phoneNumbers: phoneNumbersOf(caller),
    people: peopleOf(caller),
    ringGroups: ringGroupsOf(caller),
    gateway: gatewayOf(caller),
    tools: toolsOf(caller),
    leads: leadsOf(caller),
    outbox: outboxOf(caller),
    usage: usageOf(caller),
    insights: insightsOf(caller),
  }
}

export type Admin = ReturnType<typeof createAdmin>
