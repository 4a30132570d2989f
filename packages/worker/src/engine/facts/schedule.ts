import type { Fact, HoursException, Interval, LocationFacts, WeeklyHours } from '../location-facts.ts'
import { isRule, rulesOf } from './weekday-rules.ts'
import { addDays, isoDay, type LocalDate, localTime, minutesOf, weekdayOf, yearlyDay } from './local-time.ts'

/** The hours of one day, and the facts that say so. */
export type DayHours =
  | {
      kind: 'known'
      intervals: readonly Interval[]
      from: (Fact<WeeklyHours> | Fact<HoursException>)[]
      exception: string | null
    }
  | { kind: 'unknown' }

/** Only what the owner confirmed, or what stands word for word on a page. */
export function usable<T>(facts: readonly Fact<T>[]): Fact<T>[] {
  const fit = facts.filter((fact) => fact.state === 'confirmed' || fact.quote !== undefined)
  return [...fit.filter((f) => f.state === 'confirmed'), ...fit.filter((f) => f.state !== 'confirmed')]
}

/** A dated exception beats a yearly one, which beats a rule such as the first Saturday of the month, which beats the week. */
export function hoursOn(date: LocalDate, location: LocationFacts): DayHours {
  const exceptions = usable(location.exceptions)
  const exception =
    exceptions.find((e) => e.value.date === isoDay(date)) ?? exceptions.find((e) => e.value.date === yearlyDay(date))
  const weekday = weekdayOf(date)
  const week = usable(location.hours).find((h) => h.value[weekday] !== undefined)
  const intervals = week?.value[weekday]
  if (exception?.value.withinWeek === true) {
    if (week === undefined || intervals === undefined) return { kind: 'unknown' }
    const left = intervals.flatMap((usual) => exception.value.intervals.flatMap((kept) => shared(usual, kept)))
    return { kind: 'known', intervals: left, from: [exception, week], exception: exception.value.label }
  }
  if (exception !== undefined)
    return { kind: 'known', intervals: exception.value.intervals, from: [exception], exception: exception.value.label }
  const rule = ruleFor(date, location, week)
  if (rule !== undefined) return rule
  return week === undefined || intervals === undefined
    ? { kind: 'unknown' }
    : { kind: 'known', intervals, from: [week], exception: null }
}

/** What two stretches of a day have in common. */
function shared(a: Interval, b: Interval): Interval[] {
  const from = a[0] > b[0] ? a[0] : b[0]
  const to = a[1] < b[1] ? a[1] : b[1]
  return from < to ? [[from, to]] : []
}

/** Of a weekday with such a rule the others are closed. A week of another document, open on that day, is not its week. */
function ruleFor(date: LocalDate, location: LocationFacts, week: Fact<WeeklyHours> | undefined): DayHours | undefined {
  const day = weekdayOf(date)
  const isOpen = (week?.value[day]?.length ?? 0) > 0
  const rules = usable(location.exceptions).filter(
    (e) =>
      isRule(e.value.date) &&
      e.value.date.startsWith(day) &&
      (!isOpen || e.value.intervals.length === 0 || e.quote?.documentId === week?.quote?.documentId),
  )
  const today = rulesOf(date)
  const rule = rules.find((e) => today.includes(e.value.date))
  if (rule !== undefined)
    return { kind: 'known', intervals: rule.value.intervals, from: [rule], exception: rule.value.label }
  const opening = rules.find((e) => e.value.intervals.length > 0)
  return isOpen || opening === undefined
    ? undefined
    : { kind: 'known', intervals: [], from: [opening], exception: null }
}

export interface OpenState {
  open: boolean
  /** Open: when it closes. Closed: when it next opens, within two weeks; null when that is not known. */
  change: { date: LocalDate; time: string; daysAhead: number } | null
  today: DayHours
  facts: (Fact<WeeklyHours> | Fact<HoursException>)[]
}

/**
 * Whether the location is open at an instant, by its wall clock: an interval that ends at or before its start runs over
 * midnight. Reading the wall clock from the zone makes the days of a clock change come out right.
 */
export function openAt(now: Date, location: LocationFacts): OpenState | null {
  const local = localTime(now, location.timeZone)
  const today = hoursOn(local, location)
  const yesterday = hoursOn(addDays(local, -1), location)
  if (yesterday.kind === 'known') {
    for (const [from, to] of yesterday.intervals) {
      const end = minutesOf(to)
      if (end <= minutesOf(from) && end > 0 && local.minute < end) {
        return { open: true, change: { date: local, time: to, daysAhead: 0 }, today, facts: yesterday.from }
      }
    }
  }
  if (today.kind === 'unknown') return null
  for (const [from, to] of today.intervals) {
    const start = minutesOf(from)
    const end = minutesOf(to) <= start ? minutesOf(to) + 1440 : minutesOf(to)
    if (local.minute < start || local.minute >= end) continue
    const always = start === 0 && end === 1440
    return { open: true, change: always ? null : { date: local, time: to, daysAhead: 0 }, today, facts: today.from }
  }
  const next = nextOpening(local, location)
  return { open: false, change: next?.at ?? null, today, facts: [...new Set([...today.from, ...(next?.facts ?? [])])] }
}

function nextOpening(local: LocalDate & { minute: number }, location: LocationFacts) {
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    const date = addDays(local, ahead)
    const day = hoursOn(date, location)
    if (day.kind === 'unknown') return null
    const starts = day.intervals
      .map(([from]) => from)
      .filter((from) => ahead > 0 || minutesOf(from) > local.minute)
      .toSorted()
    const time = starts[0]
    if (time !== undefined) return { at: { date, time, daysAhead: ahead }, facts: day.from }
  }
  return null
}
