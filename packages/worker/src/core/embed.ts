import { ProviderError } from '../ports/provider-error.ts'
import { log } from '../shared/log.ts'
import type { Ctx } from './ctx.ts'

const batch = 64
/** Twice this is what a revision waits for an endpoint that stands still. */
const batchMs = 5000

/**
 * Vectors of many texts, a batch after the other, each tried twice; as many as could be made in time, from the first on.
 * `goOn` is asked before each batch.
 */
export async function embedAll(
  ctx: Ctx,
  texts: readonly string[],
  { patienceMs, goOn }: { patienceMs: number; goOn?: () => Promise<boolean> },
): Promise<number[][]> {
  const { embeddings } = ctx.ports
  const made: number[][] = []
  if (embeddings === undefined) return made
  const signal = AbortSignal.timeout(patienceMs)
  for (let at = 0, failed = 0; at < texts.length && !signal.aborted;) {
    if (goOn !== undefined && !(await goOn())) break
    const some = texts.slice(at, at + batch)
    try {
      made.push(...(await embeddings.embed(some, AbortSignal.any([signal, AbortSignal.timeout(batchMs)]))))
      at += some.length
      failed = 0
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      if (++failed === 2) break
    }
  }
  if (made.length < texts.length)
    log('warn', 'embeddings.incomplete', { tenantId: ctx.tenantId, wanted: texts.length, made: made.length })
  return made
}
