import { fold } from '../evidence/index.ts'
import { terms } from '../text/index.ts'
import { standing } from './contradict.ts'
import { boundOver, type Seeker } from './match.ts'
import type { Concept, Question } from './question.ts'
import { satisfies } from './satisfies.ts'
import { questionLine, type Unit } from './units.ts'

/** A sentence beside the question. */
export interface Judged {
  unit: Unit
  /** Weighted share of the question's words in the unit and what stands above it. */
  covered: number
  /** The same with the sentences around it. */
  inPassage: number
  own: number
  /** Where the words that set the question apart stand. */
  subject: 'here' | 'above'
  missing: string[]
  /** Light words that neither the sentence nor what stands above it holds. */
  open: string[]
  /** How much the heading or question right above is the question itself, 0 to 1. */
  headline: number
  score: number
}

export function judge(unit: Unit, seekers: readonly Seeker[], question: Question): Judged {
  const { passage } = unit
  const above = [passage.text.slice(0, questionLine(passage)), ...passage.headings, passage.title].join(' \n ')
  const foldedAbove = fold(above)
  const stemsAbove = new Set(terms(above, passage.lang))
  const foldedAll = fold(passage.text)
  const stemsAll = new Set(terms(passage.text, passage.lang))
  let [own, covered, inPassage, total] = [0, 0, 0, 0]
  const missing: string[] = []
  const open: string[] = []
  let subject: Judged['subject'] = 'here'
  let strongHere = 0
  for (const seeker of seekers) {
    const weight = seeker.concept.weight
    total += weight
    const here = seeker.found(unit.folded, unit.stems, passage.lang)
    const heading = here || seeker.found(foldedAbove, stemsAbove, passage.lang)
    const around = heading || seeker.found(foldedAll, stemsAll, passage.lang)
    if (heading && !here && weight >= 1) subject = 'above'
    if (here && weight >= 1) strongHere += 1
    own += here ? weight : 0
    covered += heading ? weight : 0
    inPassage += around ? weight : 0
    if (!around && weight >= 1) missing.push(seeker.concept.word)
    if (!heading && weight < 1) open.push(seeker.concept.word)
  }
  const numbers = question.concepts.filter((concept) => /^\d/.test(concept.word))
  const bounded = Math.min(
    0.3,
    numbers.reduce((sum, concept) => sum + boundCost(unit.folded, concept, passage.lang), 0),
  )
  const share = (n: number) => (total === 0 ? 0 : n / total)
  const line = passage.text.slice(0, questionLine(passage)) || (passage.headings.at(-1) ?? '')
  const headline = likeness(line, passage.lang, seekers)
  const fits = satisfies(unit, question.asks, question.text) ? 0.25 : 0
  const length = unit.text.length > 320 ? -0.1 : unit.text.length < 12 ? -0.05 : 0
  const score =
    0.35 * share(own) +
    0.55 * share(covered) +
    0.3 * share(inPassage) +
    0.35 * unit.rank +
    fits +
    length +
    0.04 * standing(unit) +
    (passage.lang === question.lang ? 0.3 : 0) +
    0.35 * headline -
    (passage.kind === 'table-row' && question.asks === 'open' ? 0.15 : 0) +
    (strongHere > 0 ? 0.1 : 0) -
    bounded -
    (standing(unit) < 2 ? 0.3 : 0)
  return {
    unit,
    own: share(own),
    covered: share(covered),
    subject,
    inPassage: share(inPassage),
    missing,
    open,
    headline,
    score,
  }
}

/** A limit serves a number that is not named; the nearest limit serves best. */
function boundCost(folded: string, concept: Concept, lang: string): number {
  const bound = boundOver(folded, concept, lang)
  return bound === null ? 0 : 0.04 + 0.06 * Math.log2(bound / Math.max(1, Number(concept.word.replaceAll(',', ''))))
}

/** Of the words of a heading and those of the question, how many are the same. */
function likeness(line: string, lang: string, seekers: readonly Seeker[]): number {
  const own = terms(line, lang)
  if (own.length === 0 || seekers.length === 0) return 0
  const stems = new Set(own)
  const folded = fold(line)
  const common = seekers.filter((seeker) => seeker.found(folded, stems, lang)).length
  return Math.min(1, (2 * common) / (own.length + seekers.length))
}
