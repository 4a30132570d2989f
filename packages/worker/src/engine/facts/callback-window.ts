import type { LocationFacts } from '../location-facts.ts'
import { addDays, instantAt, isoDay, type LocalDate, localTime, minutesOf } from './local-time.ts'
import { hoursOn } from './schedule.ts'
import { localeOf, say } from './speech.ts'

/** When somebody calls back: wall time at the location, and the two instants it stands for. */
export interface CallbackWindow {
  locationId: string
  timeZone: string
  /** `YYYY-MM-DD`. */
  day: string
  /** `HH:MM`; `24:00` ends a day. */
  from: string
  to: string
  fromAt: string
  toAt: string
}

/** Time to read the mail and pick up the phone. */
const noticeMinutes = 15
const longestMinutes = 120
const shortestMinutes = 30
/** Nobody is called back at night, also where the business never closes. */
const polite = { from: 8 * 60, to: 21 * 60 }
const quarter = 15

/**
 * The next two hours in which the location is open and can call back, from `now` on; holidays and clock changes count.
 * Null when its hours are not known, or it does not open within two weeks.
 */
export function nextWindow(now: Date, location: LocationFacts): CallbackWindow | null {
  const local = localTime(now, location.timeZone)
  const soonest = Math.ceil((local.minute + noticeMinutes) / quarter) * quarter
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    const date = addDays(local, ahead)
    const day = hoursOn(date, location)
    if (day.kind === 'unknown') return null
    const spans = day.intervals
      .map(([from, to]) => [minutesOf(from), minutesOf(to) <= minutesOf(from) ? 1440 : minutesOf(to)] as const)
      .toSorted(([a], [b]) => a - b)
    for (const [opens, closes] of spans) {
      const from = Math.max(opens, polite.from, ahead === 0 ? soonest : 0)
      const to = Math.min(closes, polite.to, from + longestMinutes)
      if (to - from >= shortestMinutes) return windowOn(date, from, to, location)
    }
  }
  return null
}

function windowOn(date: LocalDate, from: number, to: number, { locationId, timeZone }: LocationFacts): CallbackWindow {
  const at = (minute: number) => instantAt({ ...date, minute }, timeZone).toISOString()
  return {
    ...{ locationId, timeZone, day: isoDay(date), from: clock(from), to: clock(to) },
    ...{ fromAt: at(from), toAt: at(to) },
  }
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "on Monday, November 23, between 9:00 AM and 11:00 AM"; today and tomorrow by those names. */
export function windowText(window: CallbackWindow, lang: string, country: string, now: Date): string {
  const locale = localeOf(lang, country)
  const { timeZone, fromAt, toAt } = window
  const format = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' })
  const time = (instant: string) => format.format(new Date(instant)).replace(/[\u202f\u00a0]/g, ' ')
  const filled = say('callback', lang, { day: dayText(window, locale, lang, now), from: time(fromAt), to: time(toAt) })
  // It stands within a sentence.
  return filled.charAt(0).toLocaleLowerCase(lang) + filled.slice(1)
}

function dayText({ day, timeZone, fromAt }: CallbackWindow, locale: string, lang: string, now: Date): string {
  const today = localTime(now, timeZone)
  for (const ahead of [0, 1])
    if (isoDay(addDays(today, ahead)) === day)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ahead, 'day')
  const date = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const text = date.format(new Date(fromAt))
  return lang === 'es' ? `el ${text}` : lang === 'ar' ? `يوم ${text}` : `on ${text}`
}
