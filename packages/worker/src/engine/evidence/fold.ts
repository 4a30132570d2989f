import { foldArabic } from '../text/arabic.ts'
import { INVISIBLE } from '../text/fold.ts'

const ACCENTS = /[\u0300-\u036f]/g
const SHAPES: Readonly<Record<string, string>> = {
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‒': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
}
const SHAPED = new RegExp(`[${Object.keys(SHAPES).join('')}]`, 'gu')

/**
 * Marks, digit scripts, dash and quote shapes made one, Arabic letters too; case is kept. Unlike the words' own `fold` it
 * leaves "½" and "m²" what they are: a value must not become another one.
 */
export function foldShapes(text: string): string {
  if (/^[ -_a-~\n]*$/.test(text)) return text
  const bare = text.normalize('NFD').replace(ACCENTS, '').replace(INVISIBLE, '')
  return foldArabic(bare)
    .normalize('NFC')
    .replace(SHAPED, (shape) => SHAPES[shape] ?? shape)
}

/** `foldShapes` in lower case: what patterns are matched against. */
export function fold(text: string): string {
  return foldShapes(text).toLowerCase()
}
