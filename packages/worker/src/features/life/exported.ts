import type { Mode } from '../../core/ctx.ts'

const once: readonly Mode[] = ['test']
const both: readonly Mode[] = ['live', 'test']

/** The tables of an export, and whether their rows are born test or live. */
export const exported: Readonly<Record<string, readonly Mode[]>> = {
  locations: once,
  origins: once,
  assistants: once,
  playbook_versions: once,
  sources: once,
  documents: once,
  document_versions: once,
  facts: once,
  questions: once,
  tools: once,
  emergency_contacts: once,
  onboarding: once,
  visitors: both,
  conversations: both,
  turns: both,
  messages: both,
  ratings: both,
  leads: both,
  callbacks: both,
  calls: both,
  consents: both,
  call_legs: both,
  people: both,
  ring_groups: both,
  phone_numbers: both,
  tool_calls: both,
  outbox: both,
  usage: both,
  insight_days: both,
  audit: once,
}

/** What stays here: secrets, what is made again from the rest, and what belongs to running. A law keeps the two lists whole. */
export const leftOut = [
  'keys',
  'identity_secrets',
  'refresh_tokens',
  'connections',
  'trunks',
  'findings',
  'knowledge_revisions',
  'reads',
  'pages',
  'events',
  'idempotency',
]
