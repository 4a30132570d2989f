import { describe, expect, test } from 'vitest'
import { exceptionsIn } from './read-exceptions.ts'
import { weekIn } from './read-hours.ts'

const years = [2026, 2027]

describe('rows of a table of holidays', () => {
  test('the days stand in one cell, what they bring in another', () => {
    expect(exceptionsIn('When: 1 December 2026; Office: 8:00 – 13:00', 'en', years)).toEqual([
      { date: '2026-12-01', intervals: [['08:00', '13:00']], label: '' },
    ])
    expect(
      exceptionsIn('Holiday: Christmas Day; Date: Friday, December 25, 2026; Hours: Closed', 'en', years),
    ).toMatchObject([{ date: '2026-12-25', intervals: [] }])
  })

  test('two days of one month are two days', () => {
    const dates = (text: string) => exceptionsIn(text, 'en', years).map((one) => [one.date, one.label])
    expect(dates('When: 2 and 3 December 2026 (National Day); Office: Closed')).toEqual([
      ['2026-12-02', 'National Day'],
      ['2026-12-03', 'National Day'],
    ])
    expect(dates('Date: November 26 and 27, 2026 (Thanksgiving); All offices: Closed')).toEqual([
      ['2026-11-26', 'Thanksgiving'],
      ['2026-11-27', 'Thanksgiving'],
    ])
  })

  test('a span is opened, for the weekdays it names', () => {
    const found = exceptionsIn(
      'When: 8 February to 19 February 2027, Monday to Thursday; Office: 9:00 – 15:00',
      'en',
      years,
    )
    expect(found.map((one) => one.date)).toEqual(
      ['08', '09', '10', '11', '15', '16', '17', '18'].map((day) => `2027-02-${day}`),
    )
  })

  test('a column for each place is told apart by its name', () => {
    const found = exceptionsIn(
      'Date: December 24, 2026; Cedar Park: 8:00 AM – 12:00 PM; San Marcos: Closed',
      'en',
      years,
    )
    expect(found).toEqual([
      { date: '2026-12-24', intervals: [['08:00', '12:00']], label: 'Cedar Park', place: true },
      { date: '2026-12-24', intervals: [], label: 'San Marcos', place: true },
    ])
  })
})

describe('days of the month by their place in it', () => {
  test.each([
    ['First Saturday of the month: 9:00 AM to 1:00 PM', 'en', ['sat-1']],
    ['We are open every second and fourth Tuesday, 6 pm to 9 pm.', 'en', ['tue-2', 'tue-4']],
    ['Abrimos el primer sábado de cada mes de 9:00 a 13:00', 'es', ['sat-1']],
    ['Último viernes del mes: cerrado', 'es', ['fri-last']],
    ['أول سبت من كل شهر: من 9:00 إلى 13:00', 'ar', ['sat-1']],
    ['السبت الأول والثالث من كل شهر: مغلق', 'ar', ['sat-1', 'sat-3']],
  ])('“%s”', (line, lang, dates) => {
    expect(exceptionsIn(line, lang, years).map((one) => one.date)).toEqual(dates)
  })
  test.each([
    'Our first Saturday in the new shop was lovely: closed at last.',
    'On Saturday we open from 9:00 to 13:00',
    'The last Monday special ended, open 9:00 to 17:00',
    'Free tours on the first Saturday of the month, 10:00 to 12:00',
    'Seminar every second Tuesday, doors open 18:00 to 20:00',
  ])('and what is none: “%s”', (line) => {
    expect(exceptionsIn(line, 'en', years)).toEqual([])
  })
})

describe('one end of a day moved', () => {
  test.each([
    ['Date: December 31, 2026; Offices: Closing early at 1:00 PM', 'en', ['00:00', '13:00']],
    ['On December 31 we close at 2.', 'en', null],
    ['The raffle on December 31, 2026 runs until 2 pm.', 'en', null],
    ['December 31, 2026: office open until noon', 'en', ['00:00', '12:00']],
    ['On December 31, 2026 we close at 2 pm.', 'en', ['00:00', '14:00']],
    ['El 31 de diciembre de 2026 cerramos a las 13:00', 'es', ['00:00', '13:00']],
    ['December 31, 2026: open from 1:00 PM', 'en', ['13:00', '24:00']],
    ['31 ديسمبر 2026: نغلق الساعة 13:00', 'ar', ['00:00', '13:00']],
  ])('“%s”', (line, lang, interval) => {
    const expected = interval === null ? [] : [{ intervals: [interval], withinWeek: true }]
    expect(exceptionsIn(line, lang, years)).toMatchObject(expected)
  })
})

describe('what is no ordinary week', () => {
  test.each([
    'First Saturday of the month: 9:00 AM to 1:00 PM',
    'When: Ramadan, Friday; Office: 9:00 – 12:00',
    'Day: Monday; Cedar Park: 7:30 AM – 5:30 PM; San Marcos: 8:00 AM – 5:00 PM',
    'Año Nuevo, viernes 1 de enero de 2027: cerrado',
  ])('“%s”', (line) => {
    expect(weekIn(line, 'Opening hours')).toBeNull()
  })
  test('and what is', () => {
    expect(weekIn('Saturday: 9:00 – 15:00', 'Opening hours')).toEqual({ sat: [['09:00', '15:00']] })
  })
})
