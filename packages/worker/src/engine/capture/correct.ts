import { fold, hearDigits } from './digits.ts'

const not = String.raw`(?:,?\s*(?:and\s+)?(?:not|no|instead of|rather than|en vez de|وليس|ليس|مو|مش)\s+)`
const but = String.raw`(?:,?\s*(?:but|it is|it'?s|sino|es|son|بل)\s+|,\s*)`
const startsWithNo = /^(?:no(?!\s+(?:es|son)\s)|nope|sorry|perdon|perdone|لا|عفوا)[,.\s]+/u

/** Which end is spoken of: "the last four are …", "los ultimos dos son …". */
const ends: readonly (readonly [RegExp, 'first' | 'last'])[] = [
  [/(?:the )?last (?:\p{L}+ )?(?:digits? |numbers? |ones? )?(?:is|are|was|should be) /u, 'last'],
  [/(?:the )?first (?:\p{L}+ )?(?:digits? |numbers? |ones? )?(?:is|are|was|should be) /u, 'first'],
  [/(?:l[oa]s?|el) ultim[oa]s? (?:\p{L}+ )?(?:digitos? |numeros? )?(?:es|son|era|eran) /u, 'last'],
  [/(?:l[oa]s?|el) primer[oa]?s? (?:\p{L}+ )?(?:digitos? |numeros? )?(?:es|son|era|eran) /u, 'first'],
  [/(?:الرقم الاخير|الارقام الاخيره|اخر رقم|اخر \p{L}+ ارقام)(?: هو| هي)? /u, 'last'],
]

/**
 * A correction of digits that were read back: "no, it's four five, not five four", "no es 5 4, es 4 5", "the last digit
 * is 3". @returns the digits as they should be; null when this is no correction that can be understood
 */
export function correctDigits(digits: string, said: string): string | null {
  const folded = fold(said).trim().replace(startsWithNo, '')
  for (const [pattern, end] of ends) {
    const match = pattern.exec(folded)
    if (match === null) continue
    const { digits: right } = hearDigits(folded.slice(match.index + match[0].length))
    if (right === '' || right.length > digits.length) return null
    return end === 'last' ? digits.slice(0, digits.length - right.length) + right : right + digits.slice(right.length)
  }
  const pair = rightAndWrong(folded)
  if (pair === null) return null
  const at = digits.lastIndexOf(pair.wrong)
  return at === -1 ? null : digits.slice(0, at) + pair.right + digits.slice(at + pair.wrong.length)
}

function rightAndWrong(folded: string): { right: string; wrong: string } | null {
  const rightFirst = new RegExp(`^(.+?)${not}(.+)$`, 'u').exec(folded)
  const wrongFirst = new RegExp(`^(?:not|it'?s not|it is not|no es|no son|ليس)\\s+(.+?)${but}(.+)$`, 'u').exec(folded)
  const [right, wrong] = wrongFirst === null ? [rightFirst?.[1], rightFirst?.[2]] : [wrongFirst[2], wrongFirst[1]]
  const heard = { right: hearDigits(right ?? '').digits, wrong: hearDigits(wrong ?? '').digits }
  return heard.right === '' || heard.wrong === '' ? null : heard
}
