import type { Quote } from '../passage.ts'
import { type Contradiction, contradictionsOf } from './contradict.ts'
import { type Judged, judge } from './judge.ts'
import { type Seeker, seekersOf } from './match.ts'
import { tell } from './present.ts'
import { type Question, readQuestion } from './question.ts'
import { counts, satisfies } from './satisfies.ts'
import { questionLine, quoteOf, type Ranked, type Unit, unitsOf } from './units.ts'

export interface AnswerSentence {
  text: string
  quote: Quote
  /** What stands above the quote; part of what it says. */
  headings: readonly string[]
}

export type PassageAnswer =
  | { kind: 'answer'; sentences: AnswerSentence[]; confidence: number; why: string; contradictions: Contradiction[] }
  | {
      kind: 'unknown'
      reason: 'nothing-asked' | 'no-candidates' | 'not-covered' | 'wrong-kind' | 'too-weak'
      confidence: number
      why: string
      contradictions: Contradiction[]
    }

/** Confidence from which an answer is given; measured in answer.bench on answerable and near-miss questions. */
export const answerThreshold = 0.5

/**
 * The one to three quoted sentences that answer, or why there are none. Every word that sets the question apart must be
 * accounted for by one passage with its headings, and the sentence must be of the kind that was asked for.
 */
export function answerFromPassages(
  text: string,
  input: { lang: string; candidates: readonly Ranked[]; previous?: readonly string[] },
): PassageAnswer {
  const question = readQuestion(text, input.lang, input.previous ?? [])
  const unknown = (
    reason: Extract<PassageAnswer, { kind: 'unknown' }>['reason'],
    why: string,
    confidence = 0,
  ): PassageAnswer => ({ kind: 'unknown', reason, confidence, why, contradictions: [] })
  if (question.concepts.length === 0 && question.asks === 'open')
    return unknown('nothing-asked', 'The question has no word to look for.')
  if (input.candidates.length === 0) return unknown('no-candidates', 'No passage was found.')
  const seekers = seekersOf(question)
  const units = unitsOf(input.candidates)
  const judged = units.map((unit) => judge(unit, seekers, question)).toSorted((a, b) => b.score - a.score)
  const fitting = judged.filter(
    (j) =>
      satisfies(j.unit, question.asks, question.text) &&
      (question.counted === '' || counts(j.unit, question.counted)) &&
      !isQuestion(j.unit),
  )
  const top = fitting[0] ?? judged[0]
  if (top === undefined) return unknown('no-candidates', 'No sentence of the passages can be quoted.')
  // "¿Cuánto cuesta …?": a row of a price list has no word for costing.
  const full = fitting.filter((j) => j.inPassage >= 0.999 - shareOfAsking(seekers))
  const { losers, contradictions } =
    question.asks === 'price' || question.asks === 'open'
      ? contradictionsOf(
          full
            .filter((j) => j.own >= 0.3)
            .slice(0, 8)
            .map((j) => j.unit),
        )
      : { losers: new Set<Unit>(), contradictions: [] }
  const believed = fitting.filter((j) => !losers.has(j.unit))
  // Where the best sentence leaves a word of the question open, one that leaves none is better.
  const best = believed.find((j) => j.missing.length === 0) ?? believed[0]
  if (best === undefined)
    return unknown(
      'wrong-kind',
      `Passages speak of it, but no sentence gives the ${question.asks} that was asked for.`,
      top.covered / 2,
    )
  const confidence = confidenceOf(best, question)
  if (confidence < answerThreshold) {
    return best.missing.length > 0
      ? unknown('not-covered', `The passages say nothing of: ${best.missing.join(', ')}.`, confidence)
      : unknown('too-weak', 'The best sentence covers too little of the question.', confidence)
  }
  const sentences = compose(
    best,
    fitting.filter((j) => !losers.has(j.unit)),
    units,
    question,
  )
  return {
    kind: 'answer',
    sentences,
    confidence,
    why: `Covers ${Math.round(best.covered * 100)} % of the question by itself, ${Math.round(best.inPassage * 100)} % with its passage.`,
    contradictions,
  }
}

function confidenceOf(best: Judged, question: Question): number {
  const strong = question.concepts.filter((c) => c.weight >= 1).length
  const asked = questionLine(best.unit.passage) > 0
  const numberMissing = best.missing.some((word) => /\d/.test(word))
  const allowed = numberMissing ? 0 : strong >= 6 || (asked && strong >= 4) ? 1 : 0
  if (best.missing.length > allowed) return Math.max(0, 0.4 * best.inPassage - 0.05 * best.missing.length)
  // What stands only somewhere around the sentence, or in a heading of several things, is not what it speaks of.
  if (!asked && isBeside(best, question, strong)) return Math.min(0.45, best.covered / 2)
  const floor = strong === 0 && best.headline < 0.6 ? 0.25 : 0
  return Math.max(0, Math.min(1, 0.15 + 0.45 * best.covered + 0.25 * best.inPassage + 0.15 * best.own - floor))
}

/** Below this share of the best passage's score the search itself thought little of it. */
const farDown = 0.6

/** "Do you take cheques?", "¿Trabajan en restaurantes?": verbs that only ask whether there is such a thing. */
const frameVerbs = new Set(
  'take takes taking accept accepts offer offers provide provides serve work works handle deal use get give sell carry cover come go need trabajan aceptan ofrecen ofrece tienen hacen dan realizan atienden van vienen venir ir تقدمون توفرون تقبلون تعملون عندكم لديكم هناك'.split(
    ' ',
  ),
)

function isBeside(best: Judged, question: Question, strong: number): boolean {
  const valued = ['price', 'phone', 'email', 'place', 'time'].includes(question.asks) && best.covered >= 0.9
  if (best.covered < 0.55 || best.unit.rank < farDown) return true
  if (best.headline >= 0.66) return false
  if (best.own < 0.3 && !valued) return true
  return (
    strong === 1 && question.asks === 'open' && best.covered < 0.9 && best.open.some((word) => !frameVerbs.has(word))
  )
}

function isQuestion(unit: Unit): boolean {
  return /[?؟]\s*$/u.test(unit.text)
}

/** The best sentence, what it leans on before it, and what completes it after it. */
function compose(
  best: Judged,
  fitting: readonly Judged[],
  units: readonly Unit[],
  question: Question,
): AnswerSentence[] {
  const { unit } = best
  const same = units.filter((u) => u.passage.id === unit.passage.id)
  if (questionLine(unit.passage) > 0)
    return wholeAnswer(unit, same).map((u) => ({
      text: tell(u, false),
      quote: quoteOf(u),
      headings: [unit.passage.text.slice(0, questionLine(unit.passage)).trim(), ...unit.passage.headings],
    }))
  const at = same.indexOf(unit)
  const chosen = [unit]
  const before = same[at - 1]
  if (before !== undefined && leansBack(unit) && !isQuestion(before)) chosen.unshift(before)
  const after = same[at + 1]
  if (
    after !== undefined &&
    chosen.length < 3 &&
    !isQuestion(after) &&
    (leansBack(after) || qualifies(after) || goesOn(after, best, question)) &&
    after.text.length < 260
  )
    chosen.push(after)
  if (question.asks === 'price' || unit.passage.kind !== 'text') {
    for (const other of fitting) {
      if (chosen.length >= 3) break
      if (
        chosen.includes(other.unit) ||
        other.unit.passage.documentId !== unit.passage.documentId ||
        other.unit.passage.kind !== 'table-row'
      )
        continue
      if (other.covered >= best.covered - 1e-9 && other.own >= best.own - 1e-9 && best.own > 0) chosen.push(other.unit)
    }
  }
  return chosen.map((u) => ({
    text: tell(u, needsHeading(u, best)),
    quote: quoteOf(u),
    headings: u.passage.headings.length > 0 ? u.passage.headings : [u.passage.title],
  }))
}

/** The next sentence speaks of the same act: "it renews unless you cancel. To cancel, write to us." */
function goesOn(after: Unit, best: Judged, question: Question): boolean {
  if (question.asks !== 'open' || best.unit.passage.kind !== 'text') return false
  return question.concepts.some(
    (concept) => concept.weight >= 1 && best.unit.stems.has(concept.stem) && after.stems.has(concept.stem),
  )
}

/** Under a question its whole answer is said when it is short, else from the best sentence on. */
function wholeAnswer(best: Unit, same: readonly Unit[]): Unit[] {
  const at = same.indexOf(best)
  const from = at <= 2 ? 0 : at
  const out: Unit[] = []
  for (const unit of same.slice(from, from + 3))
    if (out.length === 0 || out.reduce((n, u) => n + u.text.length, 0) + unit.text.length <= 420) out.push(unit)
  return out.includes(best) ? out : [best]
}

/** A bare value, or one whose subject stands only above it. */
function needsHeading(unit: Unit, best: Judged): boolean {
  if (unit !== best.unit) return false
  const named = [...unit.stems].some((stem) => !/\d/.test(stem))
  return !named || (best.subject === 'above' && unit.text.length < 120)
}

const backward: Record<string, RegExp> = {
  en: /^(?:it|this|that|they|these|those|he|she|both|such|also|its|their|but|however|otherwise|then|in that case)\b/,
  es: /^(?:esto|esta|este|estos|estas|eso|ello|ambos|tambien|pero|sin embargo|ademas|su|sus|ellos|ellas)\b/,
  ar: /^(?:هذا|هذه|ذلك|تلك|لكن|كما|وهو|وهي|ايضا)(?!\p{L})/u,
}
const leansBack = (unit: Unit) => (backward[unit.passage.lang] ?? backward.en)?.test(unit.folded) ?? false
const qualifies = (unit: Unit) =>
  /^(?:except|unless|only|not included|excluding|plus|salvo|excepto|solo|no incluye|ما عدا|باستثناء|فقط)/u.test(
    unit.folded,
  )

/** How much of a question only says what kind of thing it asks for. */
function shareOfAsking(seekers: readonly Seeker[]): number {
  const weigh = (some: readonly Seeker[]) => some.reduce((sum, { concept }) => sum + concept.weight, 0)
  return weigh(seekers.filter(({ concept }) => concept.weight <= 0.2)) / Math.max(weigh(seekers), 0.001)
}
