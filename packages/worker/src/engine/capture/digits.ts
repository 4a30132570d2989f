import { digitWords, teens, tens, times, twenties } from './digit-words.ts'

/** Lower case, without accents or vowel signs, digits of any script as 0 to 9, alef and its kin as one letter. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[أإآ]/g, 'ا')
    .toLowerCase()
}

export interface HeardDigits {
  digits: string
  /** Words that are no digits. */
  rest: string[]
}

/** Digits that were said or written together, and where: UTF-16 offsets into the text, the end exclusive. */
export interface DigitPiece {
  digits: string
  start: number
  end: number
}

/**
 * The digits of what was said, in order: "five oh five, double five, forty two" → 505 55 42. A plus before the first is
 * kept. Other words are given back, so that the caller knows how much of it was a number.
 */
export function hearDigits(text: string): HeardDigits {
  let digits = ''
  const rest: string[] = []
  for (const piece of read(text)) {
    if (!('word' in piece)) digits += piece.digits
    else if (!isPlus(piece.word)) rest.push(piece.word)
    else if (digits === '') digits = '+'
  }
  return { digits: digits === '+' ? '' : digits, rest }
}

/** The same, each where it stands. */
export const digitPieces = (text: string): DigitPiece[] =>
  [...read(text)].flatMap((piece) => ('word' in piece ? [] : [piece]))

const isPlus = (word: string) => word === '+' || word === 'plus'

/** Piece by piece: digits, or a word that is none. */
function* read(text: string): Generator<DigitPiece | { word: string }> {
  const words = [...text.matchAll(/[\p{L}\p{M}]+|\p{N}+|\+/gu)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    if (first === undefined || first.word === '') continue
    const { word, start } = first
    const next = words[at + 1]?.word ?? ''
    const often = times[word]
    let digits = digitOf(word)
    if (often !== undefined && digitOf(next) !== '') {
      digits = digitOf(next).repeat(often)
      at++
    } else if (tens[word] !== undefined) {
      const joined = next === 'y' || next === 'and' ? (words[at + 2]?.word ?? '') : next
      const unit = digitWords[joined]
      const takes = unit !== undefined && unit !== '0'
      digits = takes ? `${tens[word]}${unit}` : `${tens[word]}0`
      if (takes) at += joined === next ? 1 : 2
    }
    yield digits === '' ? { word } : { digits, start, end: words[at]?.end ?? first.end }
  }
}

/** Arabic joins words with و: "خمسة وخمسة". */
function digitOf(word: string): string {
  if (/^\d+$/.test(word)) return word
  const known = (one: string) => digitWords[one] ?? teens[one] ?? twenties[one]
  return known(word) ?? (word.startsWith('و') ? known(word.slice(1)) : undefined) ?? ''
}
