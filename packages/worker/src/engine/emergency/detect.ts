import { fold } from '../evidence/fold.ts'
import { learned } from './learned.ts'
import type { Judgement } from './linear.ts'
import { asks, denied, figurative, happeningNow, hypothetical, past, trade } from './ordinary.ts'
import { type Cause, type Grade, type Rule, rules } from './rules.ts'
import { spelled } from './spelling.ts'

export interface Emergency {
  grade: Grade
  cause: Cause | null
  /** The words that decided, folded; empty when none did. */
  matched: string
  why: string
}

const longest = 4000

// In the scale of the learned score; chosen by cross-validation over templates of the development sayings.
const needed = 0.25
const ofRule = 0.4
const ofVeto = 0.3
/** From here on "urgent" is believed; below it danger to life is assumed. */
const surelyUrgent = 0.1
const mayBeUrgent: ReadonlySet<Cause> = new Set(['electrical', 'flood', 'shock', 'medical', 'dental'])

/**
 * Whether somebody speaks of an emergency that is happening. Needs no language: people mix them, and recognisers guess wrong. A
 * linear classifier scores the words first; where that is not clearly nothing, the rules look too, and one that holds adds
 * to the score while one that is taken back (denied, past, supposed …) lowers it.
 */
export function detectEmergency(text: string, _lang?: string): Emergency {
  const heard = learned(text)
  if (heard.score + ofRule <= needed) return { ...nothing }
  const ruled = byRule(text)
  const score = heard.score + (ruled.grade !== 'none' ? ofRule : ruled.matched === '' ? 0 : -ofVeto)
  if (score <= needed) return ruled.grade === 'none' ? ruled : { ...nothing, why: `${ruled.why} The rest of it says otherwise.` }
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

const nothing: Emergency = { grade: 'none', cause: null, matched: '', why: 'Nothing in it speaks of danger.' }

/**
 * By the rules alone: a concept of each kind a rule needs must stand in one stretch of speech, and nothing there may make it a
 * question, a denial, a memory, a supposition or a figure of speech.
 */
function byRule(text: string): Emergency {
  let best: Emergency = { ...nothing }
  for (const stretch of stretchesOf(text.slice(0, longest))) {
    const read = reader(stretch)
    for (const rule of rules) {
      const found = holds(rule, stretch, read)
      if (found === null) continue
      if (found.veto !== null) {
        if (best.grade === 'none')
          best = {
            grade: 'none',
            cause: null,
            matched: found.matched,
            why: `“${found.matched}” would be ${rule.cause}, but it is ${found.veto}.`,
          }
        continue
      }
      if (best.grade === 'danger' || (best.grade === 'urgent' && rule.grade === 'urgent')) break
      best = {
        grade: rule.grade,
        cause: rule.cause,
        matched: found.matched,
        why: `“${found.matched}” is said of something that happens now.`,
      }
      break
    }
    if (best.grade === 'danger') return best
  }
  return best
}

/** Folded, unpunctuated stretches: sentences, cut again at "but". Short neighbours are read together. */
function stretchesOf(text: string): string[] {
  const folded = fold(text)
    .replace(/['’]/g, '')
    .replace(/(?<=\d)[.,](?=\d)/g, ' ')
  const sentences = folded
    .split(/[.!?\n;]+|(?<=\s)(?:but|pero|لكن|بس)(?=\s)/u)
    .map(clean)
    .filter((s) => s !== '')
  const whole = clean(folded)
  const short = sentences.length > 1 && whole.length <= 140 && !/[?]/.test(folded)
  return short ? [...sentences, whole] : sentences
}

const clean = (text: string) =>
  spelled(
    text
      .replace(/[^\p{L}\p{N}$ ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** Concepts stand in many rules; each is looked for once in a stretch. */
function reader(stretch: string): (need: RegExp) => RegExpExecArray | null {
  const known = new Map<RegExp, RegExpExecArray | null>()
  return (need) => {
    const held = known.get(need)
    if (held !== undefined) return held
    const found = need.exec(stretch)
    known.set(need, found)
    return found
  }
}

function holds(
  rule: Rule,
  stretch: string,
  read: (need: RegExp) => RegExpExecArray | null,
): { matched: string; veto: string | null } | null {
  let first = Infinity
  const matched: string[] = []
  let refused = false
  for (const need of rule.needs) {
    const m = read(need)
    if (m === null) return null
    if (first === Infinity) first = m.index
    matched.push(m[0].trim())
    if (denied.test(stretch.slice(Math.max(0, m.index - 40), m.index))) refused = true
  }
  if (rule.unless?.test(stretch) === true) return null
  return { matched: [...new Set(matched)].join(' + '), veto: vetoOf(rule, stretch, first, refused) }
}

function vetoOf(rule: Rule, stretch: string, first: number, refused: boolean): string | null {
  const before = stretch.slice(0, first)
  const now = happeningNow.test(stretch)
  if (refused) return 'denied'
  if (figurative.test(stretch) && !(now && rule.cause !== 'violence')) return 'a figure of speech, a story or a drill'
  if (past.test(stretch) && !now) return 'over, or of another time'
  if (!rule.threat && rule.cause !== 'self-harm' && hypothetical.test(before)) return 'a supposition'
  if (rule.cause === 'self-harm' || rule.threat) return null
  if (!now && asks.test(before)) return 'a question about it'
  if (rule.name === true && !now && (trade.test(stretch) || asks.test(stretch))) return 'the name of a service'
  return null
}
