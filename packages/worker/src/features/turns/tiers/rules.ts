import { detectEmergency, emergencyNumber } from '../../../engine/emergency/index.ts'
import { detectBuiltIn, detectSmallTalk } from '../../../engine/intents/index.ts'
import { normalise } from '../../../engine/text/index.ts'
import { showPhone } from '../../../shared/phone.ts'
import type { OfferOut, SentenceOut } from '../../conversations/schema.ts'
import type { Answer, Said, Tier, Turn, Verdict } from '../turn.ts'
import { callOffer, fillOf, fixed, ownersWords, phoneOf } from '../wording/wording.ts'
import { cardRefused } from './card.ts'
import { emergencyLine, safetySentences } from './safety.ts'

/** Exact rules. The first three are built in and cannot be switched off: emergency, "are you a robot?", "a person, please". */
export const rules: Tier = {
  name: 'rules',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    const found = emergency(turn) ?? cardRefused(turn) ?? builtIn(turn) ?? ownRule(turn) ?? smallTalk(turn)
    if (found === null)
      return {
        kind: 'passed',
        reason: 'No rule matched.',
        counted: { rules: turn.playbook?.document.rules.length ?? 0 },
      }
    for (const sentence of found.answer.sentences) yield { kind: 'sentence', sentence }
    return { kind: 'answered', ...found }
  },
}

type Found = { answer: Answer; reason: string }

const answered = (kind: Answer['kind'], sentences: SentenceOut[], offers: OfferOut[] = []): Answer => ({
  tier: 'rules',
  kind,
  confidence: 1,
  sentences,
  offers,
})

function emergency(turn: Turn): Found | null {
  const found = detectEmergency(turn.question, turn.lang)
  if (found.grade === 'none' || found.cause === null) return null
  const line = emergencyLine(turn)
  const own = ownersWords(turn, turn.playbook?.document.emergency.say ?? {}, 'emergency')
  const sentences = safetySentences(turn, found.cause, found.grade)
  const publicNumber = emergencyNumber(turn.business.country, 'all')
  const offers: OfferOut[] =
    found.grade === 'danger' ? [{ kind: 'call', phone: publicNumber, label: publicNumber }] : []
  if (line !== '') offers.push({ kind: 'call', phone: line, label: showPhone(line, turn.business.country) })
  const answer = answered('emergency', own === null ? sentences : [...sentences, own], offers)
  return {
    answer: found.grade === 'danger' && turn.via !== null ? { ...answer, fetches: 'danger' } : answer,
    reason: `Emergency: ${found.cause} (${found.grade}), from “${found.matched}”.`,
  }
}

function builtIn(turn: Turn): Found | null {
  const found = detectBuiltIn(turn.question, turn.lang)
  if (found === null) return null
  const reason = `Built in: ${found.intent}, from “${found.matched}”.`
  switch (found.intent) {
    case 'robot':
      return { answer: answered('answer', [fixed(turn, 'robot')], [{ kind: 'person' }]), reason }
    case 'person': {
      if (turn.reachable)
        return {
          answer: { ...answered('handoff', [fixed(turn, 'reaching')], [{ kind: 'person' }]), fetches: 'transfer' },
          reason,
        }
      const own = ownersWords(turn, turn.playbook?.document.handoff.say ?? {}, 'handoff')
      const ours = fixed(turn, phoneOf(turn).e164 === '' ? 'person' : 'personCall')
      return { answer: answered('handoff', [own ?? ours], [{ kind: 'person' }, ...callOffer(turn)]), reason }
    }
    case 'opt-out':
      return { answer: answered('answer', [fixed(turn, 'optOut')]), reason }
    default:
      return found.intent satisfies never
  }
}

/** The tenant's rules: a phrase stands in the message as whole words. */
function ownRule(turn: Turn): Found | null {
  const said = ` ${normalise(turn.question)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  for (const rule of turn.playbook?.document.rules ?? []) {
    const phrases = Object.values(rule.when.phrases).flatMap((list) => list ?? [])
    const hit = phrases.find((phrase) =>
      said.includes(
        ` ${normalise(phrase)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()} `,
      ),
    )
    const sentence = hit === undefined ? null : ownersWords(turn, rule.say, rule.id)
    if (sentence !== null)
      return { answer: answered('answer', [sentence]), reason: `Rule “${rule.id}”, from “${hit}”.` }
  }
  return null
}

function smallTalk(turn: Turn): Found | null {
  const found = detectSmallTalk(turn.question, turn.lang)
  if (found === null) return null
  const greeting = found === 'greeting' ? turn.playbook?.document.greeting[turn.lang] : undefined
  const own = greeting === undefined ? null : ownersWords(turn, { [turn.lang]: greeting }, 'greeting')
  return { answer: answered('answer', [own ?? fixed(turn, found, fillOf(turn))]), reason: `Small talk: ${found}.` }
}
