import { z } from '@hono/zod-openapi'
import { Call } from '../calls/schema.ts'
import { Message, Offer, Quote, Sentence, words } from '../conversations/schema.ts'

/** Raised when an event changes its meaning; new kinds and fields may come without. */
export const protocol = 1

export const Tier = z.enum(['rules', 'semantic', 'llm', 'extractive', 'none']).openapi('Tier')
export const TurnKind = z.enum(['answer', 'unknown', 'clarify', 'confirm', 'emergency', 'handoff']).openapi('TurnKind')

export const NewTurn = z
  .strictObject({
    messageId: z
      .string()
      .regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, "-" or "_": a UUID made by the client')
      .describe('Made by the client; sending the same again attaches to the same turn.'),
    text: words().min(1, 'must not be empty').max(4000, 'must be at most 4,000 characters'),
    lang: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional()
      .describe('What the visitor reads, when known; detected otherwise.'),
    via: z.enum(['voice', 'keys']).optional().describe('How it came into a call; with a call’s token only.'),
    now: z.iso.datetime().optional().describe('Test mode only, with a secret key: answer as if it were this instant.'),
  })
  .openapi('NewTurn')

export const expectable = z.enum(['name', 'phone', 'email', 'address', 'date', 'text', 'secret', 'yes_no'])

/** What the assistant asked for last, so that an ear is patient and a form can be shown. */
export const Expects = z
  .object({
    field: expectable,
    how: z.enum(['say', 'spell', 'type']).describe('`type`: listening failed; show a field to type it in.'),
  })
  .openapi('TurnExpects')

const numbered = { n: z.number().int().describe('Counts up in a conversation; pass as `after` to go on from here.') }

/** All that a conversation tells its listeners: over SSE while a turn runs, over a WebSocket to every tab. */
export const StreamEvent = z
  .discriminatedUnion('type', [
    z.object({ ...numbered, type: z.literal('hello'), protocol: z.number().int(), conversationId: z.string() }),
    z
      .object({ ...numbered, type: z.literal('message.accepted'), turnId: z.string(), message: Message })
      .describe('Stored for good: what "acknowledged" means.'),
    z
      .object({ ...numbered, type: z.literal('assistant.changed'), turnId: z.string(), name: z.string() })
      .describe('In a call: by a rule of the number another assistant goes on, from this turn’s answer on.'),
    z.object({ ...numbered, type: z.literal('thinking'), turnId: z.string(), words: z.string() }),
    z.object({
      ...numbered,
      type: z.literal('sentence'),
      turnId: z.string(),
      index: z.number().int(),
      sentence: Sentence,
      speakable: z.string().optional().describe('The same for the ear, when the turn came by voice; show `sentence`.'),
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
      expects: Expects.optional(),
      fetches: z
        .enum(['transfer', 'danger'])
        .optional()
        .describe('In a call: who is rung for the caller once this was said.'),
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
    z
      .object({ ...numbered, type: z.literal('turn.heard'), turnId: z.string(), heard: z.string() })
      .describe('The visitor spoke over a reply: as much of it as was heard.'),
    z.object({ ...numbered, type: z.literal('call.changed'), call: Call }),
    z.object({ ...numbered, type: z.literal('lead.left'), leadId: z.string() }),
    z.object({ ...numbered, type: z.literal('conversation.ended') }),
  ])
  .openapi('StreamEvent')

export type StreamEventOut = z.infer<typeof StreamEvent>

export const EventsSince = z.object({ events: z.array(StreamEvent), running: z.boolean() }).openapi('EventsSince')

export const TraceStep = z
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

export const Interrupted = z
  .strictObject({ heard: z.string().max(8000).describe('As much of the reply as was played; empty when nothing was.') })
  .openapi('InterruptedTurn')

export const stageNames = ['decided', 'transcribed', 'answering', 'voiced', 'published', 'played'] as const

/** When each stage of a spoken turn was reached, in ms from the end of the visitor's speech. */
export const Timings = z
  .strictObject({
    speechEndedAt: z.iso.datetime().describe('When the visitor stopped speaking, by our clock.'),
    stages: z
      .partialRecord(z.enum(stageNames), z.number().int().min(-60_000).max(600_000))
      .describe(
        'decided: the end of the turn · transcribed: the final words · answering: the first sentence from the brain · voiced: the first audio byte · published: into the room · played: by the visitor’s browser, which reports it itself.',
      ),
    providers: z
      .strictObject({ recognition: z.number().int().min(0), speech: z.number().int().min(0) })
      .partial()
      .default({})
      .describe('Ms of it that were spent waiting for providers of recognition and speech.'),
    by: z
      .strictObject({ recognition: z.string().max(40), speech: z.string().max(40) })
      .partial()
      .default({})
      .describe('Which providers these were, as the agent names them.'),
    filler: z.boolean().default(false).describe('Something was said to bridge the wait.'),
  })
  .openapi('TurnTimings')

const VoiceTrace = z
  .object({
    speechEndedAt: z.iso.datetime(),
    stages: z.array(
      z.object({
        name: z.enum(stageNames),
        atMs: z.number().int().describe('From the end of speech.'),
        tookMs: z.number().int().describe('From the stage before it.'),
      }),
    ),
    budgetMs: z.number().int().describe('End of speech → the first audio.'),
    overBudget: z.boolean(),
    spentBy: z.string().describe('The stage that took longest; empty when none is known.'),
    providers: z.object({ recognition: z.number().int().optional(), speech: z.number().int().optional() }),
    by: z
      .object({ recognition: z.string().optional(), speech: z.string().optional() })
      .describe('Who recognised and spoke.'),
    filler: z.boolean(),
    hurried: z.string().describe('Why this turn was kept short; empty when it was not.'),
    heard: z.string().optional().describe('As much of the reply as was heard, when it was interrupted.'),
  })
  .openapi('TraceVoice')

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
    recognised: z
      .boolean()
      .describe(
        'Its call was recognised by its number: that chose the language it began in, and nothing that was said.',
      ),
    versions: z.object({
      engine: z.string(),
      playbook: z.number().int(),
      playbookVersionId: z.string(),
      knowledgeRevision: z.number().int(),
    }),
    steps: z.array(TraceStep),
    sentences: z.array(Sentence),
    rejected: z
      .array(z.object({ text: z.string(), reason: z.string() }))
      .describe('What a model said and was not let out, and why.'),
    waits: z
      .array(z.object({ what: z.string(), ms: z.number() }))
      .describe('Wall time around I/O; a Worker’s clock stands still between, so pure work is counted, not timed.'),
    passages: z.array(z.object({ passageId: z.string(), score: z.number(), quote: Quote })),
    voice: z.union([VoiceTrace, z.null()]).describe('Of a spoken turn; null otherwise.'),
    usage: z.object({ tokensIn: z.number().int(), tokensOut: z.number().int(), costMicros: z.number().int() }),
  })
  .openapi('Trace')

export type TraceStepOut = z.infer<typeof TraceStep>
export type VoiceTraceOut = z.infer<typeof VoiceTrace>
export type TraceOut = z.infer<typeof Trace>
