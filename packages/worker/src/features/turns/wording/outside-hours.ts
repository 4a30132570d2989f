import { openAt } from '../../../engine/facts/index.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import type { Answer, Turn } from '../turn.ts'
import { ownersWords } from './wording.ts'

/** What the owner wants added when a person or a message is offered and the first location is known to be closed. */
export function outsideHours(turn: Turn, answer: Answer): SentenceOut | null {
  const wording = turn.playbook?.document.hours.outside?.say
  const [location] = turn.knowledge.facts
  if (answer.fetches !== undefined) return null
  const offersPeople = answer.offers.some((offer) => offer.kind === 'person' || offer.kind === 'message')
  if (wording === undefined || location === undefined || !offersPeople || answer.kind === 'emergency') return null
  return openAt(turn.now, location)?.open === false ? ownersWords(turn, wording, 'hours.outside') : null
}
