import type { OfferOut } from '../conversations/schema.ts'
import type { Answer, Said, Turn } from './turn.ts'
import { recognised } from './tiers/recognised.ts'
import { callOffer, fixed, ownersWords, phoneOf } from './wording.ts'

/** No tier had it: say so, and offer the ways that are left. Never a guess. */
export async function* nobodyKnew(turn: Turn): AsyncGenerator<Said, Answer> {
  const scenario = recognised(turn)
  const own = scenario?.answer.say === undefined ? null : ownersWords(turn, scenario.answer.say, scenario.id)
  const unknown = fixed(turn, phoneOf(turn).e164 === '' ? 'unknownNoPhone' : 'unknown')
  const sentences = own === null ? [unknown] : [unknown, own]
  for (const sentence of sentences) yield { kind: 'sentence', sentence }
  const offers: OfferOut[] = [{ kind: 'message' }, ...callOffer(turn)]
  return { tier: 'none', kind: 'unknown', confidence: 0, sentences, offers }
}
