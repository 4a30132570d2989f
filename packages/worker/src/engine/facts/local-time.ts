import type { Weekday } from '../location-facts.ts'
import { weekdays } from '../evidence/calendar-words.ts'

/** A day of the calendar, without zone. `month` 1…12. */
export interface LocalDate {
  year: number
  month: number
  day: number
}
export interface LocalTime extends LocalDate {
  /** Minutes since local midnight. */
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Wall time of an instant in an IANA zone. */
export function localTime(now: Date, timeZone: string): LocalTime {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  const part = Object.fromEntries(format.formatToParts(now).map((p) => [p.type, Number(p.value)]))
  return {
    year: part.year ?? 0,
    month: part.month ?? 1,
    day: part.day ?? 1,
    minute: (part.hour ?? 0) * 60 + (part.minute ?? 0),
  }
}

const utc = (date: LocalDate) => new Date(Date.UTC(date.year, date.month - 1, date.day))

export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

export function weekdayOf(date: LocalDate): Weekday {
  return weekdays[(utc(date).getUTCDay() + 6) % 7] ?? 'mon'
}

const two = (n: number) => String(n).padStart(2, '0')
/** `YYYY-MM-DD`. */
export const isoDay = (date: LocalDate) => `${date.year}-${two(date.month)}-${two(date.day)}`
export const yearlyDay = (date: LocalDate) => `${two(date.month)}-${two(date.day)}`

/** The instant at which it is this wall time in the zone; in the hour that a clock change leaves out, the one after it. */
export function instantAt({ year, month, day, minute }: LocalTime, timeZone: string): Date {
  const wanted = Date.UTC(year, month - 1, day, 0, minute)
  let at = wanted
  // The zone's offset is that of the instant, which is not known yet: it settles at the second look.
  for (let look = 0; look < 2; look += 1) {
    const seen = localTime(new Date(at), timeZone)
    at += wanted - Date.UTC(seen.year, seen.month - 1, seen.day, 0, seen.minute)
  }
  return new Date(at)
}

/** Minutes since midnight of `HH:MM`; `24:00` is 1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The date as a noon instant, for Intl formatters in zone UTC. */
export const noon = (date: LocalDate) => new Date(Date.UTC(date.year, date.month - 1, date.day, 12))
