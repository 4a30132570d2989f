import { fold, terms, words } from '../text/index.ts'

const OPENERS: Readonly<Record<string, RegExp>> = {
  en: /^(?:and|what about|how about|or|also|then|but)\b/u,
  es: /^(?:y|e|o|que tal|tambien|entonces|pero|¿y)\b/u,
  ar: /^(?:و\p{L}|طيب|ماذا عن|وماذا|وشو|او )/u,
}
const POINTERS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:it|that|this|those|these|them|one|ones|there|they|he|she|its|their|same)\b/u,
  es: /\b(?:eso|esa|ese|esto|esta|este|esos|esas|lo|la|los|las|ello|alli|ahi|mismo|misma)\b(?=\s*$|\s+(?:cuesta|vale|puedo|pueden|hacen|tienen)\b)|\b(?:eso|esto|ello)\b/u,
  ar: /(?:^|\s)(?:هذا|هذه|ذلك|تلك|هو|هي|هاد|هاي|منه|منها|فيه|فيها|له|لها|عليه|عليها)(?=\s|$)/u,
}
const FEW_TERMS = 2

/**
 * A question that leans on the one before it, made whole: "and on Sundays?" after "when are you open?". A question
 * that stands alone comes back as it is. `why` says what was done, for the trace.
 */
export function resolveFollowUp(
  question: string,
  previous: readonly string[],
  lang: string,
): { text: string; why: string } {
  const clear = fold(question)
    .replace(/^[\s¿?¡!]+/u, '')
    .trim()
  const last = previous.findLast((one) => terms(one, lang).length > 0)
  if (last === undefined) return { text: question, why: 'first question' }
  const own = terms(clear, lang)
  const length = words(clear).length
  if (length === 0) return { text: question, why: 'no words' }
  const opens = OPENERS[lang]?.test(clear) === true
  const points = POINTERS[lang]?.test(clear) === true
  if (opens && own.length <= FEW_TERMS + 1 && length <= 7)
    return joined(last, question, 'continues the question before it')
  if (points && own.length <= FEW_TERMS) return joined(last, question, 'points to the question before it')
  if (own.length === 0 && length <= 5) return joined(last, question, 'has no subject of its own')
  return { text: question, why: 'stands alone' }
}

function joined(last: string, question: string, why: string): { text: string; why: string } {
  return { text: `${last.trim()} ${question.trim()}`, why }
}
