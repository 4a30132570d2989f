import { fold } from '../evidence/index.ts'
import type { Passage } from '../passage.ts'
import { terms } from '../text/index.ts'
import { seekersOf } from './match.ts'
import { readQuestion } from './question.ts'
import { satisfies } from './satisfies.ts'
import { unitsOf } from './units.ts'

/**
 * Whether a sentence that stands on `passage` speaks of what was asked: it is of the kind that was asked for, and at least
 * half of the words that set the question apart stand in it, the passage or its headings. Wide on purpose: whether the
 * sentence is true is not decided here.
 */
export function answersIt(
  sentence: string,
  passage: Passage,
  question: { text: string; lang: string; previous: readonly string[] },
): boolean {
  const asked = readQuestion(question.text, question.lang, [...question.previous])
  const whole: Passage = { ...passage, kind: 'table-row', lang: question.lang, text: sentence }
  const [unit] = unitsOf([{ passage: whole, score: 1 }])
  if (unit === undefined || !satisfies({ ...unit, passage }, asked.asks, asked.text)) return false
  const seekers = seekersOf(asked).filter(({ concept }) => concept.weight >= 1)
  const about = [passage.title, ...passage.headings, passage.text].join('\n')
  const found = seekers.filter(
    (seeker) =>
      seeker.found(fold(about), new Set(terms(about, passage.lang)), passage.lang) ||
      seeker.found(unit.folded, unit.stems, question.lang),
  )
  return found.length * 2 >= seekers.length
}
