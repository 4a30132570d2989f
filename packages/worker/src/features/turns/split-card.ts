import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../../core/ctx.ts'
import { query, type Query, withTenant } from '../../db/tenant.ts'
import { digitPieces, withoutCardsAcross, withoutDigitsOf } from '../../engine/capture/index.ts'
import type { SentenceOut } from '../conversations/schema.ts'
import { selectRecent } from './store.ts'

/** A card's number that was told in several messages. */
export interface SplitCard {
  /** The newest of them, as it may be kept. */
  text: string
  /** Those before it, and what was answered to them, as they may be kept. */
  hidden: { id: string; before: string; text: string; sentences: SentenceOut[]; heard: string | null }[]
  turnIds: string[]
}

/** Nobody tells a number in more pieces than this. */
const mostPieces = 8
/** A number that goes on stands at the beginning. */
const mostBefore = 40

/** Whether a message ends a card's number that those before it began, or tells its date or its code. */
export async function splitCard(
  ctx: Ctx,
  said: { conversationId: string; messageId: string; text: string },
): Promise<SplitCard | null> {
  const [first] = digitPieces(said.text)
  if (first === undefined || first.start > mostBefore) return null
  const [recent] = await withTenant(ctx).batch(selectRecent(said.conversationId))
  const known = recent.filter(({ clientId }) => clientId !== said.messageId).toReversed()
  const own = known.filter(({ author }) => author === 'visitor').slice(1 - mostPieces)
  const kept = withoutCardsAcross([...own.map(({ text }) => text), said.text])
  const text = kept.at(-1) ?? said.text
  if (text === said.text) return null
  const pieces = own.flatMap((row, at) => (kept[at] === row.text ? [] : [{ ...row, kept: kept[at] ?? '' }]))
  const number = [...pieces, said].flatMap((one) => digitPieces(one.text).map(({ digits }) => digits)).join('')
  const without = (words: string) => withoutDigitsOf(words, number)
  const since = pieces[0]?.position ?? Infinity
  const replies = known.filter(({ author, position }) => author !== 'visitor' && position > since)
  return {
    text,
    hidden: [
      ...pieces.map(({ id, text: before, kept: text }) => ({ id, before, text, sentences: [], heard: null })),
      ...replies.map(({ id, text: before, sentences, heard }) => ({
        ...{ id, before, text: without(before), heard: heard === null ? null : without(heard) },
        sentences: (sentences as SentenceOut[]).map((one) => ({ ...one, text: without(one.text) })),
      })),
    ].filter(({ before, text }) => before !== text),
    turnIds: [...new Set(pieces.flatMap(({ turnId }) => turnId ?? []))],
  }
}

/** Takes the pieces out of all that was kept of them; without its inputs a turn cannot be made again. */
export async function hideSplitCard(ctx: Ctx, conversationId: string, { hidden, turnIds }: SplitCard): Promise<void> {
  const of = sql`conversation_id = ${conversationId}`
  const changes: SQL[] = [
    ...hidden.flatMap(({ id, before, text, sentences, heard }) => [
      sql`update messages set text = ${text}, sentences = ${JSON.stringify(sentences)}::jsonb, heard = ${heard} where ${of} and id = ${id}`,
      sql`update leads set text = replace(text, ${before}, ${text}) where ${of}`,
    ]),
    ...turnIds.flatMap((id) => [
      sql`update turns set trace = null where ${of} and id = ${id}`,
      sql`update tool_calls set arguments = '{}' where ${of} and turn_id = ${id}`,
    ]),
  ]
  const [first, ...more] = changes.map((change): Query => query.execute(change))
  if (first !== undefined) await withTenant(ctx).batch(first, ...more)
}
