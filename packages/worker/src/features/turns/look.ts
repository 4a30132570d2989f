import type { Ctx } from '../../core/ctx.ts'
import { likeness, scenarioNearness } from '../../engine/vectors/index.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { CompiledPlaybook, Turn } from './turn.ts'

/** What vectors say a question is near to; recorded, since the endpoint may say otherwise another day. */
export interface Nearness {
  /** Places in the index with their cosine, nearest first. */
  passages: { at: number; score: number }[]
  /** By scenario, 0 to 1: see engine/vectors. */
  scenarios: [string, number][]
  /** Why there is nothing; '' when the endpoint answered. */
  why: string
}

const mostNear = 12

export type Look = (asked: string, signal: AbortSignal) => Promise<Nearness>

/** Asks for the question's vector and what it is near to; null where no endpoint is set up. Never late, never throws. */
export function lookOf(ctx: Ctx, knowledge: Turn['knowledge'], playbook: CompiledPlaybook | null): Look | null {
  const { embeddings } = ctx.ports
  if (embeddings === undefined) return null
  return async (asked, signal) => {
    const tables = [knowledge.vectors, playbook?.vectors?.table].filter((table) => table?.model === embeddings.model)
    if (tables.length === 0) return { passages: [], scenarios: [], why: 'Nothing was taught with vectors yet.' }
    const budget = AbortSignal.timeout(ctx.config.OPENAI_EMBEDDINGS_BUDGET_MS)
    try {
      const [vector] = await embeddings.embed([asked.slice(0, 2000)], AbortSignal.any([signal, budget]))
      if (vector === undefined) return { passages: [], scenarios: [], why: 'The endpoint gave no vector.' }
      return {
        passages: nearest(knowledge.vectors, vector),
        scenarios: playbook?.vectors == null ? [] : scenarioNearness(playbook.vectors, vector),
        why: '',
      }
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      return { passages: [], scenarios: [], why: budget.aborted ? 'The vector came too late.' : error.message }
    }
  }
}

function nearest(table: Turn['knowledge']['vectors'], vector: readonly number[]): Nearness['passages'] {
  if (table === null) return []
  const scores = likeness(table, vector)
  return [...scores.keys()]
    .filter((at) => (scores[at] ?? 0) > 0)
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, mostNear)
    .map((at) => ({ at, score: Math.round((scores[at] ?? 0) * 10_000) / 10_000 }))
}
