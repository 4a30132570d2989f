import { z } from '@hono/zod-openapi'
import { legPurposes, legResults, legStates } from '../table.ts'

const maybeInstant = z.union([z.iso.datetime(), z.null()])
const words = z.array(z.object({ text: z.string(), lang: z.string() }))

export const CallLeg = z
  .object({
    id: z.string(),
    turnId: z.string().describe('Whose answer asked for it; empty when no turn did.'),
    purpose: z.enum(legPurposes),
    wave: z.number().int().describe('Those of one wave rang at once.'),
    personId: z.string(),
    name: z.string(),
    number: z.string().describe('E.164.'),
    manner: z.enum(['warm', 'cold']),
    state: z.enum(legStates),
    result: z
      .union([z.enum(legResults).openapi('CallLegResult'), z.null()])
      .describe(
        'voicemail: picked up, and no key was pressed. connected: talked to the caller. null while it goes on.',
      ),
    rangAt: maybeInstant,
    answeredAt: maybeInstant,
    acceptedAt: maybeInstant.describe('When a key said that they take it, or have heard it.'),
    endedAt: maybeInstant,
  })
  .openapi('CallLeg')

/** What the agent has to tell about reaching somebody; `ring` is answered when a phone was, or nobody’s was. */
export const ReachEvent = z
  .discriminatedUnion('event', [
    z.strictObject({ event: z.literal('asked'), purpose: z.enum(['transfer', 'danger']), turnId: z.string().max(60) }),
    z.strictObject({ event: z.literal('resumed'), purpose: z.enum(['transfer', 'danger']) }),
    z.strictObject({ event: z.literal('ring'), purpose: z.enum(['transfer', 'danger']) }),
    z.strictObject({
      event: z.enum(['accepted', 'declined', 'unanswered', 'left']),
      legId: z.string().max(60),
    }),
  ])
  .openapi('CallReachEvent')

const say = words.describe('To the caller, as it is.')

/** What the agent does next. */
export const ReachStep = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ring'),
      say,
      next: words.describe('What may have to be said when they do not come: have it ready.'),
    }),
    z.object({
      kind: z.literal('whisper'),
      legId: z.string(),
      identity: z.string().describe('Of who answered, in the room.'),
      aside: words.describe('To them alone.'),
      withinMs: z.number().int().describe('No key within this, and it was a voicemail.'),
    }),
    z.object({
      kind: z.literal('connected'),
      legId: z.string(),
      identity: z.string(),
      say: words.describe('To both; then nothing is heard or said until they leave.'),
    }),
    z.object({ kind: z.literal('acknowledged'), legId: z.string(), aside: words, say }),
    z.object({ kind: z.literal('back'), say: words.describe('To the caller; then the call goes on.') }),
    z.object({ kind: z.literal('handed_over') }).describe('The caller is not in the room any more: leave it.'),
  ])
  .openapi('CallReachStep')
