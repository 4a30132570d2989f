import { fold } from '../evidence/fold.ts'
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

export const nothing: Emergency = { grade: 'none', cause: null, matched: '', why: 'Nothing in it speaks of danger.' }

const longest = 4000

/**
 * By the rules alone: a concept of each kind a rule needs must stand in one stretch of speech, and nothing there may make
 * it a question, a denial, a memory, a supposition or a figure of speech.
 */
export function byRule(text: string): Emergency {
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
