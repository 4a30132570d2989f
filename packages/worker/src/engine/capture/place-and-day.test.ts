import { describe, expect, it } from 'vitest'
import { hearAddress, hearDate, writeAddress, writeDay } from './index.ts'

const nothing = { street: '', city: '', zip: '' }

describe('an address', () => {
  it.each([
    [
      'twelve oh four Juniper Street northwest, Albuquerque, New Mexico, eight seven one oh one',
      { street: '1204 Juniper Street Northwest', city: 'Albuquerque, NM', zip: '87101' },
    ],
    [
      '1204 Juniper St NW, Albuquerque NM 87101',
      { street: '1204 Juniper St NW', city: 'Albuquerque, NM', zip: '87101' },
    ],
    ['forty five hundred Mesa Road', { street: '4500 Mesa Road', city: '', zip: '' }],
    ["it's 12 Oak Lane apartment 5 in Rio Rancho", { street: '12 Oak Lane apartment 5', city: 'Rio Rancho', zip: '' }],
    [
      'vivo en calle Luna 25, Santa Fe, ocho siete cinco cero uno',
      { street: 'Calle Luna 25', city: 'Santa Fe', zip: '87501' },
    ],
    ['شارع الملك 12، البوكيركي', { street: 'شارع الملك 12', city: 'البوكيركي', zip: '' }],
  ])('%s', (said, address) => expect(hearAddress(said, nothing)).toMatchObject(lowered(address)))

  it('comes in parts: the street, the city, the code', () => {
    const street = hearAddress('twelve oh four juniper street', nothing)
    const city = hearAddress('Albuquerque', street)
    const zip = hearAddress('eight seven one oh one', city)
    expect(writeAddress(zip)).toBe('1204 Juniper Street, Albuquerque, 87101')
  })

  it('with a state is written as on an envelope', () => {
    expect(writeAddress({ street: '12 Oak Lane', city: 'Taos, NM', zip: '87571' })).toBe('12 Oak Lane, Taos, NM 87571')
  })

  it.each(['what do you mean', 'hello there', 'eight seven one'])('is not heard in “%s”', (said) =>
    expect(hearAddress(said, nothing)).toEqual(nothing),
  )
})

/** Capitals are our own: only that every word is there matters. */
const lowered = (address: { street: string; city: string; zip: string }) => ({
  ...address,
  street: expect.stringMatching(new RegExp(`^${address.street}$`, 'i')),
})

describe('a date', () => {
  // A Saturday.
  const today = '2026-11-21'
  it.each([
    ['tomorrow', '2026-11-22'],
    ['the day after tomorrow', '2026-11-23'],
    ['next Thursday please', '2026-11-26'],
    ['December third', '2026-12-03'],
    ['the third of December', '2026-12-03'],
    ['Thursday the third of December', '2026-12-03'],
    ['December twenty first', '2026-12-21'],
    ['12/3', '2026-12-03'],
    ['January fifth', '2027-01-05'],
    ['the fourth', '2026-12-04'],
    ['mañana por la mañana', '2026-11-22'],
    ['pasado mañana', '2026-11-23'],
    ['el jueves', '2026-11-26'],
    ['el jueves 3 de diciembre', '2026-12-03'],
    ['el tres de diciembre', '2026-12-03'],
    ['غدا', '2026-11-22'],
    ['يوم الخميس', '2026-11-26'],
    ['٣ ديسمبر', '2026-12-03'],
  ])('%s → %s', (said, day) => expect(hearDate(said, today, 'US')).toEqual({ kind: 'whole', day }))

  it('elsewhere has its day first', () => {
    expect(hearDate('3/12', today, 'MX')).toEqual({ kind: 'whole', day: '2026-12-03' })
  })

  it('is asked about when its weekday is another', () => {
    expect(hearDate('Thursday December fourth', today, 'US')).toEqual({
      kind: 'either',
      day: '2026-12-04',
      other: '2026-12-03',
    })
  })

  it.each([
    ['February thirtieth', 'impossible'],
    ['November third', 'past'],
    ['at nine in the morning', 'none'],
    ['I have two boilers', 'none'],
  ])('that cannot be is none: %s', (said, kind) => expect(hearDate(said, today, 'US').kind).toBe(kind))

  it('is corrected beside the one that was read back', () => {
    expect(hearDate('no, the fourth', today, 'US', '2026-12-03')).toEqual({ kind: 'whole', day: '2026-12-04' })
    expect(hearDate('no, Friday', today, 'US', '2026-11-26')).toEqual({ kind: 'whole', day: '2026-11-27' })
  })

  it('is read back with its weekday', () => {
    expect(['en', 'es', 'ar'].map((lang) => writeDay('2026-12-03', lang))).toEqual([
      'Thursday, December 3',
      'jueves, 3 de diciembre',
      'الخميس، 3 ديسمبر',
    ])
  })
})
