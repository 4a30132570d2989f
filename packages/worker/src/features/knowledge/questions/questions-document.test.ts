import { expect, test } from 'vitest'
import { documentOfPairs } from './questions-document.ts'

test('an answer is a passage that is cut from the text, found by every way to ask for it', () => {
  const pairs = [
    { questions: ['Do you take cards?', ' Can I pay by card? '], answer: 'Yes, all major cards.', lang: '' },
    { questions: ['¿Aceptan tarjetas?'], answer: 'Sí, todas.', lang: 'es' },
  ]
  const document = documentOfPairs('Payment', pairs, () => 'en')
  expect(document.passages.map(({ text }) => text)).toEqual(['Yes, all major cards.', 'Sí, todas.'])
  for (const { text, start, end } of document.passages) expect(document.text.slice(start, end)).toBe(text)
  expect(document.passages[0]).toMatchObject({
    kind: 'question',
    lang: 'en',
    headings: ['Do you take cards?', 'Can I pay by card?'],
  })
  expect(document.passages[1]).toMatchObject({ lang: 'es', headings: ['¿Aceptan tarjetas?'] })
  expect(document.text).toContain('Can I pay by card?\nYes, all major cards.')
})
