import { fold } from './digits.ts'
import { digitWords } from './digit-words.ts'

export type HeardEmail =
  | { kind: 'whole'; email: string; /** What was perhaps meant: a well-known provider, one slip away. */ meant: string }
  | { kind: 'wrong'; heard: string }
  | { kind: 'none' }

/** Signs by their names, longest first. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/\s*(?:guion bajo|under ?score|شرطه سفليه|اندرسكور)\s*/gu, '_'],
  [/\s*(?<!\p{L})(?:at|arroba|ات|at sign)(?!\p{L})\s*/gu, '@'],
  [/\s*(?<!\p{L})(?:dot|point|punto|دوت|نقطه|period)(?!\p{L})\s*/gu, '.'],
  [/\s*(?<!\p{L})(?:dash|hyphen|minus|guion|شرطه)(?!\p{L})\s*/gu, '-'],
  [/\s*(?<!\p{L})(?:plus)(?!\p{L})\s*/gu, '+'],
]

const likeIn = /(?<!\p{L})(\p{L})\s+(?:as in|like|for|de|como)\s+\p{L}+/gu
const opening =
  /^(?:(?:yes|sure|ok(?:ay)?|it'?s|it is|my|e-?mail|mail|address|is|si|claro|mi|correo|electronico|es|بريدي|الالكتروني|هو|نعم)[\s,:]+)+/u
const syntax = /^[a-z0-9](?:[a-z0-9._%+-]*[a-z0-9_+])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/

const providers = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'aol.com',
  'live.com',
  'msn.com',
]

/** An e-mail address as people say or spell it: "j a n e dot doe at gmail dot com". */
export function hearEmail(said: string): HeardEmail {
  const folded = fold(said).replace(/[،,;]/g, ' ').trim().replace(opening, '')
  const spelled = folded.replace(likeIn, '$1')
  const withSigns = signs.reduce((text, [name, sign]) => text.replace(name, sign), spelled)
  if (!withSigns.includes('@')) return { kind: 'none' }
  const email = withSigns
    .split(/\s+|(?=[_@.+-])|(?<=[_@.+-])/)
    .map((word) => digitWords[word] ?? word)
    .join('')
    .replace(/[.!?]+$/, '')
  const fits = syntax.test(email) && !email.includes('..') && email.length <= 200
  return fits ? { kind: 'whole', email, meant: meantBy(email) } : { kind: 'wrong', heard: email }
}

function meantBy(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  if (providers.includes(domain)) return ''
  const near = providers.find((provider) => isOneSlipAway(domain, provider))
  return near === undefined ? '' : `${name}@${near}`
}

/** One letter more, less or other, or two that changed places. */
function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [a, b] = [one.slice(at), other.slice(at)]
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}
