import type {
  ConversationSummary,
  Insights,
  InsightsNow,
  ListConversationSummariesData,
} from '../generated/types.gen.ts'
import type { Asking, Caller } from './caller.ts'
import { listOf, type Paging } from './list.ts'

type Filter = Omit<NonNullable<ListConversationSummariesData['query']>, 'after' | 'limit'>

/** What was asked and answered, in numbers, and the conversations behind each number. */
export function insightsOf(caller: Caller) {
  return {
    /** By day in the zone of the first location; the last 30 days when no range is given, 92 at most. */
    days: ({ from, to, ...options }: Asking & { from?: string; to?: string } = {}) =>
      caller.get<Insights>('/v1/insights', { from, to }, options),
    /** The last 24 hours. */
    now: (options: Asking = {}) => caller.get<InsightsNow>('/v1/insights/now', {}, options),
    /** Newest first. */
    conversations: (filter: Filter = {}, paging?: Paging) =>
      listOf<ConversationSummary>(caller, '/v1/insights/conversations', paging, { ...filter }),
  }
}
