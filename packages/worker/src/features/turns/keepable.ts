import type { Ctx } from '../../core/ctx.ts'
import type { Saying } from './open.ts'
import { sealedAnswer, sealedWords } from './sealed-answer.ts'
import { splitCard, type SplitCard } from './split-card.ts'

/** What is said as it may be written down. @param isSecret the newest answer asked for something sensitive */
export async function keepable(
  ctx: Ctx,
  said: Saying,
  isSecret: boolean,
): Promise<{ saying: Saying; split: SplitCard | null }> {
  const split = await splitCard(ctx, said)
  if (split !== null) return { saying: { ...said, text: split.text }, split }
  const sealed = isSecret ? await sealedAnswer(ctx, said.text) : null
  return { saying: sealed === null ? said : { ...said, text: sealedWords, sealed }, split }
}
