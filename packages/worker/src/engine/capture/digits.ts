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

/**
 * The digits of what was said, in order: "five oh five, double five, forty two" → 505 55 42. A plus before the first is
 * kept. Other words are given back, so that the caller knows how much of it was a number.
 */
export function hearDigits(text: string): HeardDigits {
  const words = fold(text).match(/[\p{L}]+|\d+|\+/gu) ?? []
  const rest: string[] = []
  let digits = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    const often = times[word]
    if (often !== undefined && digitOf(next) !== '') {
      digits += digitOf(next).repeat(often)
      at++
    } else if (tens[word] !== undefined) {
      const joined = next === 'y' || next === 'and' ? (words[at + 2] ?? '') : next
      const unit = digitWords[joined]
      const takes = unit !== undefined && unit !== '0'
      digits += takes ? `${tens[word]}${unit}` : `${tens[word]}0`
      if (takes) at += joined === next ? 1 : 2
    } else if (word === '+' || word === 'plus') {
      if (digits === '') digits = '+'
    } else {
      const said = digitOf(word)
      digits += said
      if (said === '') rest.push(word)
    }
  }
  return { digits: digits === '+' ? '' : digits, rest }
}

/** Arabic joins words with و: "خمسة وخمسة". */
function digitOf(word: string): string {
  if (/^\d+$/.test(word)) return word
  const known = (one: string) => digitWords[one] ?? teens[one] ?? twenties[one]
  return known(word) ?? (word.startsWith('و') ? known(word.slice(1)) : undefined) ?? ''
}
