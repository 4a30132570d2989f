import { z } from 'zod'
import { jsonOf } from '../../../shared/json.ts'

const Line = z.union([
  z.object({ say: z.string().min(1).max(600), from: z.string().max(8), quote: z.string().min(1).max(2000) }),
  z.object({ tool: z.string().max(60), arguments: z.record(z.string(), z.unknown()).default({}) }),
  z.object({ unknown: z.literal(true) }),
])

export interface Claim {
  kind: 'claim'
  say: string
  from: string
  quote: string
}

export type ModelLine =
  | Claim
  | { kind: 'tool'; tool: string; arguments: Record<string, unknown> }
  | { kind: 'unknown' }
  | { kind: 'nonsense'; text: string }

/** Cuts a model's stream into lines and reads each; what is no JSON of ours is nonsense, never passed on. */
export async function* modelLines(texts: AsyncIterable<string>): AsyncGenerator<ModelLine> {
  let rest = ''
  for await (const text of texts) {
    rest += text
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield* read(line)
    if (rest.length > 8000) return yield { kind: 'nonsense', text: rest.slice(0, 200) }
  }
  yield* read(rest)
}

function* read(line: string): Generator<ModelLine> {
  const trimmed = line.trim().replace(/^```(json)?$|,$/g, '')
  if (trimmed === '') return
  const parsed = Line.safeParse(jsonOf(trimmed))
  if (!parsed.success) yield { kind: 'nonsense', text: trimmed.slice(0, 200) }
  else if ('unknown' in parsed.data) yield { kind: 'unknown' }
  else if ('tool' in parsed.data) yield { kind: 'tool', ...parsed.data }
  else yield { kind: 'claim', ...parsed.data }
}
