import type { z } from '@hono/zod-openapi'
import type { SentenceOut } from '../../conversations/schema.ts'
import type { TraceStepOut } from '../schema.ts'
import type { TraceRecord } from '../trace.ts'
import type { Recomputed } from './recompute.ts'
import type { Replay } from './schema.ts'

type Difference = z.infer<typeof Replay>['differences'][number]

export interface Stored {
  tier: string | null
  kind: string | null
  lang: string
  text: string
  sentences: readonly SentenceOut[]
}

/** What came out otherwise than on record, step by step; nothing when all is the same. */
export function compare(record: TraceRecord, stored: Stored, { answer, turn }: Recomputed): Difference[] {
  const found: Difference[] = []
  const look = (step: string, recorded: unknown, recomputed: unknown): void => {
    const [was, is] = [shown(recorded), shown(recomputed)]
    if (was !== is) found.push({ step, recorded: was.slice(0, 2000), recomputed: is.slice(0, 2000) })
  }
  look('language', record.lang, turn.lang)
  look('asked', record.asked, turn.asked)
  look('passages', record.passages.map(scored), turn.trace.passages.map(scored))
  const names = new Set([...record.steps, ...turn.trace.steps].map(({ tier }) => tier))
  for (const tier of names) {
    const of = (steps: readonly TraceStepOut[]) => steps.filter((step) => step.tier === tier).map(told)
    look(tier, of(record.steps), of(turn.trace.steps))
  }
  look('not said', record.rejected, turn.trace.rejected.slice(0, 20))
  look('tier', stored.tier, answer.tier)
  look('kind', stored.kind, answer.kind)
  look('text', stored.text, answer.sentences.map(({ text }) => text).join(' '))
  look('sentences', stored.sentences.map(evidenced), answer.sentences.map(evidenced))
  return found
}

const scored = ({ id, score }: { id: string; score: number }) => `${id} ${score.toFixed(5)}`

const told = ({ verdict, reason, score, threshold }: TraceStepOut) =>
  [verdict, reason, score?.toFixed(5) ?? '', threshold?.toFixed(5) ?? ''].join(' | ')

const evidenced = ({ text, lang, evidence }: SentenceOut) => ({ text, lang, evidence: evidence.map(sortedKeys) })

/** The database orders the fields of JSON in its own way. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sortedKeys(held)]),
  )
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(sortedKeys(value) ?? null)
