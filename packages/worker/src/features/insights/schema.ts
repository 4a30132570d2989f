import { z } from '@hono/zod-openapi'
import { pageOf, pageQuery } from '../../web/operation.ts'
import { Conversation } from '../conversations/schema.ts'
import { Tier } from '../turns/schema.ts'

const n = z.number().int()

/** What is counted, of a day or of the last 24 hours. */
const counted = {
  conversations: n.describe(
    'Begun in this time. A day is counted for good once it has been over for a whole day, so it still counts what was erased or given up since.',
  ),
  turns: n.describe('Things said to the assistant.'),
  tiers: z.record(z.string(), n).describe('Turns by the tier that answered; `none` where nobody knew.'),
  unanswered: n.describe('Turns that nothing taught could answer.'),
  handoffs: n.describe('Turns in which a person was asked for.'),
  emergencies: n.describe('Turns that were answered as an emergency.'),
  messages: n.describe('Messages left for the business.'),
  up: n.describe('Thumbs up.'),
  down: n.describe('Thumbs down.'),
  medianMs: z.number().nullable().describe('Milliseconds from a question to the end of its answer; null without any.'),
  p95Ms: z.number().nullable().describe('The same for the slowest one in twenty.'),
}

export const InsightDay = z.object({ day: z.iso.date(), ...counted }).openapi('InsightDay')

export const Insights = z
  .object({
    timeZone: z.string().describe('Days begin at its midnight: the first location’s.'),
    days: z.array(InsightDay).describe('Every day of the range, oldest first.'),
    languages: z.array(z.object({ lang: z.string(), turns: n })).describe('Most spoken first.'),
  })
  .openapi('Insights')

export const InsightsNow = z.object({ since: z.iso.datetime(), ...counted }).openapi('InsightsNow')

const range = {
  from: z.iso.date().optional().describe('First day; 30 days ago when left out.'),
  to: z.iso.date().optional().describe('Last day; today when left out. A range is 92 days at most.'),
}

export const InsightsQuery = z.strictObject(range)

export const Outcome = z.enum(['unanswered', 'handoff', 'emergency', 'message', 'up', 'down'])

export const SummaryQuery = pageQuery.extend({
  ...range,
  outcome: Outcome.optional().describe('Conversations with such a turn, message or rating.'),
  tier: Tier.optional().describe('Conversations with a turn that this tier answered.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  q: z.string().trim().min(1).max(100).optional().describe('Words, sought in the newest 20,000 messages.'),
})

export const ConversationSummary = Conversation.extend({
  opening: z.string().describe('What the visitor said first; at most 200 characters.'),
  turns: n,
  kinds: z.array(z.string()).describe('Each kind of answer that was given in it.'),
  up: n,
  down: n,
  messages: n.describe('Messages left in it.'),
  lastAt: z.iso.datetime(),
}).openapi('ConversationSummary')

export const ConversationSummaryPage = pageOf(ConversationSummary, 'ConversationSummaryPage')
