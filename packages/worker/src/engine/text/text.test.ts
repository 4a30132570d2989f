import { describe, expect, test } from 'vitest'
import { fold, isStopWord, normalise, sentences, terms, words } from './index.ts'

const cut = (text: string, lang = 'en'): string[] =>
  sentences(text, lang).map(({ start, end }) => text.slice(start, end))

describe('normalise', () => {
  test('takes zero-width and bidirectional control characters away', () => {
    expect(normalise('Tu\u200Bne\u2011up \u202Eprice\u202C\uFEFF')).toBe('tune-up price')
  })
  test('writes Arabic letters, marks and digits one way', () => {
    expect(normalise('إِصْلاح المكيّـفات ٢٤/٧')).toBe('اصلاح المكيفات 24/7')
    expect(normalise('صيانة على')).toBe(normalise('صيانه علي'))
  })
  test('keeps accents, which fold takes away', () => {
    expect(normalise('MAÑANA  Sí')).toBe('mañana sí')
    expect(fold('MAÑANA Sí')).toBe('manana si')
  })
  test('gives nothing for nothing, and an emoji for an emoji', () => {
    expect(normalise('')).toBe('')
    expect(normalise(' 👍 ')).toBe('👍')
  })
})

describe('words', () => {
  test('point into the original text, whatever its spelling', () => {
    const text = 'What’s the A/C price? ＄８９ كِتَابٌ Tu\u200Bne'
    for (const { text: folded, start, end } of words(text))
      expect(fold(text.slice(start, end)).replace('/', '')).toBe(folded)
    expect(words(text).map((word) => word.text)).toEqual(["what's", 'the', 'ac', 'price', '89', 'كتاب', 'tune'])
  })
  test('keep prices, times and numbers whole', () => {
    expect(words('$1,200.50 at 8:30am').map((word) => word.text)).toEqual(['1,200.50', 'at', '8:30', 'am'])
  })
  test('part a script without spaces into its letters', () => {
    expect(words('東京 ไทย').length).toBeGreaterThan(2)
  })
})

describe('terms', () => {
  test('meet across the forms of a word', () => {
    expect(terms('Your prices for repairs?', 'en')).toEqual(terms('the price of a repair', 'en'))
    expect(terms('¿Abren los domingos?', 'es')).toEqual(terms('abre el domingo', 'es'))
    expect(terms('الصيانة والمواعيد', 'ar')).toEqual(terms('صيانه مواعيد', 'ar'))
  })
  test('leave words of a language without a stemmer as they are', () => {
    expect(terms('Czy jesteście otwarci w niedzielę', 'pl')).toContain('otwarci')
  })
  test('know stop words by language and by any spelling', () => {
    expect(isStopWord('QUÉ', 'es')).toBe(true)
    expect(isStopWord('furnace', 'en')).toBe(false)
    expect(isStopWord('the', 'pl')).toBe(false)
  })
})

describe('sentences', () => {
  test('are not ended by abbreviations, times, prices or host names', () => {
    expect(
      cut('We open at 8:00 a.m. and close at 5 p.m. on weekdays. Dr. Smith is in. From $89.50. See example.com today.'),
    ).toEqual([
      'We open at 8:00 a.m. and close at 5 p.m. on weekdays.',
      'Dr. Smith is in.',
      'From $89.50.',
      'See example.com today.',
    ])
  })
  test('end at a new line, and bullets are not part of them', () => {
    expect(cut('Prices\n• Tune-up: $89\n1. Furnace repair')).toEqual(['Prices', 'Tune-up: $89', 'Furnace repair'])
  })
  test('end at Arabic and Spanish marks', () => {
    expect(cut('هل أنتم مفتوحون؟ نعم۔ أهلا', 'ar')).toEqual(['هل أنتم مفتوحون؟', 'نعم۔', 'أهلا'])
    expect(cut('¿Abren hoy? ¡Sí! Hasta las 18:00.', 'es')).toEqual(['¿Abren hoy?', '¡Sí!', 'Hasta las 18:00.'])
  })
  test('are none where there are no words', () => {
    expect(cut('')).toEqual([])
    expect(cut('👍 … !!!')).toEqual([])
  })
})
