import { datesIn, dayWordsIn, weekdays } from '../evidence/calendar-words.ts'
import { fold, foldShapes } from '../evidence/index.ts'
import type { Weekday } from '../location-facts.ts'
import { holidaysIn } from './holidays.ts'
import { addDays, type LocalDate, weekdayOf } from './local-time.ts'

/** The days a question speaks of. `weekday`: as a rule ("on Sundays"); `date`: one day of the calendar. */
export type Day =
  | { kind: 'now' }
  | { kind: 'date'; date: LocalDate; said: 'today' | 'tomorrow' | 'date' | 'holiday' }
  | { kind: 'weekdays'; days: readonly Weekday[] }

const now =
  /\b(?:now|right now|currently|at the moment|still open|open yet|ahora|ahorita|en este momento|todavia|aun)\b|الان|حاليا|هلا|دلوقتي|هسه|الحين/u
const today =
  /\b(?:today|tonight|2day|this (?:morning|afternoon|evening)|hoy|esta (?:tarde|noche|manana))\b|اليوم(?! (?:الاول|التالي))|الليله/u
const tomorrow =
  /\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|2moro)\b|(?<!(?:la|de|por|esta|cada) )\bmanana\b(?! (?:por la|en la) )|\bmanana por la (?:manana|tarde)|(?:^|\s)(?:غدا|بكرا|بكره|غد)(?!\p{L})/u
const dayAfter = /\bday after tomorrow\b|\bpasado manana\b|بعد (?:غد|بكرا|بكره)/u
const weekend = /\bweekends?\b|\bfin(?:es)? de semana\b|نهايه الاسبوع|الويكند/u
const workdays = /\bweekdays?\b|\bentre semana\b|\bdias (?:laborables|habiles)\b|ايام الاسبوع/u
const slips: [RegExp, string][] = [
  [/\b(?:sundya|sundey|sunady|sudnay|suday|sundays)\b/g, 'sunday'],
  [/\b(?:saterday|saturdy|satuday|saturaday|satruday|saturdays|sats)\b/g, 'saturday'],
  [/\b(?:wensday|wedensday|wednsday|wendesday|wednesdays)\b/g, 'wednesday'],
  [/\b(?:thurday|thrusday|thursdy|thursdays)\b/g, 'thursday'],
  [/\b(?:tusday|teusday|tuseday|tuesdays)\b/g, 'tuesday'],
  [/\b(?:firday|fryday|fridays)\b/g, 'friday'],
  [/\b(?:monady|munday|mondays)\b/g, 'monday'],
  [/\b(?:domigo|dominogs?)\b/g, 'domingo'],
  [/\b(?:savado|sabdo)s?\b/g, 'sabado'],
  [/\b(?:decmber|decemeber|desember)\b/g, 'december'],
  [/\b(?:chirstmas|cristmas|chritmas|christmass)\b/g, 'christmas'],
  [/\bsun\b/g, 'sunday'],
  [/\bsat\b/g, 'saturday'],
  [/\bwed\b/g, 'wednesday'],
  [/\bmon\b/g, 'monday'],
  [/\bthu\b/g, 'thursday'],
]

/** The days of a question, read against the location's own today. Empty when it names none. */
export function daysAsked(question: string, lang: string, local: LocalDate): Day[] {
  const folded = slips.reduce((text, [slip, right]) => text.replace(slip, right), fold(question))
  const found: Day[] = []
  const holidays = holidaysIn(folded)
  for (const holiday of holidays) found.push({ kind: 'date', date: upcoming(holiday.inYear, local), said: 'holiday' })
  for (const written of datesIn(folded, lang)) {
    if (holidays.some((h) => h.start < written.end && written.start < h.end)) continue
    const inYear = (year: number): LocalDate => ({ year, month: written.month, day: written.day })
    found.push({
      kind: 'date',
      date: written.year === undefined ? upcoming(inYear, local) : inYear(written.year),
      said: 'date',
    })
  }
  if (found.length > 0) return unique(found)
  if (dayAfter.test(folded)) return [{ kind: 'date', date: addDays(local, 2), said: 'date' }]
  const named = dayWordsIn(foldShapes(folded)).map((word) => word.day)
  if (named.length > 0) {
    const days = [...new Set(named)].toSorted((a, b) => weekdays.indexOf(a) - weekdays.indexOf(b))
    const one = days[0]
    if (days.length === 1 && one !== undefined && isOneDay(folded))
      return [{ kind: 'date', date: nextWeekday(one, local), said: 'date' }]
    return [{ kind: 'weekdays', days }]
  }
  if (weekend.test(folded)) return [{ kind: 'weekdays', days: ['sat', 'sun'] }]
  if (workdays.test(folded)) return [{ kind: 'weekdays', days: ['mon', 'tue', 'wed', 'thu', 'fri'] }]
  if (tomorrow.test(folded)) return [{ kind: 'date', date: addDays(local, 1), said: 'tomorrow' }]
  if (now.test(folded)) return [{ kind: 'now' }]
  if (today.test(folded))
    return [{ kind: 'date', date: { year: local.year, month: local.month, day: local.day }, said: 'today' }]
  return []
}

const isOneDay = (folded: string) =>
  /\b(?:this|next|coming|este|esta|proximo|que viene)\b|هذا|القادم|الجاي/u.test(folded)

function nextWeekday(day: Weekday, local: LocalDate): LocalDate {
  let date = local
  while (weekdayOf(date) !== day) date = addDays(date, 1)
  return { year: date.year, month: date.month, day: date.day }
}

function upcoming(inYear: (year: number) => LocalDate, local: LocalDate): LocalDate {
  const date = inYear(local.year)
  const past = date.month < local.month || (date.month === local.month && date.day < local.day)
  return past ? inYear(local.year + 1) : date
}

function unique(days: Day[]): Day[] {
  return days.filter((day, i) => days.findIndex((other) => JSON.stringify(other) === JSON.stringify(day)) === i)
}
