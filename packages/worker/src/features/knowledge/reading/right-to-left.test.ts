import { expect, test } from 'vitest'
import type { PdfItem } from './pdf-page.ts'
import { columnsFromRight, inReadingOrder, isRightToLeft } from './right-to-left.ts'

/** Pieces as a PDF holds them: each right in itself, drawn from left to right, 10 units a piece. */
function drawn(pieces: readonly string[], at = 0): PdfItem[] {
  return pieces.map((str, i) => ({
    str,
    transform: [10, 0, 0, 10, at + i * 10, 700],
    width: 10,
    height: 10,
    hasEOL: false,
    dir: 'rtl',
  }))
}

test('Arabic that is stored as it looks reads from the right, with letters for presentation forms', () => {
  const line = drawn(['ﺔ', 'ﻤ', 'ﺋ', 'ﺎ', 'ﻗ', ' ', 'ر', 'ﺎ', 'ﻌ', 'ﺳ', 'ﻷ', 'ا'])
  expect(isRightToLeft(line)).toBe(true)
  expect(inReadingOrder(line)).toBe('الأسعار قائمة')
})

test('numbers, prices and Latin words keep their own order', () => {
  expect(inReadingOrder(drawn(['ﺮﺜﻛأ', ' ', '2,000', '$', ' ', 'ﺔﻤﻴﻗ']))).toMatch(/ \$2,000 /)
  expect(inReadingOrder(drawn(['لا', ' ', 'hello@acme.example', ' ', '(', 'Office', ')', ' ', 'ﻰﻠﻋ']))).toContain(
    'hello@acme.example (Office',
  )
  // A phone number in Arabic text is drawn group by group from the right.
  expect(inReadingOrder(drawn(['0142-555-505', ' ', 'ﻰﻠﻋ']))).toMatch(/505-555-0142$/)
  expect(inReadingOrder(drawn(['505-555-0142', ' ', 'ﻰﻠﻋ']))).toMatch(/505-555-0142$/)
})

test('the rightmost column is the first', () => {
  expect(columnsFromRight([...drawn(['$89']), ...drawn(['صيانة'], 300)], 10)).toEqual(['صيانة', '$89'])
})
