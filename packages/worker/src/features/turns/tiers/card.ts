import { toldCard } from '../../../engine/capture/index.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import type { Answer, Turn } from '../turn.ts'
import { callOffer, fixed } from '../wording/wording.ts'

/** A card's number was told, and masked at the door: what can be done instead of it. */
export function cardRefused(turn: Turn): { answer: Answer; reason: string } | null {
  if (!toldCard(turn.question)) return null
  const where = payingPage(turn)
  const sentences = [fixed(turn, 'noCards'), where ?? fixed(turn, 'noCardsMessage')]
  const offers: Answer['offers'] = where === null ? [{ kind: 'message' }, ...callOffer(turn)] : callOffer(turn)
  return {
    answer: { tier: 'rules', kind: 'answer', confidence: 1, sentences, offers },
    reason: 'A card’s number was told: it was masked before anything was kept.',
  }
}

/** The business's own page to pay on, when it stands among its facts. */
function payingPage(turn: Turn): SentenceOut | null {
  for (const fact of turn.knowledge.facts.flatMap((location) => location.payment)) {
    const link = /https:\/\/[^\s<>"”»)]*[^\s<>"”»).,;:!?،؛؟]/iu.exec(fact.value)?.[0]
    if (link === undefined) continue
    const { id: factId, quote } = fact
    const { text, lang } = fixed(turn, 'payHere', { link })
    return {
      text,
      lang,
      evidence: [{ kind: 'fact', factId, label: 'payment', ...(quote === undefined ? {} : { quote }) }],
    }
  }
  return null
}
