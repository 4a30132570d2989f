import { describe, expect, test } from 'vitest'
import { valuesIn, verifySentence } from './index.ts'

const quoteOf = (text: string, headings: string[] = [], lang = 'en') => ({
  documentId: 'd1',
  versionId: 'v1',
  url: 'https://a.test/p',
  title: 'P',
  anchor: '',
  lang,
  text,
  start: 0,
  end: text.length,
  headings,
})
const verdict = (sentence: string, text: string, headings: string[] = [], lang = 'en', quoteLang = lang) => {
  const result = verifySentence(sentence, quoteOf(text, headings, quoteLang), text, lang)
  return result.ok ? 'ok' : result.reason
}

describe('a sentence is released only when its quote says it', () => {
  test.each([
    ['A tune-up is $89.', 'Tune-up: $89', []],
    ['A tune-up costs eighty-nine dollars.', 'A tune-up costs $89.', []],
    ['We open at 8 am.', 'We open at 8:00 from Monday to Friday.', []],
    ['We are open on Tuesday.', 'We are open Mon–Fri 8am–5pm.', []],
    ['The tune-up is $89.', '$89', ['Prices', 'Tune-up']],
    ['Call (555) 010-2345.', 'Call us at +1 555 010 2345 any time.', []],
  ])('%s ← %s', (sentence, text, headings) => {
    expect(verdict(sentence, text, headings)).toBe('ok')
  })

  test.each([
    ['A tune-up is $99.', 'Tune-up: $89', 'value-not-in-quote'],
    ['A tune-up is €89.', 'Tune-up: $89', 'unit-changed'],
    ['We answer within 24 hours.', 'We answer within 24 minutes.', 'unit-changed'],
    ['We do not repair boilers.', 'We repair boilers.', 'negation-flipped'],
    ['We repair boilers.', 'We do not repair boilers.', 'negation-flipped'],
    ['We are open on Sunday.', 'We are closed on Sunday.', 'meaning-flipped'],
    ['We are open on Sunday.', 'We are open Mon–Fri 8am–5pm.', 'value-not-in-quote'],
    ['Open until 8 pm.', 'Open until 8:00.', 'value-not-in-quote'],
    ['We install solar panels.', 'We install heat pumps.', 'not-covered'],
    ['Our technician Maria Lopez repairs boilers.', 'Our technician repairs boilers.', 'name-not-in-quote'],
    ['A repair costs $120.', 'A repair costs from $120.', 'bound-dropped'],
  ])('%s is refused against %s', (sentence, text, reason) => {
    expect(verdict(sentence, text)).toBe(reason)
  })

  test('a quote that does not stand at its offsets is refused', () => {
    expect(
      verifySentence('Tune-up: $89', { ...quoteOf('Tune-up: $89'), start: 1 }, 'Tune-up: $89', 'en'),
    ).toMatchObject({ ok: false, reason: 'quote-not-in-version' })
  })

  test('Spanish and Arabic numbers, times and days are the same values', () => {
    expect(
      verdict('La puesta a punto cuesta ochenta y nueve dólares.', 'La puesta a punto cuesta $89.', [], 'es'),
    ).toBe('ok')
    expect(verdict('Abrimos a las 8 de la mañana.', 'Abrimos a las 8:00.', [], 'es')).toBe('ok')
    expect(verdict('سعر الصيانة ٨٩ دولارا.', 'سعر الصيانة $89', [], 'ar')).toBe('ok')
    expect(verdict('سعر الصيانة ٩٩ دولارا.', 'سعر الصيانة $89', [], 'ar')).toBe('value-not-in-quote')
  })

  test('across languages values are checked and the trade glossary must know the words', () => {
    expect(verdict('La puesta a punto cuesta $89.', 'A tune-up costs $89.', [], 'es', 'en')).toBe('ok')
    expect(verdict('La puesta a punto cuesta $99.', 'A tune-up costs $89.', [], 'es', 'en')).toBe('value-not-in-quote')
    expect(verdict('Los paneles solares llevan regalo.', 'A tune-up costs $89.', [], 'es', 'en')).toBe('not-covered')
  })
})

describe('values', () => {
  test.each([
    ['eighty-nine dollars', 'en', 'price 89 USD'],
    ['$1,299.00', 'en', 'price 1299 USD'],
    ['1.299,00 €', 'es', 'price 1299 EUR'],
    ['one hundred and twenty dollars', 'en', 'price 120 USD'],
    ['ciento veinte dólares', 'es', 'price 120 USD'],
    ['مئة وعشرون دولارا', 'ar', 'price 120 USD'],
    ['خمسة وعشرون دولار', 'ar', 'price 25 USD'],
    ['ten percent', 'en', 'percent 10'],
    ['٪١٠', 'ar', 'number 10'],
    ['24 December 2026', 'en', 'date 12-24|number 2026'],
    ['December 24th', 'en', 'date 12-24'],
    ['el 24 de diciembre', 'es', 'date 12-24'],
    ['٢٤ ديسمبر', 'ar', 'date 12-24'],
    ['8am', 'en', 'time 08:00'],
    ['8-5pm', 'en', 'time 17:00|time 08:00'],
    ['5:30 p.m.', 'en', 'time 17:30'],
    ['a las 5 de la tarde', 'es', 'time 17:00'],
    ['الساعة ٨ صباحا', 'ar', 'time 08:00'],
    ['الساعة الثامنة مساء', 'ar', 'time 20:00'],
    ['call +1 (555) 010-2345', 'en', 'phone 15550102345'],
    ['mail info@cool.example now', 'en', 'email info@cool.example'],
    ['see www.cool.example/prices.', 'en', 'url cool.example/prices'],
    ['two years', 'en', 'number 2 year'],
    ['one of our people', 'en', ''],
  ])('%s (%s) is %s', (text, lang, expected) => {
    expect(
      valuesIn(text, lang)
        .map((v) => `${v.kind} ${v.key} ${v.unit}`.trim())
        .join('|'),
    ).toBe(expected)
  })
})
