import type { OfferOut } from '../../conversations/schema.ts'
import type { Answer, Said, Turn } from '../turn.ts'
import { meant } from '../tiers/meant.ts'
import { afterwords } from '../tiers/told.ts'
import { callOffer, fixed, phoneOf } from './wording.ts'

/** No tier had it: say so, and offer the ways that are left. Never a guess. */
export async function* nobodyKnew(turn: Turn): AsyncGenerator<Said, Answer> {
  const about = meant(turn)
  const own = about?.kind === 'topic' ? afterwords(turn, about.scenario) : null
  const unknown = fixed(turn, phoneOf(turn).e164 === '' ? 'unknownNoPhone' : 'unknown')
  const sentences = own === null ? [unknown] : [unknown, own]
  for (const sentence of sentences) yield { kind: 'sentence', sentence }
  const offers: OfferOut[] = [{ kind: 'message' }, ...callOffer(turn)]
  return { tier: 'none', kind: 'unknown', confidence: 0, sentences, offers }
}
