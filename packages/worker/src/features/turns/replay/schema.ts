import { z } from '@hono/zod-openapi'
import { Sentence } from '../../conversations/schema.ts'
import { Tier, TraceStep, TurnKind } from '../schema.ts'

const changes = {
  playbook: z
    .union([z.literal('draft'), z.number().int().min(1)])
    .optional()
    .describe('Answer by the draft, or by this published version, instead of the one of then.'),
  threshold: z.number().min(-2).max(2).optional().describe('Another threshold for recognising scenarios.'),
  knowledge: z.enum(['then', 'now']).default('then').describe('What was taught then, or what is taught now.'),
  maxModelCalls: z
    .number()
    .int()
    .min(0)
    .max(50)
    .default(0)
    .describe(
      'How often the model may be asked anew where it would be given other words; each is counted in the usage.',
    ),
}

export const ReplayRequest = z.strictObject(changes).openapi('ReplayRequest')

export const WhatIfRequest = z
  .strictObject({
    conversations: z.number().int().min(1).max(50).default(10).describe('How many of the newest conversations.'),
    assistantId: z.string().optional().describe('Only those of this assistant.'),
    ...changes,
  })
  .openapi('WhatIfRequest')

const Difference = z
  .object({
    step: z.string().describe('Which step came out otherwise: "asked", a tier, "tier", "kind", "sentences", …'),
    recorded: z.string(),
    recomputed: z.string(),
  })
  .openapi('ReplayDifference')

const ReplayAnswer = z
  .object({
    text: z.string(),
    tier: Tier,
    kind: TurnKind,
    confidence: z.number(),
    lang: z.string(),
    sentences: z.array(Sentence),
    steps: z.array(TraceStep),
    rejected: z.array(z.object({ text: z.string(), reason: z.string() })),
  })
  .openapi('ReplayAnswer')

/** A turn made again from its inputs, beside what is on record. */
export const Replay = z
  .object({
    turnId: z.string(),
    verdict: z.enum(['identical', 'different', 'not_replayable']),
    reason: z.string().describe('In plain words.'),
    engine: z.object({ recorded: z.string(), now: z.string() }),
    differences: z.array(Difference),
    answer: z.union([ReplayAnswer, z.null()]).describe('What comes out now; null when it cannot be made again.'),
    modelCalls: z.number().int().describe('How often the model was asked anew.'),
  })
  .openapi('Replay')

const Said = z.object({ text: z.string(), tier: z.union([Tier, z.null()]), kind: z.union([TurnKind, z.null()]) })

export const WhatIf = z
  .object({
    turns: z.array(
      z.object({
        turnId: z.string(),
        conversationId: z.string(),
        question: z.string(),
        was: Said,
        now: Said,
        same: z.boolean(),
      }),
    ),
    changed: z.number().int(),
    skipped: z.number().int().describe('Turns that cannot be made again.'),
    modelCalls: z.number().int(),
  })
  .openapi('WhatIf')
