export interface Span {
  start: number
  end: number
}

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sr jr st ave blvd rd ln hwy apt ste bldg no nr vs etc inc ltd co corp dept est approx min max tel ext fig vol ' +
    'e.g i.e a.m p.m u.s u.k ph.d b.a m.d d.d.s d.m.d d.v.m r.n ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'sra srta dra ud uds vd avda av c pza ctra núm num pág pag aprox ej p.ej ee.uu s.a s.l dto izda dcha hrs hab د أ م ص ت'
  ).split(' '),
)
const ENDERS = '.!?…؟۔。！？｡'
const CLOSERS = '"\'”’»)]}›」』*_'
const BULLET = /^[ \t]*(?:[•·▪◦‣*–—-]|\d{1,2}[.)]|[a-z][.)])[ \t]+/iu

/**
 * Sentences by where they start and end (UTF-16, end exclusive, without surrounding space). A new line ends a sentence;
 * a full stop does not when it belongs to an abbreviation, an initial, a number, a time, a host name or an ellipsis.
 */
export function sentences(text: string, lang: string): Span[] {
  const found: Span[] = []
  let lineStart = 0
  for (const line of text.split(/(?<=[\n\r\u2028\u2029])/u)) {
    const bullet = BULLET.exec(line)?.[0].length ?? 0
    splitLine(text, lineStart + bullet, lineStart + line.length, lang, found)
    lineStart += line.length
  }
  return found
}

function splitLine(text: string, from: number, to: number, lang: string, found: Span[]): void {
  let start = from
  for (let at = from; at < to; at++) {
    if (!ENDERS.includes(text.charAt(at))) continue
    let end = at + 1
    while (end < to && ENDERS.includes(text.charAt(end))) end++
    while (end < to && CLOSERS.includes(text.charAt(end))) end++
    if (isEnd(text, at, end, start, to, lang)) {
      push(text, start, end, found)
      start = end
    }
    at = end - 1
  }
  push(text, start, to, found)
}

function isEnd(text: string, at: number, end: number, start: number, to: number, lang: string): boolean {
  const mark = text.charAt(at)
  if ('。！？｡۔؟'.includes(mark)) return true
  if (end < to && !/\s/u.test(text.charAt(end)))
    return mark !== '.' && mark !== '…' && /[\p{Lu}¿¡]/u.test(text.charAt(end))
  const rest = text.slice(end, to).trimStart()
  if (rest === '') return true
  if (mark !== '.' && mark !== '…') return !/^[\p{Ll}]/u.test(rest) || lang === 'ar'
  if (mark === '…' || end - at > 1) return /^[\p{Lu}\p{Lo}¿¡]/u.test(rest)
  const before = /[^\s(["'“‘«]*$/u.exec(text.slice(Math.max(start, at - 40), at))?.[0] ?? ''
  const word = before.toLowerCase()
  if (ABBREVIATIONS.has(word))
    return (
      /^(?:a\.m|p\.m|etc|u\.s|u\.k|ee\.uu|inc|ltd|co|corp|s\.a|s\.l|hrs)$/u.test(word) &&
      /^[\p{Lu}¿¡]/u.test(rest) &&
      !/^(?:\p{Lu}\p{Ll}{2,8}\s?[-–]|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/u.test(rest)
    )
  if (/^\p{Lu}$/u.test(before)) return false
  if (/^\d{1,2}$/u.test(before) && at - before.length === start) return false
  return !/^\p{Ll}/u.test(rest) || /^\d/u.test(rest)
}

function push(text: string, start: number, end: number, found: Span[]): void {
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  if (end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push({ start, end })
}
