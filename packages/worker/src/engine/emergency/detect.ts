import { digitWords, times } from '../capture/digit-words.ts'
import { fold } from '../evidence/index.ts'
import { byRule, type Emergency, nothing } from './by-rule.ts'
import { learned } from './learned.ts'
import type { Judgement } from './linear.ts'
import type { Cause } from './rules.ts'

// In the scale of the learned score; chosen by cross-validation over templates of the development sayings.
const needed = 0.23
const ofRule = 0.6
const ofVeto = 0.15
/** From here on "urgent" is believed; below it danger to life is assumed. */
const surelyUrgent = 0.1
const mayBeUrgent: ReadonlySet<Cause> = new Set(['electrical', 'flood', 'shock', 'medical', 'dental'])

/**
 * Whether somebody speaks of an emergency that is happening. Needs no language: people mix them, and recognisers guess
 * wrong. A linear classifier scores the words first; where that is not clearly nothing, the rules look too, and one that
 * holds adds to the score while one that is taken back (denied, past, supposed …) lowers it.
 */
export function detectEmergency(text: string, _lang?: string): Emergency {
  return isNumber(text) ? byRule(text) : decide(text, learned(text))
}

/** A number that is dictated holds no other words; the tables have met its digits in every kind of saying. */
function isNumber(text: string): boolean {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => /^\p{N}+$/u.test(word) || word in digitWords || word in times)
}

/** The verdict on a text, given what a classifier made of it. */
export function decide(text: string, heard: Judgement): Emergency {
  if (heard.score + ofRule <= needed) return { ...nothing }
  const ruled = byRule(text)
  const score = heard.score + (ruled.grade !== 'none' ? ofRule : ruled.matched === '' ? 0 : -ofVeto)
  if (score <= needed)
    return ruled.grade === 'none' ? ruled : { ...nothing, why: `${ruled.why} The rest of it says otherwise.` }
  if (ruled.grade !== 'none') return ruled
  const grade = gradeOf(heard)
  return {
    grade,
    cause: heard.cause,
    matched: '',
    why: `Its words together are what people say of ${heard.cause} (${heard.score.toFixed(2)}).`,
  }
}

function gradeOf({ cause, urgent }: Judgement): 'danger' | 'urgent' {
  return cause === 'no-heat' || (mayBeUrgent.has(cause) && urgent > surelyUrgent) ? 'urgent' : 'danger'
}
