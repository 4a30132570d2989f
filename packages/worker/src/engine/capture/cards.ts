import { type DigitPiece, digitPieces, fold } from './digits.ts'

/** What stands in place of a card's number: its last four digits are all that is kept. */
export const masked = (lastFour: string): string => `•••• ${lastFour}`
const blank = '••••'

/** A card's number was told, its date or its code, and taken out. */
export const toldCard = (text: string): boolean => text.includes(blank)

/**
 * Numbers as the schemes give them out: which begin so, and how long they are (ISO/IEC 7812 and the schemes' own public
 * pages). Visa, Mastercard, American Express, Diners Club, Discover, JCB, UnionPay, Maestro.
 */
const schemes: readonly (readonly [begin: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [16, 19, 13]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|095|[689])/, [14, 16]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^5(?:0|[6-8])/, [16, 18, 19]],
]

/** The check digit (Luhn; ISO/IEC 7812-1, annex B). */
function checks(digits: string): boolean {
  const parts = [...digits].toReversed().map((digit, at) => Number(digit) * (1 + (at % 2)))
  return parts.reduce((sum, part) => sum + (part > 9 ? part - 9 : part), 0) % 10 === 0
}

interface Span {
  start: number
  end: number
  /** What stands there instead. */
  mask: string
}

/** The text as it may be kept: card numbers are masked, and the date and the code told right after one. */
export const withoutCards = (text: string): string => withoutCardsAcross([text])[0] ?? ''

/** The same of texts that were said one after the other: a number may begin in one and end in another. */
export function withoutCardsAcross(texts: readonly string[]): string[] {
  const spans = spansIn(texts.join('\n'))
  let from = 0
  return texts.map((text) => {
    const to = from + text.length
    let kept = ''
    let at = from
    for (const { start, end, mask } of spans.filter((span) => span.start < to && span.end > from)) {
      kept += text.slice(at - from, Math.max(start, from) - from) + (end > to ? blank : mask)
      at = Math.min(end, to)
    }
    kept += text.slice(at - from)
    from = to + 1
    return kept
  })
}

/** Without what stands in that number, as when pieces of it were read back. */
export function withoutDigitsOf(text: string, number: string): string {
  const pieces = digitPieces(text)
  let [kept, at] = ['', 0]
  for (let first = 0; first < pieces.length; first++) {
    let last = first
    while (last + 1 < pieces.length && isNear(text, pieces, last + 1)) last++
    const digits = joined(pieces.slice(first, last + 1))
    const [start, end] = [pieces[first]?.start ?? 0, pieces[last]?.end ?? 0]
    first = last
    if (digits.length < 3 || !number.includes(digits)) continue
    kept += text.slice(at, start) + blank
    at = end
  }
  return kept + text.slice(at)
}

/** How two pieces stand: `near` with nothing but hesitation between, `far` with a few words, or apart. */
type Gap = 'near' | 'far' | 'apart'

const hesitations = new Set(
  'dash hyphen space uh um er then next and okay ok yes y luego si guion espacio eh و ثم شرطه'.split(' '),
)
/** More words between are another matter. */
const mostWords = 4
const mostFar = 3

function gapOf(between: string): Gap {
  if (between.length <= 3) return 'near'
  const words = (fold(between).match(/\p{L}+/gu) ?? []).filter((word) => !hesitations.has(word))
  if (words.length > 0) return words.length > mostWords ? 'apart' : 'far'
  return between.length > 40 ? 'apart' : 'near'
}

const gapBefore = (text: string, pieces: readonly DigitPiece[], at: number): Gap =>
  gapOf(text.slice(pieces[at - 1]?.end ?? 0, pieces[at]?.start))

const isNear = (text: string, pieces: readonly DigitPiece[], at: number) => gapBefore(text, pieces, at) === 'near'

function spansIn(text: string): Span[] {
  const accounts = accountsIn(text)
  const pieces = digitPieces(text).filter(({ start }) => !accounts.some((one) => start >= one.start && start < one.end))
  const gaps = pieces.map((_, at) => gapBefore(text, pieces, at))
  const spans: Span[] = []
  for (let at = 0; at < pieces.length; at++) {
    const told = alreadyMasked(text, pieces, at) ?? cardAt(text, pieces, gaps, at)
    if (told === null) continue
    spans.push(...told.spans)
    at = told.last
    for (const after of beside(text, pieces, at)) {
      spans.push(...after.spans)
      at = after.last
    }
  }
  return spans
}

interface Told {
  spans: Span[]
  /** The index of its last piece. */
  last: number
}

/** What was masked before: what stands right after it is still to go. */
function alreadyMasked(text: string, pieces: readonly DigitPiece[], at: number): Told | null {
  const piece = pieces[at]
  return piece?.digits.length === 4 && text.slice(0, piece.start).endsWith(`${blank} `) ? { spans: [], last: at } : null
}

/** A card's number that begins with this piece. */
function cardAt(text: string, pieces: readonly DigitPiece[], gaps: readonly Gap[], first: number): Told | null {
  const begin = pieces[first]
  if (begin === undefined || text[begin.start - 1] === '+') return null
  const lengths = schemes.find(([start]) => start.test(digitsFrom(pieces, first)))?.[1] ?? []
  const named = isNamed(text.slice(Math.max(0, begin.start - 40), begin.start))
  const found = (mayFail: boolean): number | undefined => {
    const lasts = lengths.flatMap((length) => lastOf(pieces, gaps, first, length) ?? [])
    const fit = lasts.filter(
      (last) => (mayFail || checks(joined(pieces.slice(first, last + 1)))) && isWhole(text, pieces, gaps, first, last),
    )
    // One that leaves nothing over comes first.
    return fit.find((last) => gaps[last + 1] !== 'near') ?? fit[0]
  }
  const last = found(false) ?? (named ? found(true) : undefined)
  if (last === undefined) return null
  const lastFour = joined(pieces.slice(first, last + 1)).slice(-4)
  return { spans: spansOf(pieces, gaps, first, last, masked(lastFour)), last }
}

/** What stands near each other is taken out together; words between stay. @param mask in place of the last */
function spansOf(
  pieces: readonly DigitPiece[],
  gaps: readonly Gap[],
  first: number,
  last: number,
  mask: string,
): Span[] {
  const spans: Span[] = []
  for (let at = first; at <= last; at++) {
    const { start, end } = pieces[at] ?? { start: 0, end: 0 }
    const before = spans.at(-1)
    if (before === undefined || gaps[at] === 'far') spans.push({ start, end, mask: blank })
    else before.end = end
  }
  return spans.map((span, at) => (at === spans.length - 1 ? { ...span, mask } : span))
}

const joined = (pieces: readonly DigitPiece[]) => pieces.map(({ digits }) => digits).join('')
const digitsFrom = (pieces: readonly DigitPiece[], first: number) => joined(pieces.slice(first, first + 6))

/** The piece with which so many digits are full, when nothing parts them. */
function lastOf(pieces: readonly DigitPiece[], gaps: readonly Gap[], first: number, length: number): number | null {
  let [count, far] = [0, 0]
  for (let at = first; at < pieces.length; at++) {
    if (at > first && gaps[at] === 'apart') return null
    if (at > first && gaps[at] === 'far' && ++far > mostFar) return null
    count += pieces[at]?.digits.length ?? 0
    if (count >= length) return count === length ? at : null
  }
  return null
}

/**
 * It is grouped as cards are, or stands for itself: what is near it on either side is nothing, a phone number, or what
 * stands beside a card's. So two phone numbers are no card with a rest.
 */
function isWhole(
  text: string,
  pieces: readonly DigitPiece[],
  gaps: readonly Gap[],
  first: number,
  last: number,
): boolean {
  const groups = pieces.slice(first, last + 1).map(({ digits }) => digits.length)
  if (groups.length === 1) return true
  if (groups.reduce((sum, one) => sum + one, 0) === 13) return false
  if (/^(?:4,4,4,4(?:,[1-4])?|4,6,[45])$/.test(groups.join())) return true
  const isSpoken = pieces
    .slice(first, last + 1)
    .every(({ digits, start, end }) => digits.length < 3 || end - start > digits.length)
  const inside = gaps.slice(first + 1, last + 1)
  if (!isSpoken && inside.includes('far') && !groups.every((group) => group % 4 === 0)) return false
  const signs = inside.map((_, at) =>
    text.slice(pieces[first + at]?.end, pieces[first + at + 1]?.start).replace(/[\p{L}\s]/gu, ''),
  )
  if (!isSpoken && new Set(signs).size > 1) return false
  const near = (from: number, step: 1 | -1): DigitPiece[] => {
    const out: DigitPiece[] = []
    for (
      let at = from;
      at >= 0 && at < pieces.length && out.length <= 12 && gaps[step === 1 ? at : at + 1] === 'near';
      at += step
    ) {
      const piece = pieces[at]
      if (piece !== undefined) out.push(piece)
    }
    return step === 1 ? out : out.toReversed()
  }
  const before = joined(near(first - 1, -1)).length
  const after = joined(near(last + 1, 1))
  const isPhone = (count: number) => count >= 7 && count <= 12
  return (before === 0 || isPhone(before)) && (after === '' || isPhone(after.length) || isBeside(after))
}

const isNamed = (before: string): boolean =>
  /\b(?:card|visa|master ?card|amex|american express|discover|tarjeta)\b|بطاق|فيزا|ماستر/u.test(fold(before)) &&
  !/\b(?:order|tracking|pedido|phone|telefono)\b/u.test(fold(before))

/** A date until which a card is good, a code of three or four digits, or both. */
const isBeside = (digits: string): boolean =>
  /^\d{3}$/.test(digits) || /^(?:0[1-9]|1[0-2]|[1-9])(?:20)?(?:2[4-9]|3\d|4[0-5])(?:\d{3,4})?$/.test(digits)

const besideNames =
  /\b(?:exp\w*|valid|good (?:un)?til|cvv2?|cvc2?|cid|security|code|vence|vencimiento|caduca|caducidad|valida|codigo|seguridad)\b|انتها|تنتهي|صالح|رمز|الامان/u

/** The pieces right after a card's number that are its date or its code; a phone number or a price is none. */
function* beside(text: string, pieces: readonly DigitPiece[], card: number): Generator<Told> {
  for (let first = card + 1, found = 0; first < pieces.length && found < 2; found++) {
    const between = text.slice(pieces[first - 1]?.end ?? 0, pieces[first]?.start ?? 0)
    const isSaidSo = besideNames.test(fold(between)) && between.length <= 60
    if (!isSaidSo && gapOf(between) !== 'near') return
    let last = first
    while (last + 1 < pieces.length && isNear(text, pieces, last + 1)) last++
    const run = pieces.slice(first, last + 1)
    if (!isBeside(joined(run)) && !(isSaidSo && /^\d{3,4}$/.test(joined(run)))) return
    yield { spans: [{ start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0, mask: blank }], last }
    first = last + 1
  }
}

/** Bank accounts as countries write them: whoever passes their check (ISO 13616, modulo 97) is no card. */
function accountsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}/gi)].flatMap((match) => {
    for (let length = match[0].length; length > 15; length--) {
      const bare = match[0].slice(0, length).replaceAll(' ', '').toUpperCase()
      const moved = bare.slice(4) + bare.slice(0, 4)
      const number = [...moved].map((char) => parseInt(char, 36)).join('')
      if (BigInt(number) % 97n === 1n) return [{ start: match.index, end: match.index + length }]
    }
    return []
  })
}
