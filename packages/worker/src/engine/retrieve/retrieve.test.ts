import { describe, expect, test } from 'vitest'
import type { Passage } from '../passage.ts'
import { buildIndex, openIndex, resolveFollowUp, search } from './index.ts'

function passage(id: string, text: string, about: Partial<Passage> = {}): Passage {
  return {
    id,
    documentId: `doc-${id}`,
    versionId: 'v1',
    url: `https://north.example/${id}`,
    title: '',
    lang: 'en',
    headings: [],
    anchor: '',
    kind: 'text',
    text,
    start: 0,
    end: text.length,
    dated: '',
    ...about,
  }
}
const NORTH = openIndex(
  buildIndex([
    passage('tuneup', 'Tune-up: $89', { headings: ['Prices', 'Air conditioning'], title: 'Prices', kind: 'table-row' }),
    passage('furnace', 'Furnace repair: from $120', {
      headings: ['Prices', 'Heating'],
      title: 'Prices',
      kind: 'table-row',
    }),
    passage('hours', 'Monday to Friday 8 a.m. to 6 p.m., Saturday 9 to 1. Closed on Sundays.', { headings: ['Hours'] }),
    passage('area', 'We serve Springfield, Shelbyville and everything within 20 miles.', {
      headings: ['Where we work'],
    }),
    passage('hot', 'Water heater broken? We replace tank and tankless units the same day.', {
      headings: ['Water heaters'],
    }),
    passage('about', 'Founded in 1987, family owned. Our technicians are licensed and insured.', {
      headings: ['About us'],
    }),
  ]),
)
const SOUTH = openIndex(
  buildIndex([passage('tuneup', 'Tune-up: $140', { headings: ['Prices'], url: 'https://south.example/' })]),
)
const first = (query: string, lang: string, context: string[] = []): string | undefined =>
  search(NORTH, query, { lang, context }).candidates[0]?.passage.id

describe('search', () => {
  test.each([
    ['how much is an A/C tuneup', 'en', 'tuneup'],
    ['what do you charge to fix my furnace', 'en', 'furnace'],
    ['are you open on sunday', 'en', 'hours'],
    ['no hot water', 'en', 'hot'],
    ['do you come out to shelbyvile', 'en', 'area'],
    ['¿cuánto cuesta el mantenimiento?', 'es', 'tuneup'],
    ['abren los domingos', 'es', 'hours'],
    ['cuanto vale arreglar la calefaccion', 'es', 'furnace'],
    ['كم سعر الصيانة؟', 'ar', 'tuneup'],
    ['هل انتم مفتوحين يوم الاحد', 'ar', 'hours'],
    ['كم تصليح التدفئة', 'ar', 'furnace'],
  ])('finds the page for “%s”, in whatever language it is asked', (query, lang, id) => {
    expect(first(query, lang)).toBe(id)
  })
  test('says how much of the question a passage covers', () => {
    const [best] = search(NORTH, 'are you open on sunday', { lang: 'en' }).candidates
    expect(best?.coverage).toBe(1)
    const near = search(NORTH, 'do you sell swimming pools', { lang: 'en' }).candidates[0]
    expect(near?.coverage ?? 0).toBeLessThan(0.5)
  })
  test('counts the work it did', () => {
    const { counted } = search(NORTH, 'furnace repair', { lang: 'en' })
    expect(counted.candidates).toBeGreaterThan(0)
    expect(counted.postings).toBeGreaterThan(counted.candidates)
  })
  test('never finds what is another tenant’s', () => {
    const found = search(SOUTH, 'tune-up price', { lang: 'en' }).candidates
    expect(found.map((one) => one.passage.text)).toEqual(['Tune-up: $140'])
  })
  test.each(['', ' ', 'z', '👍', '\u202E\u200B', 'q'.repeat(4000), 'word '.repeat(1000), 'hola مرحبا 東京', '$ % ^'])(
    'stands bad input %#',
    (query) => {
      for (const lang of ['en', 'es', 'ar', 'pl', '']) expect(() => search(NORTH, query, { lang })).not.toThrow()
    },
  )
})

describe('buildIndex', () => {
  test('gives the same bytes for the same passages, and the passages back', () => {
    const passages = [passage('a', 'One 🎉 two'), passage('b', 'مرحبا', { lang: 'ar' })]
    expect(buildIndex(passages)).toEqual(buildIndex(passages))
    const index = openIndex(buildIndex(passages))
    expect([index.passage(0), index.passage(1)]).toEqual(passages)
    expect(index.passageCount).toBe(2)
    expect(() => index.passage(2)).toThrow('There is no passage 2')
  })
  test('makes an index of nothing', () => {
    expect(search(openIndex(buildIndex([])), 'hours', { lang: 'en' }).candidates).toEqual([])
  })
  test('stays under eight megabytes for two thousand passages', () => {
    const words = Array.from(
      { length: 3000 },
      (_, i) => `w${((i * 7919) % 46656).toString(36)}x${(i % 97).toString(36)}`,
    )
    const passages = Array.from({ length: 2000 }, (_, i) =>
      passage(
        `p${i}`,
        Array.from({ length: 90 }, (_unused, j) => words[(i * 31 + j * j * 17) % words.length]).join(' '),
      ),
    )
    expect(openIndex(buildIndex(passages)).heapBytes).toBeLessThan(8_000_000)
  }, 60_000)
})

describe('resolveFollowUp', () => {
  test.each([
    ['and on Sundays?', ['when are you open?'], 'en', 'when are you open? and on Sundays?'],
    ['how much is that?', ['do you do tune-ups?'], 'en', 'do you do tune-ups? how much is that?'],
    ['¿y los domingos?', ['¿a qué hora abren?'], 'es', '¿a qué hora abren? ¿y los domingos?'],
    ['والأحد؟', ['متى تفتحون؟'], 'ar', 'متى تفتحون؟ والأحد؟'],
  ])('makes “%s” whole', (question, before, lang, whole) => {
    expect(resolveFollowUp(question, before, lang).text).toBe(whole)
  })
  test('leaves a question that stands alone, and the first one', () => {
    expect(resolveFollowUp('do you accept credit cards?', ['when are you open?'], 'en').text).toBe(
      'do you accept credit cards?',
    )
    expect(resolveFollowUp('and on Sundays?', [], 'en')).toEqual({ text: 'and on Sundays?', why: 'first question' })
    expect(resolveFollowUp('', ['when are you open?'], 'en').text).toBe('')
  })
})
