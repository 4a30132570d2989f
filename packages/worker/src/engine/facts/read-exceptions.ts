import { datesIn } from '../evidence/calendar-words.ts'
import { fold } from '../evidence/index.ts'
import type { HoursException, Interval } from '../location-facts.ts'
import { holidaysIn } from './holidays.ts'
import { isoDay, type LocalDate, yearlyDay } from './local-time.ts'
import { closedWords, rangesIn } from './read-hours.ts'

/** Days on which a clause says "closed" or gives other hours. A feast that moves is dated for the `years` asked for. */
export function exceptionsIn(text: string, lang: string, years: readonly number[]): HoursException[] {
  const folded = fold(text)
  const holidays = holidaysIn(folded)
  const dates = datesIn(folded, lang).filter((d) => !holidays.some((h) => h.start < d.end && d.start < h.end))
  if (holidays.length + dates.length === 0) return []
  const out: HoursException[] = []
  for (const clause of clausesOf(folded)) {
    const within = (at: { start: number; end: number }) => at.start >= clause.start && at.end <= clause.end
    const words = folded.slice(clause.start, clause.end)
    const ranges = rangesIn(words).flatMap((mark) => (mark.kind === 'times' ? [mark.interval] : []))
    const isClosed = words.search(closedWords) >= 0
    if (ranges.length === 0 && !isClosed) continue
    const intervals: readonly Interval[] = isClosed && ranges.length === 0 ? [] : ranges
    for (const holiday of holidays.filter(within)) {
      const label = titleOf(text, holiday.name)
      for (const date of datesOf(holiday.inYear, years)) out.push({ date, intervals, label })
    }
    for (const date of dates.filter(within)) {
      const day: LocalDate = { year: date.year ?? 0, month: date.month, day: date.day }
      out.push({ date: date.year === undefined ? yearlyDay(day) : isoDay(day), intervals, label: '' })
    }
  }
  return out
}

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
