import { describe, expect, test } from 'vitest'
import type { Fact, LocationFacts } from '../location-facts.ts'
import { soundsLike } from '../text/sounds-like.ts'
import { answerFromFacts } from './index.ts'

let n = 0
const fact = <T>(value: T): Fact<T> => ({ id: `f${(n += 1)}`, value, state: 'confirmed' })
const place = (name: string, address: string, from: string, phone: string): LocationFacts => ({
  locationId: `loc_${name}`,
  name: fact(name),
  timeZone: 'Asia/Dubai',
  country: 'AE',
  phones: [fact({ number: phone, use: 'main' as const })],
  addresses: [fact(address)],
  emails: [fact('hello@pearl.example')],
  hours: [fact({ sun: [[from, '18:00']] as const, mon: [[from, '18:00']] as const })],
  exceptions: [],
  services: [],
  areas: [fact({ name: name.includes('Marina') ? 'Jumeirah' : 'Mirdif', postalCodes: [] })],
  payment: [fact('cash')],
  insurance: [],
  financing: [],
  emergencyService: [],
  licences: [],
  newCustomers: [],
})
const facts = [
  place('Pearl Dental Marina', '3 Palm Walk, Dubai Marina', '09:00', '+97145550101'),
  place('Pearl Dental Deira', '8 Creek Road, Deira, Dubai', '11:00', '+97145550102'),
]
const now = new Date('2026-11-24T08:00:00Z')
const ask = (question: string, lang = 'en', previous: string[] = []) =>
  answerFromFacts(question, { lang, facts, now, previous })
    ?.sentences.map((sentence) => sentence.text)
    .join(' ') ?? null

describe('a business with two locations', () => {
  test('answers for the one that is named, by its name or its address', () => {
    expect(ask('are you open on sunday in Deira?')).toContain('11')
    expect(ask('are you open on sunday at the Marina branch?')).toContain('9')
    expect(ask('when does the Palm Walk office open on Monday?')).toContain('9')
  })
  test('knows a place by its sound in another script', () => {
    expect(ask('هل أنتم مفتوحون يوم الأحد في ديرة؟', 'ar')).toContain('11')
  })
  test('asks which when none is named and they differ', () => {
    expect(ask('are you open on sunday?')).toBe(
      'That differs between our locations. Which one do you mean: Pearl Dental Marina, Pearl Dental Deira?',
    )
    expect(ask('¿abren el domingo?', 'es')).toContain('¿A cuál se refiere')
  })
  test('the name alone answers the question before', () => {
    expect(ask('the Deira one', 'en', ['are you open on sunday?'])).toContain('11')
  })
  test('stays at the place that was spoken of', () => {
    expect(ask('and on Monday?', 'en', ['are you open on sunday in Deira?'])).toContain('11')
  })
  test('says what is the same everywhere once, and short things of each', () => {
    expect(ask('do you accept cash?')).toBe(ask('do you accept cash?', 'en', ['I was at the Marina']))
    expect(ask('where are you located?')).toMatch(/Marina: .*Palm Walk.* Pearl Dental Deira: .*Creek Road/)
  })
  test('finds an area that only one of them serves', () => {
    expect(ask('do you come to Mirdif?')).toContain('Mirdif')
  })
})

test.each([
  ['deira', 'ديره', true],
  ['jumeirah', 'الجميرا', true],
  ['marina', 'مرور', false],
  ['deira', 'دوار', false],
  ['marina', 'marina', false],
])('%s sounds like %s: %s', (latin, arabic, same) => {
  expect(soundsLike(latin, arabic)).toBe(same)
})
