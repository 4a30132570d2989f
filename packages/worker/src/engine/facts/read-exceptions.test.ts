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
