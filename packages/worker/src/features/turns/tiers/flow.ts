import { detectEmergency } from '../../../engine/emergency/index.ts'
import { detectBuiltIn } from '../../../engine/intents/index.ts'
import type { OfferOut, SentenceOut } from '../../conversations/schema.ts'
import { dayIn, hearDigits, toldCard, writeAddress, writeDay } from '../../../engine/capture/index.ts'
import { messageWord, type MessageWord } from '../flows/message-words.ts'
import type { Next, Question } from '../flows/asking.ts'
import { aboutCallback, callbackFlow, windowFill } from '../flows/callback.ts'
import { begin, step } from '../flows/take-message.ts'
import type { Answer, Said, Tier, Turn, Verdict } from '../turn.ts'
import { fillIn } from '../wording/words.ts'
import { sealedWords } from '../sealed-answer.ts'
import { fillOf, ownersWords } from '../wording/wording.ts'

const wantsMessage =
  /\b(?:(?:take|leave|pass on|give (?:him|her|them)) a message|(?:dejar|tomar|deje|tome) un (?:recado|mensaje))\b|(?:اترك|سجل|خذ) رسال[ةه]/iu
const wantsCall = /\b(?:call me back|have (?:someone|somebody|them) call me|ll[aá]m[ea]nme|que me llamen)\b|اتصلوا بي/iu

/**
 * What is asked step by step: a message taken by voice. An emergency and the built-in requests come before it; what is
 * about something else goes to the other tiers, and the flow waits.
 */
export const flow: Tier = {
  name: 'flow',
  async *answer(turn): AsyncGenerator<Said, Verdict> {
    if (toldCard(turn.question) && !isSealedAnswer(turn)) {
      turn.trace.flow = turn.flow
      return { kind: 'passed', reason: 'A card’s number was told: the flow waits.' }
    }
    if (!isDictated(turn) && comesFirst(turn)) return { kind: 'passed', reason: 'Something comes before any flow.' }
    const next = nextOf(turn)
    if (next === null) return { kind: 'passed', reason: 'No flow is under way.' }
    turn.trace.flow =
      next.kind === 'ask' ? next.flow : next.kind === 'elsewhere' && turn.flow?.asked !== 'offer' ? turn.flow : null
    if (next.kind === 'elsewhere') return { kind: 'passed', reason: 'A flow waits: this is about something else.' }
    const answer = yield* done(turn, next)
    for (const sentence of answer.sentences) yield { kind: 'sentence', sentence }
    return {
      kind: 'answered',
      answer,
      reason: `Taking a message: ${next.kind === 'ask' ? next.flow.asked : next.kind}.`,
    }
  },
}

const comesFirst = ({ question, lang }: Turn): boolean =>
  detectEmergency(question, lang).grade !== 'none' || detectBuiltIn(question, lang) !== null

/** Digits that were asked for are what was asked for, and no call for help; but "nine one one" may be one. */
function isDictated({ flow, question }: Turn): boolean {
  const { digits, rest } = hearDigits(question)
  return flow?.asked === 'phone' && digits !== '' && rest.length === 0 && !/^(?:911|112|999)$/.test(digits)
}

function nextOf(turn: Turn): Next | null {
  if (turn.flow !== null) {
    const timeZone = turn.knowledge.facts[0]?.timeZone ?? 'UTC'
    const place = {
      country: turn.business.country,
      lang: turn.lang,
      today: dayIn(turn.now, timeZone),
      questions: questionsOf(turn),
      turnId: turn.turnId,
    }
    return step(turn.flow, turn.question, place)
  }

  if (wantsCall.test(turn.question)) return begin(callbackFlow({ now: turn.now, location: turn.knowledge.facts[0] }))
  return wantsMessage.test(turn.question) ? begin() : null
}

async function* done(turn: Turn, next: Exclude<Next, { kind: 'elsewhere' }>): AsyncGenerator<Said, Answer> {
  switch (next.kind) {
    case 'ask':
      if (next.own !== undefined) return { ...asked(turn, next.own), expects: next.expects }
      return {
        ...said(turn, next.word, { ...next.fill, ...windowFill(next.flow, heardBy(turn)) }),
        expects: next.expects,
      }
    case 'drop':
      return said(turn, 'dropped')
    case 'leave': {
      const leadId = await turn.leaveMessage({ ...next, text: withVisit(turn, next), answers: answersOf(turn, next) })
      if (leadId === null) return { ...said(turn, 'refused'), offers: [{ kind: 'message' }] satisfies OfferOut[] }
      yield { kind: 'left', leadId }
      return said(turn, aboutCallback(next, 'done'), windowFill(next, heardBy(turn)))
    }
    default:
      return next satisfies never
  }
}

const heardBy = ({ lang, business, now }: Turn) => ({ lang, country: business.country, now })

/** What was asked about the visit stands above the visitor's own words. */
function withVisit({ lang }: Turn, { text, visit }: Extract<Next, { kind: 'leave' }>): string {
  return visit === undefined ? text : [writeAddress(visit), writeDay(visit.day, lang), text].join('\n')
}

/** One without words is not asked. */
const questionsOf = (turn: Turn) =>
  (turn.playbook?.document.messages.questions ?? []).filter(({ ask }) => Object.keys(ask).length > 0)

/** Their answer was sealed at the door: it is no card, though it looks like one. */
const isSealedAnswer = ({ flow, question }: Turn): boolean => flow?.asked === 'question!' && question === sealedWords

/** A question in the owner's words. */
function asked(turn: Turn, { id, ask }: Question): Answer {
  const sentences = [ownersWords(turn, ask, id)].flatMap((one) => one ?? [])
  return { tier: 'rules', kind: 'handoff', confidence: 1, sentences, offers: [] }
}

/** Each answer under the question as it was asked; what was answered stands in its turn. */
const answersOf = (turn: Turn, { answers = [] }: Extract<Next, { kind: 'leave' }>) =>
  answers.map(({ id, turnId }) => {
    const own = questionsOf(turn).find((question) => question.id === id)
    const ask = own?.ask[turn.lang] ?? Object.values(own?.ask ?? {})[0] ?? id
    return { question: ask, turnId }
  })

function said(turn: Turn, word: MessageWord, fill: Record<string, string> = {}): Answer {
  const sentence: SentenceOut = {
    text: fillIn(messageWord(turn.lang, word), { ...fillOf(turn), ...fill }),
    lang: turn.lang,
    evidence: [{ kind: 'fixed', name: `message.${word}` }],
  }
  return { tier: 'rules', kind: 'handoff', confidence: 1, sentences: [sentence], offers: [] }
}
