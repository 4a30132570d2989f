/** Letters that people use for one another when they type Arabic, and Persian forms of the same letters. */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ؤ: 'و',
  ک: 'ك',
}
const VARIANTS = /[أإآٱىیئةۀہؤک]/gu
const MARKS = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/gu
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/gu

/** One letter for those that are written for one another, no vowel marks and no tatweel, digits as 0 to 9. */
export function foldArabic(text: string): string {
  if (!/[\u0600-\u06FF]/u.test(text)) return text
  return text
    .replace(MARKS, '')
    .replace(VARIANTS, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
}
