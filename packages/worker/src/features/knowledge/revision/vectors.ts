import type { Ctx } from '../../../core/ctx.ts'
import type { Passage } from '../../../engine/passage.ts'
import { openVectors, packVectors, rowOf } from '../../../engine/vectors/index.ts'
import { embedAll } from '../../../core/embed.ts'

export const vectorsKey = (indexKey: string) => `${indexKey}.vectors`

/** Passages beyond these are found by words alone; at 1,536 numbers they take 6 MB. */
const mostPassages = 4000
const patienceMs = 60_000

/**
 * Makes the vectors of a revision's passages and keeps them beside its index; what an earlier revision had is taken over.
 * Without them, or with some of them, everything works by words, so a failing endpoint holds no revision up.
 */
export async function putVectors(
  ctx: Ctx,
  passages: readonly Passage[],
  keys: { from: string; to: string },
  goOn: () => Promise<boolean>,
): Promise<void> {
  const { embeddings } = ctx.ports
  if (embeddings === undefined) return
  const wanted = passages.slice(0, mostPassages)
  const vectors = new Map<string, ArrayLike<number>>(await known(ctx, embeddings.model, keys.from))
  const fresh = wanted.filter(({ id }) => !vectors.has(id))
  const made = await embedAll(ctx, fresh.map(textOf), { patienceMs, goOn })
  made.forEach((vector, at) => {
    const id = fresh[at]?.id
    if (id !== undefined) vectors.set(id, vector)
  })
  const blob = packVectors(
    embeddings.model,
    passages.map(({ id }) => id),
    passages.map(({ id }) => vectors.get(id) ?? null),
  )
  await ctx.ports.files.put(vectorsKey(keys.to), blob, { contentType: 'application/octet-stream' })
}

/** A passage never changes under its id, so its vector does not either. */
async function known(ctx: Ctx, model: string, indexKey: string): Promise<[string, ArrayLike<number>][]> {
  const blob = indexKey === '' ? null : await ctx.ports.files.get(vectorsKey(indexKey))
  if (blob === null) return []
  const table = openVectors(blob.bytes)
  if (table.model !== model) return []
  return table.ids.flatMap((id, at): [string, ArrayLike<number>][] => {
    const row = rowOf(table, at)
    return row === null ? [] : [[id, row]]
  })
}

const textOf = ({ title, headings, text }: Passage) => [title, ...headings, text].join('\n').slice(0, 4000)
