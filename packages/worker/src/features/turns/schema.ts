import { z } from '@hono/zod-openapi'
import { Message, Offer, Quote, Sentence } from '../conversations/schema.ts'

/** Raised when an event changes its meaning; new kinds and fields may come without. */
export const protocol = 1

export const Tier = z.enum(['rules', 'semantic', 'llm', 'extractive', 'none']).openapi('Tier')
export const TurnKind = z.enum(['answer', 'unknown', 'clarify', 'emergency', 'handoff']).openapi('TurnKind')

export const NewTurn = z
  .strictObject({
    messageId: z
      .string()
      .regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, "-" or "_": a UUID made by the client')
      .describe('Made by the client; sending the same again attaches to the same turn.'),
    text: z.string().min(1, 'must not be empty').max(4000, 'must be at most 4,000 characters'),
    lang: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional()
      .describe('What the visitor reads, when known; detected otherwise.'),
    now: z.iso.datetime().optional().describe('Test mode only, with a secret key: answer as if it were this instant.'),
  })
  .openapi('NewTurn')

const numbered = { n: z.number().int().describe('Counts up in a conversation; pass as `after` to go on from here.') }

/** All that a conversation tells its listeners: over SSE while a turn runs, over a WebSocket to every tab. */
export const StreamEvent = z
  .discriminatedUnion('type', [
    z.object({ ...numbered, type: z.literal('hello'), protocol: z.number().int(), conversationId: z.string() }),
    z
      .object({ ...numbered, type: z.literal('message.accepted'), turnId: z.string(), message: Message })
      .describe('Stored for good: what "acknowledged" means.'),
    z.object({ ...numbered, type: z.literal('thinking'), turnId: z.string(), words: z.string() }),
    z.object({
      ...numbered,
      type: z.literal('sentence'),
      turnId: z.string(),
      index: z.number().int(),
      sentence: Sentence,
    }),
    z.object({
      ...numbered,
      type: z.literal('turn.answered'),
      turnId: z.string(),
      tier: Tier,
      kind: TurnKind,
      confidence: z.number().min(0).max(1),
      lang: z.string(),
      offers: z.array(Offer),
      message: Message,
    }),
    z.object({
      ...numbered,
      type: z.literal('turn.failed'),
      turnId: z.string(),
      code: z.string(),
      message: z.string(),
    }),
    z.object({ ...numbered, type: z.literal('message.created'), message: Message }),
    z.object({ ...numbered, type: z.literal('lead.left'), leadId: z.string() }),
    z.object({ ...numbered, type: z.literal('conversation.ended') }),
  ])
  .openapi('StreamEvent')

export type StreamEventOut = z.infer<typeof StreamEvent>

export const EventsSince = z.object({ events: z.array(StreamEvent), running: z.boolean() }).openapi('EventsSince')

const Step = z
  .object({
    tier: z.string(),
    verdict: z.enum(['answered', 'passed', 'failed', 'skipped']),
    reason: z.string().describe('In plain words.'),
    score: z.number().nullable(),
    threshold: z.number().nullable(),
    candidates: z.array(z.object({ id: z.string(), label: z.string(), score: z.number() })),
    counted: z.record(z.string(), z.number()).describe('Work that was counted: candidates, postings, examples.'),
  })
  .openapi('TraceStep')

/** The full record of a turn, with its references resolved for a reader. */
export const Trace = z
  .object({
    turnId: z.string(),
    conversationId: z.string(),
    state: z.enum(['running', 'answered', 'failed']),
    question: z.string(),
    asked: z.string().describe('The question as it was understood, after what was said before.'),
    answer: z.string(),
    tier: z.union([Tier, z.null()]),
    kind: z.union([TurnKind, z.null()]),
    confidence: z.number().nullable(),
    lang: z.string(),
    at: z.iso.datetime(),
    clock: z.iso.datetime().describe('The instant the answer was computed for.'),
    versions: z.object({
      engine: z.string(),
      playbook: z.number().int(),
      playbookVersionId: z.string(),
      knowledgeRevision: z.number().int(),
    }),
    steps: z.array(Step),
    sentences: z.array(Sentence),
    rejected: z
      .array(z.object({ text: z.string(), reason: z.string() }))
      .describe('What a model said and was not let out, and why.'),
    waits: z
      .array(z.object({ what: z.string(), ms: z.number() }))
      .describe('Wall time around I/O; a Worker’s clock stands still between, so pure work is counted, not timed.'),
    passages: z.array(z.object({ passageId: z.string(), score: z.number(), quote: Quote })),
    usage: z.object({ tokensIn: z.number().int(), tokensOut: z.number().int(), costMicros: z.number().int() }),
  })
  .openapi('Trace')

export type TraceStep = z.infer<typeof Step>
export type TraceOut = z.infer<typeof Trace>
