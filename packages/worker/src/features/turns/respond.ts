import { nobodyKnew } from './nobody-knew.ts'
import { extractive } from './tiers/extractive.ts'
import { hesitant } from './tiers/hesitant.ts'
import { llm } from './tiers/llm.ts'
import { rules } from './tiers/rules.ts'
import { semantic } from './tiers/semantic.ts'
import type { Answer, Said, Tier, Turn } from './turn.ts'

const tiers: readonly Tier[] = [rules, semantic, llm, extractive, hesitant]

/** The life of a turn: each tier answers or passes, and always says why. */
export async function* respond(turn: Turn): AsyncGenerator<Said, Answer> {
  for (const tier of tiers) {
    const verdict = yield* turn.trace.step(tier, turn)
    if (verdict.kind === 'answered') return verdict.answer
  }
  return yield* nobodyKnew(turn)
}
