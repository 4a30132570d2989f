import { headedCells } from '../answer/present.ts'
import { datesIn, daySpansIn } from '../evidence/calendar-words.ts'
import { timesIn } from '../evidence/clock-times.ts'
import { fold, foldShapes } from '../evidence/index.ts'
import type { HoursException } from '../location-facts.ts'
import { holidaysIn } from './holidays.ts'
import { addDays, isoDay, type LocalDate, weekdayOf, yearlyDay } from './local-time.ts'
import { closedWords, isOfTheDoor, rangesIn } from './read-hours.ts'
import { weekdayRulesIn } from './weekday-rules.ts'

/** `place`: of a table with a column for each place; the label names it. */
export type FoundException = HoursException & { place?: true }

/** "When: 1 December; Office: 8:00 – 13:00": the days stand in one cell, what they bring in the others. */
function rowExceptions(text: string, lang: string, years: readonly number[]): FoundException[] {
  const cells = headedCells(text)
  const when =
    cells.find(({ cell }) => datesIn(fold(cell), lang).length > 0) ??
    cells.find(({ cell }) => holidaysIn(fold(cell)).length > 0)
  if (when === undefined) return []
  const states = cells.flatMap(({ header, cell }) => {
    const hours = cell === when.cell ? null : hoursIn(fold(cell), true)
    return hours === null ? [] : [{ header, hours }]
  })
  const named = cells.find((one) => one !== when && !states.some((state) => state.header === one.header))?.cell ?? ''
  const aside =
    /\(([^)\d]+)\)/u.exec(when.cell)?.[1] ??
    /^([\p{L} ]{3,40}?) ?\(/u.exec(when.cell)?.[1] ??
    (named.length <= 40 ? named : '')
  return states.flatMap(({ header, hours }) =>
    daysOf(when.cell, lang, years).map((date): FoundException =>
      states.length > 1 ? { date, label: header, place: true, ...hours } : { date, label: aside, ...hours },
    ),
  )
}

/** The days of a cell: "2 and 3 December 2026", "8 February to 9 March 2027, Monday to Thursday", "Christmas Day". */
function daysOf(cell: string, lang: string, years: readonly number[]): string[] {
  const folded = fold(cell)
  const twin = folded
    .replace(
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?( ?(?:and|y|و|-|to|al?) ?)(\d{1,2})(?:st|nd|rd|th)?( (?:de )?\p{L}{3,}(?:,? (?:de )?\d{4})?)/u,
      '$1$4$2$3$4',
    )
    .replace(
      /(\p{L}{3,}) (\d{1,2})(?:st|nd|rd|th)?( ?(?:and|-|to) ?)(\d{1,2})(?:st|nd|rd|th)?(, \d{4})/u,
      '$1 $2$5$3$1 $4$5',
    )
  const dates = datesIn(twin, lang)
  const year = dates.find((date) => date.year !== undefined)?.year
  const [from, to] = dates
  const span = from === undefined || to === undefined ? '' : twin.slice(from.end, to.start)
  if (
    from !== undefined &&
    to !== undefined &&
    year !== undefined &&
    /^\s*(?:-|to|until|through|al?|hasta(?: el)?|الي|حتي)\s*$/u.test(span)
  ) {
    const wanted = daySpansIn(foldShapes(cell)).flatMap((one) => one.days)
    return between({ ...from, year: from.year ?? year }, { ...to, year: to.year ?? year })
      .filter((day) => wanted.length === 0 || wanted.includes(weekdayOf(day)))
      .map(isoDay)
  }
  const written = dates.map((date) => {
    const of = date.year ?? year
    return of === undefined
      ? yearlyDay({ year: 0, month: date.month, day: date.day })
      : isoDay({ year: of, month: date.month, day: date.day })
  })
  return written.length > 0 ? written : holidaysIn(folded).flatMap((holiday) => datesOf(holiday.inYear, years))
}

const longestSpan = 60

function between(from: LocalDate, to: LocalDate): LocalDate[] {
  const out: LocalDate[] = []
  for (let day = from; out.length < longestSpan && isoDay(day) <= isoDay(to); day = addDays(day, 1)) out.push(day)
  return out
}

/** Days on which a clause says "closed" or gives other hours. A feast that moves is dated for the `years` asked for. */
export function exceptionsIn(text: string, lang: string, years: readonly number[], heading = ''): FoundException[] {
  const row = rowExceptions(text, lang, years)
  if (row.length > 0) return row
  const folded = fold(text)
  const holidays = holidaysIn(folded)
  const dates = datesIn(folded, lang).filter((d) => !holidays.some((h) => h.start < d.end && d.start < h.end))
  const rules = weekdayRulesIn(text)
  if (holidays.length + dates.length + rules.length === 0) return []
  const out: FoundException[] = []
  for (const clause of clausesOf(folded)) {
    const within = (at: { start: number; end: number }) => at.start >= clause.start && at.end <= clause.end
    const words = folded.slice(clause.start, clause.end)
    const hours = hoursIn(words, false)
    if (hours === null) continue
    // “Until 5 pm” may be said of anything.
    if (hours.withinWeek === true && !isOfTheDoor(words, heading) && !ofDoors.test(words)) continue
    for (const holiday of holidays.filter(within)) {
      const label = titleOf(text, holiday.name)
      for (const date of datesOf(holiday.inYear, years)) out.push({ date, label, ...hours })
    }
    for (const date of dates.filter(within)) {
      const day: LocalDate = { year: date.year ?? 0, month: date.month, day: date.day }
      out.push({ date: date.year === undefined ? yearlyDay(day) : isoDay(day), label: '', ...hours })
    }
    for (const rule of rules.filter(within)) {
      const beside = `${folded.slice(clause.start, rule.start)} ${folded.slice(rule.end, clause.end)}`
      if (!isOfTheDoor(words, heading) && /\p{L}{3}/u.test(beside.replace(joiners, ' '))) continue
      const label = titleOf(text, folded.slice(rule.start, rule.end))
      for (const date of rule.rules) out.push({ date, label, ...hours })
    }
  }
  return out
}

/** What a clause or a cell brings: its ranges, one end of the day that is moved, or nothing at all. */
function hoursIn(folded: string, isCell: boolean): Pick<HoursException, 'intervals' | 'withinWeek'> | null {
  const ranges = rangesIn(folded).flatMap((mark) => (mark.kind === 'times' ? [mark.interval] : []))
  if (ranges.length > 0) return { intervals: ranges }
  const [time, second] = timesIn(folded)
  if (time !== undefined && second === undefined) {
    const before = folded.slice(0, time.start)
    const at = time.sure || time.at >= '08:00' ? time.at : afternoon(time.at)
    if (ends.test(before)) return { intervals: [['00:00', at]], withinWeek: true }
    if (begins.test(before)) return { intervals: [[time.at, '24:00']], withinWeek: true }
  }
  const closed = folded.search(closedWords)
  return closed === 0 || (closed > 0 && !isCell) ? { intervals: [] } : null
}

const afternoon = (time: string) => `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`
const ends =
  /(?:clos(?:e|es|ed|ing)(?: early)?|until|till|cerramos|cierra|cierre|cerrados?|hasta|نغلق|يغلق|الاغلاق|مغلق|حتي)(?: temprano| مبكرا)?(?: (?:at|from|after|a|desde|a partir de|من|في|عند))?\s*$/u
const begins =
  /(?:open(?:s|ing)?(?: late)?|abrimos|abre|apertura|abiertos?|نفتح|يفتح)(?: tarde| متاخرا)?(?: (?:at|from|after|a|desde|a partir de|من|في|عند))?\s*$/u

const ofDoors = /\b(?:open|clos|abr|cerr|cierr)|فتح|غلق|اغلاق/u

/** All that stands beside a bare line of hours. */
const joiners = /(?<!\p{L})(?:from|the|las|los|until|hasta|الي|حتي|الساعه|صباحا|مساء|ظهرا)(?!\p{L})/gu

function clausesOf(folded: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = []
  for (const m of folded.matchAll(/[^;\n]+/g)) out.push({ start: m.index, end: m.index + m[0].length })
  return out
}

function datesOf(inYear: (year: number) => LocalDate, years: readonly number[]): string[] {
  const [a, b] = [inYear(2025), inYear(2026)]
  return a.month === b.month && a.day === b.day ? [yearlyDay(a)] : years.map((year) => isoDay(inYear(year)))
}

/** The name as it is written on the page where that can be told, else capitalised. */
function titleOf(text: string, name: string): string {
  const at = text.toLowerCase().indexOf(name)
  return at >= 0 ? text.slice(at, at + name.length) : name.replace(/(^|\s)\p{L}/gu, (c) => c.toUpperCase())
}
