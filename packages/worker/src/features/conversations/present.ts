import type { z } from '@hono/zod-openapi'
import type { Conversation, Message, OfferOut, SentenceOut } from './schema.ts'
import type { conversations, messages } from './table.ts'

export function presentConversation(row: typeof conversations.$inferSelect): z.infer<typeof Conversation> {
  const { id, mode, assistantId, visitorId, channel, lang, state } = row
  return {
    id,
    mode,
    assistantId,
    visitorId,
    channel,
    lang,
    state,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

type MessageRow = Pick<
  typeof messages.$inferSelect,
  'id' | 'clientId' | 'author' | 'turnId' | 'text' | 'lang' | 'sentences' | 'offers' | 'via' | 'heard' | 'createdAt'
>

export function presentMessage(row: MessageRow): z.infer<typeof Message> {
  return {
    id: row.id,
    clientId: row.clientId ?? '',
    author: row.author,
    turnId: row.turnId ?? '',
    text: row.text,
    lang: row.lang,
    sentences: row.sentences as SentenceOut[],
    offers: row.offers as OfferOut[],
    ...(row.via === null ? {} : { via: row.via }),
    ...(row.heard === null ? {} : { heard: row.heard }),
    createdAt: row.createdAt.toISOString(),
  }
}
