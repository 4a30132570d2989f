import { describe, expect, it } from 'vitest'
import type { HoursException, LocationFacts, WeeklyHours } from '../location-facts.ts'
import { nextWindow, windowText } from './callback-window.ts'

const weekdays: WeeklyHours = {
  ...{ mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], wed: [['09:00', '17:00']], thu: [['09:00', '17:00']] },
  ...{
    fri: [
      ['08:00', '12:00'],
      ['13:00', '15:00'],
    ],
    sat: [],
    sun: [],
  },
}

function place(hours: WeeklyHours = weekdays, exceptions: HoursException[] = []): LocationFacts {
  const known = <T>(value: T, id = 'fct_1') => ({ id, value, state: 'confirmed' as const })
  return {
    ...{ locationId: 'loc_1', name: known('Main'), timeZone: 'America/Denver', country: 'US' },
    ...{ phones: [], addresses: [], emails: [], services: [], areas: [], payment: [], insurance: [], financing: [] },
    ...{ emergencyService: [], licences: [], newCustomers: [] },
    hours: [known(hours)],
    exceptions: exceptions.map((value, at) => known(value, `fct_e${at}`)),
  }
}

/** 2026-11-21 is a Saturday; Denver is seven hours behind UTC in winter, six in summer. */
const at = (text: string) => new Date(text)
const shown = (now: string, location = place()) => {
  const window = nextWindow(at(now), location)
  return window === null ? null : `${window.day} ${window.from}-${window.to}`
}

describe('when somebody calls back', () => {
  it.each([
    ['open now: from the next quarter of an hour on', '2026-11-23T17:07:00Z', '2026-11-23 10:30-12:30'],
    ['not past closing', '2026-11-23T23:05:00Z', '2026-11-23 16:30-17:00'],
    ['too late for today', '2026-11-23T23:20:00Z', '2026-11-24 09:00-11:00'],
    ['before it opens', '2026-11-23T10:00:00Z', '2026-11-23 09:00-11:00'],
    ['over a weekend', '2026-11-21T18:00:00Z', '2026-11-23 09:00-11:00'],
    ['around a lunch break', '2026-11-20T18:40:00Z', '2026-11-20 13:00-15:00'],
  ])('%s', (_what, now, window) => {
    expect(shown(now)).toBe(window)
  })

  it('not on a holiday, and not where the hours are not known', () => {
    const closed = { date: '2026-11-23', intervals: [], label: 'Founding day' }
    expect(shown('2026-11-21T18:00:00Z', place(weekdays, [closed]))).toBe('2026-11-24 09:00-11:00')
    expect(shown('2026-11-21T18:00:00Z', place({}))).toBeNull()
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    expect(shown('2026-11-21T18:00:00Z', place(never))).toBeNull()
  })

  it('never at night, also where it never closes', () => {
    const always: WeeklyHours = Object.fromEntries(Object.keys(weekdays).map((day) => [day, [['00:00', '24:00']]]))
    expect(shown('2026-11-23T09:00:00Z', place(always))).toBe('2026-11-23 08:00-10:00')
    expect(shown('2026-11-24T03:40:00Z', place(always))).toBe('2026-11-24 08:00-10:00')
  })

  it('is the right instant on both sides of a clock change', () => {
    // Clocks go back on 2026-11-01 and forward on 2026-03-08, both Sundays.
    expect(nextWindow(at('2026-10-31T18:00:00Z'), place())).toMatchObject({ fromAt: '2026-11-02T16:00:00.000Z' })
    expect(nextWindow(at('2026-03-07T18:00:00Z'), place())).toMatchObject({ fromAt: '2026-03-09T15:00:00.000Z' })
    expect(nextWindow(at('2026-03-06T18:00:00Z'), place())?.toAt).toBe('2026-03-06T19:00:00.000Z')
  })

  it('is told in the caller’s language, today and tomorrow by name', () => {
    const text = (now: string, lang: string) => {
      const window = nextWindow(at('2026-11-21T18:00:00Z'), place())
      return window === null ? '' : windowText(window, lang, 'US', at(now))
    }
    expect(text('2026-11-21T18:00:00Z', 'en')).toBe('on Monday, November 23, between 9:00 AM and 11:00 AM')
    expect(text('2026-11-22T18:00:00Z', 'en')).toBe('tomorrow, between 9:00 AM and 11:00 AM')
    expect(text('2026-11-23T13:00:00Z', 'es')).toMatch(/^hoy, entre las 9:00 a\.\s?m\. y las 11:00 a\.\s?m\.$/)
    expect(text('2026-11-21T18:00:00Z', 'ar')).toMatch(/^يوم الاثنين.* بين الساعة .*9:00.*11:00/)
  })
})
