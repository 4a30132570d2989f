import { nobodyKnew } from './nobody-knew.ts'
import { outsideHours } from './outside-hours.ts'
import { confirmed } from './tiers/confirmed.ts'
import { extractive } from './tiers/extractive.ts'
import { hesitant } from './tiers/hesitant.ts'
import { llm } from './tiers/llm.ts'
import { rules } from './tiers/rules.ts'
import { semantic } from './tiers/semantic.ts'
import type { Answer, Said, Tier, Turn } from './turn.ts'

const tiers: readonly Tier[] = [confirmed, rules, semantic, llm, extractive, hesitant]

/** The life of a turn: each tier answers or passes, and always says why. */
export async function* respond(turn: Turn): AsyncGenerator<Said, Answer> {
  for (const tier of tiers) {
    const verdict = yield* turn.trace.step(tier, turn)
    if (verdict.kind === 'answered') return yield* whenClosed(turn, verdict.answer)
  }
  return yield* whenClosed(turn, yield* nobodyKnew(turn))
}

async function* whenClosed(turn: Turn, answer: Answer): AsyncGenerator<Said, Answer> {
  const sentence = outsideHours(turn, answer)
  if (sentence === null) return answer
  yield { kind: 'sentence', sentence }
  return { ...answer, sentences: [...answer.sentences, sentence] }
}
