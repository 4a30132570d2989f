import type { SentenceOut } from '../../conversations/schema.ts'
import type { Said, Tier, Turn, Verdict } from '../turn.ts'
import { fixed } from '../wording/wording.ts'

/** Who goes on by a rule of the number: when nothing else was said they ask what for, else the other tiers answer it. */
export const choice: Tier = {
  name: 'choice',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const { chosen } = turn
    if (chosen === null) return { kind: 'passed', reason: '' }
    const reason = `By ${chosen.why}.`
    if (chosen.to === 'person' || !chosen.isBare) return { kind: 'passed', reason }
    const sentences = [fixed(turn, 'help')]
    for (const sentence of sentences) yield { kind: 'sentence', sentence }
    return { kind: 'answered', reason, answer: { tier: 'rules', kind: 'answer', confidence: 1, sentences, offers: [] } }
  },
}

/** Said before anything else, when another name answers from here on. */
export const handedOn = (turn: Turn): SentenceOut | null =>
  turn.chosen?.to === 'assistant' && turn.chosen.isNew ? fixed(turn, 'handedOn') : null
