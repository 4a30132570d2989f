import { showPhone } from '../../../shared/phone.ts'
import type { OfferOut, SentenceOut } from '../../conversations/schema.ts'
import type { Turn } from '../turn.ts'
import { fillIn, say } from './words.ts'

/** Who speaks, and to whom: as much of a turn as our own words need. */
export type Speaker = Pick<Turn, 'lang' | 'playbook' | 'assistant' | 'business' | 'knowledge'>

/** The number people should call, as they write it at home; '' when none is known. */
export function phoneOf(turn: Pick<Turn, 'knowledge' | 'business'>): { e164: string; shown: string } {
  const phones = turn.knowledge.facts.flatMap((location) => location.phones.map((phone) => phone.value))
  const e164 = (phones.find((phone) => phone.use === 'main') ?? phones[0])?.number ?? ''
  return { e164, shown: e164 === '' ? '' : showPhone(e164, turn.business.country) }
}

export function fillOf(turn: Speaker): Record<string, string> {
  return { assistant: turn.assistant.name, business: turn.business.name, phone: phoneOf(turn).shown }
}

export function voiceOf(turn: Pick<Turn, 'lang' | 'playbook'>): string {
  return turn.lang === 'es' && turn.playbook?.document.tone.spanish === 'tu' ? 'es-tu' : turn.lang
}

/** One of our own sentences; its evidence is its name. */
export function fixed(turn: Speaker, name: Parameters<typeof say>[1], more: Record<string, string> = {}): SentenceOut {
  return {
    text: say(voiceOf(turn), name, { ...fillOf(turn), ...more }),
    lang: turn.lang,
    evidence: [{ kind: 'fixed', name }],
  }
}

/** The owner's words from the playbook, in the visitor's language or the first there is. */
export function ownersWords(
  turn: Speaker,
  wording: Partial<Record<string, string>>,
  scenarioId: string,
): SentenceOut | null {
  const lang = wording[turn.lang] === undefined ? Object.keys(wording)[0] : turn.lang
  const text = lang === undefined ? undefined : wording[lang]
  if (text === undefined || lang === undefined || turn.playbook === null) return null
  const { versionId, number } = turn.playbook
  return {
    text: fillIn(text, fillOf(turn)),
    lang,
    evidence: [{ kind: 'playbook', versionId, version: number, scenarioId }],
  }
}

export function callOffer(turn: Turn): OfferOut[] {
  const { e164, shown } = phoneOf(turn)
  return e164 === '' ? [] : [{ kind: 'call', phone: e164, label: shown }]
}
