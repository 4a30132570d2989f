import { z } from '@hono/zod-openapi'
import { withoutCards } from '../../engine/capture/index.ts'
import { pageOf } from '../../web/operation.ts'
import { Mode } from '../tenants/schema.ts'

/** What a person writes or says: a card's number in it goes no further than this door. */
export const words = () => z.string().overwrite(withoutCards)

export const Quote = z
  .object({
    documentId: z.string(),
    versionId: z.string(),
    url: z.string(),
    title: z.string(),
    anchor: z.string(),
    lang: z.string(),
    text: z.string().describe('An exact piece of the document version’s text.'),
    start: z.number().int().describe('UTF-16 offset into that text.'),
    end: z.number().int().describe('UTF-16 offset, exclusive.'),
  })
  .openapi('Quote')

const FactRef = z.object({ factId: z.string(), label: z.string(), quote: Quote.optional() })

/** Why a sentence may be said. */
export const Evidence = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('passage'), quote: Quote }),
    z.object({ kind: z.literal('fact'), factId: z.string(), label: z.string(), quote: Quote.optional() }),
    z.object({
      kind: z.literal('computed'),
      what: z.string(),
      facts: z.array(FactRef),
      at: z.iso.datetime(),
      timeZone: z.string(),
    }),
    z.object({ kind: z.literal('playbook'), versionId: z.string(), version: z.number().int(), scenarioId: z.string() }),
    z.object({ kind: z.literal('fixed'), name: z.string() }),
    z
      .object({
        kind: z.literal('tool'),
        toolId: z.string(),
        name: z.string(),
        callId: z.string().describe('Of the use; its `result` holds the text.'),
        at: z.iso.datetime().describe('When the tool answered.'),
        text: z.string().describe('An exact piece of what it answered.'),
        start: z.number().int(),
        end: z.number().int(),
      })
      .describe('What a tool of the business answered.'),
  ])
  .openapi('Evidence')

export const Sentence = z
  .object({ text: z.string(), lang: z.string(), evidence: z.array(Evidence).min(1) })
  .openapi('Sentence')

/** What the visitor may do next. */
export const Offer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('message') }),
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('call'), phone: z.string().describe('E.164.'), label: z.string() }),
    z.object({ kind: z.literal('ask'), text: z.string().describe('Sent as the visitor’s words when picked.') }),
  ])
  .openapi('Offer')

export const Message = z
  .object({
    id: z.string(),
    clientId: z.string().describe('Of the visitor’s own messages; empty otherwise.'),
    author: z.enum(['visitor', 'assistant', 'member']),
    turnId: z.string().describe('Empty for a member’s message.'),
    text: z.string(),
    lang: z.string(),
    sentences: z.array(Sentence),
    offers: z.array(Offer),
    via: z
      .enum(['voice', 'keys', 'late'])
      .optional()
      .describe(
        'How it came, when a call was on. `late`: said, and understood when the call was over; nothing answered it.',
      ),
    heard: z.string().optional().describe('As much of a spoken reply as was heard before it was interrupted.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Message')

export const MessagePage = pageOf(Message, 'MessagePage')

export const Conversation = z
  .object({
    id: z.string(),
    mode: Mode,
    assistantId: z.string(),
    visitorId: z.string(),
    channel: z.enum(['chat', 'api', 'phone']),
    lang: z.string(),
    state: z.enum(['open', 'ended']),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .openapi('Conversation')

export const ConversationPage = pageOf(Conversation, 'ConversationPage')

export const NewConversation = z
  .strictObject({
    assistantId: z.string().optional().describe('With a secret key; the first assistant when left out.'),
    context: z
      .record(z.string().max(60), words().max(500))
      .default({})
      .describe('Hints about the page or the visitor; never instructions.'),
  })
  .openapi('NewConversation')

export const NewRating = z
  .strictObject({
    turnId: z.string().default('').describe('The turn that is rated; empty for the whole conversation.'),
    thumb: z.enum(['up', 'down']),
    score: z.number().int().min(1).max(5).optional(),
    reason: words().max(1000).default(''),
  })
  .openapi('NewRating')

export const Ticket = z
  .object({
    ticket: z.string().describe('Opens one live connection within `expiresInMs`; goes into the WebSocket subprotocol.'),
    expiresInMs: z.number().int(),
  })
  .openapi('Ticket')

export const ConversationExport = z
  .object({
    conversation: Conversation,
    messages: z.array(Message),
    turns: z.array(z.record(z.string(), z.unknown())),
    leads: z.array(z.record(z.string(), z.unknown())),
    ratings: z.array(z.record(z.string(), z.unknown())),
  })
  .openapi('ConversationExport')

export type SentenceOut = z.infer<typeof Sentence>
export type OfferOut = z.infer<typeof Offer>
export type EvidenceOut = z.infer<typeof Evidence>
