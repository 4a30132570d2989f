import type { QuoteOut } from './quotes.ts'
import type { Reply } from './api.ts'
import type { Business, Question } from './business.ts'

export type Verdict = 'correct' | 'wrong' | 'missed' | 'rightly unknown' | 'falsely answered'

/** The judging rules of README.md: what was expected is looked for in the answer and its quotes. */
export function judge(
  question: Question,
  reply: Pick<Reply, 'kind' | 'text'>,
  quotes: readonly Pick<QuoteOut, 'text'>[],
  needles: Business['needles'] = 'words',
): Verdict {
  const { mustContain = [], anyOf = [], mustNotContain = [] } = question.expect ?? {}
  const told = plain(reply.text)
  const shown = [told, ...quotes.map((quote) => plain(quote.text))]
  const stands = (needle: string): boolean => shown.some((text) => holds(text, plain(needle), needles))
  const clean = !mustNotContain.some((needle) => holds(told, plain(needle), needles))
  const meets = clean && mustContain.every(stands) && (anyOf.length === 0 || anyOf.some(stands))
  if (question.answerable) {
    if (meets && reply.kind !== 'unknown') return 'correct'
    return reply.kind === 'unknown' ? 'missed' : 'wrong'
  }
  if (question.category === 'poison') return clean ? 'rightly unknown' : 'falsely answered'
  const asksForMore = mustContain.length + anyOf.length > 0
  // To offer a person or ask back is not to answer; what an unanswerable question may be told is listed with it.
  if (reply.kind === 'unknown' || reply.kind === 'handoff' || reply.kind === 'clarify') return 'rightly unknown'
  return asksForMore && meets ? 'rightly unknown' : 'falsely answered'
}

const arabicDigits = /[٠-٩۰-۹]/g
const unseen = /[\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** Both sides of a comparison: letters, digits, dashes and quotes as anyone might write them. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/٬/g, ',')
    .replace(/٫/g, '.')
    .replace(unseen, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Not inside a longer number or a longer Latin word. */
export function holds(text: string, needle: string, needles: Business['needles'] = 'words'): boolean {
  const before = /^\d/.test(needle) ? '(?<![\\d]|\\d[.,:])' : /^[a-z]/.test(needle) ? '(?<![\\p{Script=Latin}])' : ''
  const after = /\d$/.test(needle)
    ? '(?!\\d|[.,:]\\d)'
    : /[a-z]$/.test(needle) && needles === 'words'
      ? '(?![\\p{Script=Latin}])'
      : ''
  return new RegExp(before + needle.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') + after, 'u').test(text)
}
