import { weekdays } from '../evidence/calendar-words.ts'
import { type Evidence, type FactEvidence, fold } from '../evidence/index.ts'
import type { Fact, LocationFacts, Weekday } from '../location-facts.ts'
import { words } from '../text/index.ts'
import { addDays, isoDay, type LocalDate, localTime, yearlyDay } from './local-time.ts'
import { hoursOn, openAt, usable } from './schedule.ts'
import { isRule } from './weekday-rules.ts'
import { dateText, hoursText, labelOf, phrases, say, timeText, tongueOf, weekdayText } from './speech.ts'
import type { Day } from './which-day.ts'

export interface FactSentence {
  text: string
  evidence: Evidence
}

export interface Setting {
  lang: string
  now: Date
  location: LocationFacts
}

export function evidenceOf(fact: Fact<unknown>, name: string, lang: string): FactEvidence {
  return { factId: fact.id, label: labelOf(name, lang), ...(fact.quote === undefined ? {} : { quote: fact.quote }) }
}

function computed(what: string, facts: readonly Fact<unknown>[], { lang, now, location }: Setting): Evidence {
  const name = (fact: Fact<unknown>) => (location.exceptions.some((e) => e.id === fact.id) ? 'exceptions' : 'hours')
  return {
    kind: 'computed',
    what,
    facts: facts.map((fact) => evidenceOf(fact, name(fact), lang)),
    at: now.toISOString(),
    timeZone: location.timeZone,
  }
}

/** "Are you open now?": from the wall clock of the location. */
export function sayOpenNow(setting: Setting): FactSentence | null {
  const { lang, now, location } = setting
  const state = openAt(now, location)
  if (state === null) return null
  const evidence = computed('open-now', state.facts, setting)
  const time = state.change === null ? '' : timeText(state.change.time, lang, location)
  if (state.open)
    return { text: state.change === null ? say('openAlways', lang) : say('openUntil', lang, { time }), evidence }
  const label =
    state.today.kind === 'known' && state.today.exception !== null && state.today.intervals.length === 0
      ? state.today.exception
      : ''
  const closed = label === '' ? '' : say('closedNowWhy', lang, { label })
  if (state.change === null) return { text: closed === '' ? say('closedNow', lang) : closed, evidence }
  const day = dayName(state.change.date, state.change.daysAhead, setting)
  const text = say('closedUntil', lang, { day, time })
  return { text: closed === '' ? text : `${closed} ${text.slice(text.indexOf('. ') + 2)}`, evidence }
}

function dayName(date: LocalDate, ahead: number, { lang, location }: Setting): string {
  if (ahead === 0) return new Intl.RelativeTimeFormat(tongueOf(lang), { numeric: 'auto' }).format(0, 'day')
  if (ahead === 1) return new Intl.RelativeTimeFormat(tongueOf(lang), { numeric: 'auto' }).format(1, 'day')
  const text = dateText(date, lang, location)
  return lang === 'es' ? `el ${text}` : lang === 'ar' ? `يوم ${text}` : `on ${text}`
}

export function sayDate(date: LocalDate, setting: Setting): FactSentence | null {
  const { lang, location } = setting
  const day = hoursOn(date, location)
  if (day.kind === 'unknown') return null
  const label = day.exception === null || day.exception === '' ? '' : ` (${day.exception})`
  const text = dateText(date, lang, location)
  const Day = `${lang === 'es' ? `el ${text}` : lang === 'ar' ? `يوم ${text}` : `on ${text}`}${label}`
  const hours = hoursText(day.intervals, lang, location)
  return {
    text: day.intervals.length === 0 ? say('dayClosed', lang, { Day }) : say('dayOpen', lang, { Day, hours }),
    evidence: computed('hours-on-date', day.from, setting),
  }
}

export function sayWeekdays(days: readonly Weekday[], setting: Setting): FactSentence[] {
  const { lang, location } = setting
  const week = usable(location.hours)[0]
  if (week === undefined || days.some((day) => week.value[day] === undefined)) return []
  // "First Saturday of the month" is better quoted than left out of "on Saturdays".
  if (
    usable(location.exceptions).some(
      ({ value }) => isRule(value.date) && days.some((day) => value.date.startsWith(day)),
    )
  )
    return []
  const sentences: FactSentence[] = groupsOf(days, week).map(({ from, to, intervals }) => {
    const Day = daysText(from, to, lang)
    const hours = hoursText(intervals, lang, location)
    const text = intervals.length === 0 ? say('dayClosed', lang, { Day }) : say('dayOpen', lang, { Day, hours })
    return { text, evidence: { kind: 'fact', ...evidenceOf(week, 'hours', lang) } }
  })
  const soon = upcomingException(days, setting)
  if (soon !== null) sentences.push(soon)
  return sentences.slice(0, 3)
}

/** "And on Sundays?" asked in a week whose Sunday is a holiday: the exception is worth its sentence. */
function upcomingException(days: readonly Weekday[], setting: Setting): FactSentence | null {
  if (days.length !== 1) return null
  const local = localTime(setting.now, setting.location.timeZone)
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const date = addDays(local, ahead)
    const exception = usable(setting.location.exceptions).find(
      (e) => e.value.date === isoDay(date) || e.value.date === yearlyDay(date),
    )
    if (
      exception !== undefined &&
      days.includes(weekdays[(new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay() + 6) % 7] ?? 'mon')
    )
      return sayDate(date, setting)
  }
  return null
}

export function sayWeek(setting: Setting): FactSentence | null {
  const { lang, location } = setting
  const week = usable(location.hours)[0]
  if (week === undefined) return null
  const known = weekdays.filter((day) => week.value[day] !== undefined)
  if (known.length === 0) return null
  const list = groupsOf(known, week)
    .map(
      ({ from, to, intervals }) =>
        `${spanText(from, to, lang)} ${intervals.length === 0 ? phrases.closed[tongueOf(lang)] : hoursText(intervals, lang, location)}`,
    )
    .join(lang === 'ar' ? '؛ ' : '; ')
  return { text: say('week', lang, { list }), evidence: { kind: 'fact', ...evidenceOf(week, 'hours', lang) } }
}

export function sayHolidays(setting: Setting): FactSentence | null {
  const { lang, location, now } = setting
  const local = localTime(now, location.timeZone)
  const known = usable(location.exceptions)
    .filter((e) => !isRule(e.value.date) && (e.value.date.length === 5 || e.value.date >= isoDay(local)))
    .slice(0, 8)
  if (known.length === 0) return null
  const list = known.flatMap((e) => {
    const [month, day] = e.value.date.slice(-5).split('-').map(Number)
    const name =
      e.value.label === ''
        ? new Intl.DateTimeFormat(tongueOf(lang), { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
            new Date(Date.UTC(2024, (month ?? 1) - 1, day ?? 1)),
          )
        : e.value.label
    const shown = e.value.withinWeek === true ? clipped(e.value.date, local, location) : e.value.intervals
    if (shown === null) return []
    return [`${name}: ${shown.length === 0 ? phrases.closed[tongueOf(lang)] : hoursText(shown, lang, location)}`]
  })
  if (list.length === 0) return null
  return {
    text: say('exceptions', lang, { list: list.join(lang === 'ar' ? '؛ ' : '; ') }),
    evidence: computed('holiday-hours', known, setting),
  }
}

/** What is left of an ordinary day on the next such date. */
function clipped(date: string, local: LocalDate, location: LocationFacts) {
  const [month = 1, day = 1] = date.slice(-5).split('-').map(Number)
  const year = date.length > 5 ? Number(date.slice(0, 4)) : local.year
  const hours = hoursOn({ year, month, day }, location)
  return hours.kind === 'known' ? hours.intervals : null
}

function groupsOf(days: readonly Weekday[], week: LocationFacts['hours'][number]) {
  const groups: { from: Weekday; to: Weekday; intervals: readonly (readonly [string, string])[] }[] = []
  for (const day of days) {
    const intervals = week.value[day] ?? []
    const last = groups.at(-1)
    const follows = last !== undefined && weekdays.indexOf(day) === weekdays.indexOf(last.to) + 1
    if (last !== undefined && follows && JSON.stringify(last.intervals) === JSON.stringify(intervals)) last.to = day
    else groups.push({ from: day, to: day, intervals })
  }
  return groups
}

/** "On Sundays", "from Monday to Friday": as a sentence begins. */
function daysText(from: Weekday, to: Weekday, lang: string): string {
  const [a, b] = [weekdayText(from, lang), weekdayText(to, lang)]
  if (from === to)
    return lang === 'es'
      ? `los ${a.endsWith('s') ? a : `${a}s`}`
      : lang === 'ar'
        ? `أيام ${a.replace(/^يوم /, '')}`
        : `on ${a}s`
  return lang === 'es' ? `de ${a} a ${b}` : lang === 'ar' ? `من ${a} إلى ${b}` : `from ${a} to ${b}`
}

function spanText(from: Weekday, to: Weekday, lang: string): string {
  const [a, b] = [weekdayText(from, lang), weekdayText(to, lang)]
  return from === to ? a : lang === 'es' ? `de ${a} a ${b}` : lang === 'ar' ? `من ${a} إلى ${b}` : `${a} to ${b}`
}

export function sayDays(days: readonly Day[], setting: Setting): FactSentence[] {
  return days
    .flatMap((day): FactSentence[] => {
      switch (day.kind) {
        case 'now':
          return [sayOpenNow(setting)].filter((s) => s !== null)
        case 'date':
          return [sayDate(day.date, setting)].filter((s) => s !== null)
        case 'weekdays':
          return sayWeekdays(day.days, setting)
        default: {
          const never: never = day
          return never
        }
      }
    })
    .slice(0, 3)
}

/** "Today, it is Ramadan": what the asked day is called is no further condition. */
export function occasionsOf(days: readonly Day[], location: LocationFacts): string[] {
  const asked = days.flatMap((day) => (day.kind === 'date' ? [isoDay(day.date), yearlyDay(day.date)] : []))
  return usable(location.exceptions)
    .filter(({ value }) => asked.includes(value.date))
    .flatMap(({ value }) => words(value.label).map((word) => fold(word.text)))
}
