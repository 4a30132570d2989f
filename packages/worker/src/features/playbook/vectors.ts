import type { Ctx } from '../../core/ctx.ts'
import { embedAll } from '../../core/embed.ts'
import { openScenarioVectors, openVectors, packVectors, type ScenarioVectors } from '../../engine/vectors/index.ts'
import type { PlaybookDocument } from './schema.ts'

const keyOf = (ctx: Ctx, versionId: string) => `${ctx.tenantId}/scenarios/${versionId}.vectors`
const mostExamples = 1000
/** Publishing waits for them; a version without them recognises scenarios by words. */
const patienceMs = 8000

/** The examples of a version as vectors, kept beside it. */
export async function putScenarioVectors(ctx: Ctx, versionId: string, playbook: PlaybookDocument): Promise<void> {
  const { embeddings } = ctx.ports
  if (embeddings === undefined) return
  const examples = playbook.scenarios
    .flatMap(({ id, examples: own }) =>
      Object.values(own).flatMap((list) => (list ?? []).map((text, rank) => ({ id, text, rank }))),
    )
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostExamples)
  if (examples.length === 0) return
  const made = await embedAll(
    ctx,
    examples.map(({ text }) => text),
    { patienceMs },
  )
  if (made.length === 0) return
  const ids = examples.map(({ id }) => id)
  const blob = packVectors(
    embeddings.model,
    ids,
    ids.map((_, at) => made[at] ?? null),
  )
  await ctx.ports.files.put(keyOf(ctx, versionId), blob, { contentType: 'application/octet-stream' })
}

/** null where there are none, or another model made them than is asked now. */
export async function scenarioVectors(ctx: Ctx, versionId: string): Promise<ScenarioVectors | null> {
  const { embeddings } = ctx.ports
  if (embeddings === undefined) return null
  const blob = await ctx.ports.files.get(keyOf(ctx, versionId))
  if (blob === null) return null
  const table = openVectors(blob.bytes)
  return table.model === embeddings.model ? openScenarioVectors(table) : null
}
