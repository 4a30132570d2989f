import type {
  Call,
  CallRecord,
  Conversation,
  ConversationExport,
  ConversationSummary,
  LeadAnswer,
  Message,
  Page,
} from '@foyer/sdk/admin'
import { here } from './here.ts'

/** What the list is asked for, as it stands in the address. */
export const filterNames = ['outcome', 'tier', 'lang', 'from', 'to', 'q'] as const
export type Filter = Partial<Record<(typeof filterNames)[number], string>>

export function filterOf(query: URLSearchParams): Filter {
  return Object.fromEntries(filterNames.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])))
}

export const fetchSummaries = (
  filter: Filter,
  after: string,
  signal: AbortSignal,
): Promise<Page<ConversationSummary>> =>
  here()
    .foyer.insights.conversations(filter as object, { after, limit: 50, signal })
    .page()

interface Turn {
  id: string
  tier: string | null
  kind: string | null
  state: string
}

interface Rating {
  turnId: string
  thumb: 'up' | 'down'
  reason: string
}

export interface Lead {
  id: string
  name: string
  phone: string
  email: string
  text: string
  answers: LeadAnswer[]
  createdAt: string
}

/** A conversation with all that came of it. */
export interface Thread {
  conversation: Conversation
  messages: Message[]
  turns: ReadonlyMap<string, Turn>
  ratings: readonly Rating[]
  leads: readonly Lead[]
  /** Oldest first. */
  calls: readonly CallRecord[]
  /** The last ones before it of the same number, newest first. */
  earlier: readonly Call[]
  /** As the service gave it: what the export saves. */
  whole: ConversationExport
}

export async function fetchThread(id: string, signal: AbortSignal): Promise<Thread> {
  const { foyer } = here()
  const [whole, calls] = await Promise.all([
    foyer.conversations.export(id, { signal }),
    foyer.calls.list({ conversationId: id }, { signal }).toArray(20),
  ])
  const phoned = calls.find(({ caller }) => caller !== '')
  const turns = whole.turns as unknown as Turn[]
  return {
    conversation: whole.conversation,
    messages: whole.messages,
    turns: new Map(turns.map((turn) => [turn.id, turn])),
    ratings: whole.ratings as unknown as Rating[],
    leads: whole.leads as unknown as Lead[],
    calls: await Promise.all(calls.toReversed().map((call) => foyer.calls.get(call.id, { signal }))),
    earlier:
      phoned === undefined
        ? []
        : (await foyer.calls.list({ caller: phoned.caller }, { after: phoned.id, limit: 5, signal }).page()).items,
    whole,
  }
}
