import { nobodyKnew } from './wording/nobody-knew.ts'
import { outsideHours } from './wording/outside-hours.ts'
import { offered, unarranged } from './flows/asking.ts'
import { callbackFlow } from './flows/callback.ts'
import { choice, handedOn } from './tiers/choice.ts'
import { confirmed } from './tiers/confirmed.ts'
import { flow } from './tiers/flow.ts'
import { extractive } from './tiers/extractive.ts'
import { hesitant } from './tiers/hesitant.ts'
import { llm } from './tiers/llm.ts'
import { rules } from './tiers/rules.ts'
import { semantic } from './tiers/semantic.ts'
import type { Answer, Said, Tier, Turn } from './turn.ts'

const tiers: readonly Tier[] = [confirmed, rules, semantic, llm, extractive, hesitant]

/** Who is handed on hears to whom, and then the answer. */
export async function* respond(turn: Turn): AsyncGenerator<Said, Answer> {
  const first = handedOn(turn)
  if (first === null) return yield* answered(turn)
  yield { kind: 'sentence', sentence: first }
  const answer = yield* answered(turn)
  return { ...answer, sentences: [first, ...answer.sentences] }
}

/** The life of a turn: each tier answers or passes, and always says why. */
async function* answered(turn: Turn): AsyncGenerator<Said, Answer> {
  // What is asked step by step goes on in calls, spoken or typed; without one there is a form for it.
  for (const tier of turn.via === null ? tiers : [choice, flow, ...tiers]) {
    const verdict = yield* turn.trace.step(tier, turn)
    if (verdict.kind === 'answered') return yield* whenClosed(turn, verdict.answer)
  }
  return yield* whenClosed(turn, yield* nobodyKnew(turn))
}

async function* whenClosed(turn: Turn, answer: Answer): AsyncGenerator<Said, Answer> {
  remember(turn, answer)
  const asking = stillAsking(turn, answer)
  const sentence = outsideHours(turn, answer)
  if (sentence === null) return asking
  yield { kind: 'sentence', sentence }
  return { ...asking, sentences: [...answer.sentences, sentence] }
}

/** A sensitive question that waits while something else is answered: what comes next may still be its answer. */
const stillAsking = (turn: Turn, answer: Answer): Answer =>
  turn.trace.flow?.asked === 'question!' ? { ...answer, expects: { field: 'secret', how: 'say' } } : answer

/** Somebody is to come: then a message also needs to say where and when. */
const wantsVisit =
  /\b(?:come (?:out|over|by|to|and look)|send (?:someone|somebody|a (?:tech\w*|plumber|electrician|person))|get (?:someone|somebody) out|(?:book|schedule|make|set up|need|want) (?:an? )?(?:visit|appointment)|(?:manden?|env[ií]en?) a alguien|(?:agendar|hacer|pedir|quiero|necesito) una (?:cita|visita))\b|(?:أرسلوا|ارسلوا|ابعثوا) (?:أحد|احد|فني)|(?:حجز|أحجز|احجز|أريد|اريد) (?:موعد|زيارة)/iu

/** In a call, what was offered is taken up by the next word: "yes" to a message, a name after "leave your name". */
function remember(turn: Turn, answer: Answer): void {
  if (turn.via === null || turn.trace.flow !== null || answer.expects !== undefined) return
  const { kind, offers, fetches } = answer
  const isHandoff = kind === 'handoff' && offers.some((offer) => offer.kind === 'person')
  // When nobody comes to the phone a call back is offered, and the next word takes it up.
  if (fetches === 'transfer' || isHandoff) {
    const flow = callbackFlow({ now: turn.now, location: turn.knowledge.facts[0] })
    turn.trace.flow = fetches === 'transfer' ? flow : { ...flow, asked: 'name' }
  } else if (answer.offers.some(({ kind }) => kind === 'message'))
    turn.trace.flow = wantsVisit.test(turn.question) ? { ...offered, visit: unarranged } : offered
}
