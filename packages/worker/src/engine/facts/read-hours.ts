import { headedCells } from '../answer/present.ts'
import { datesIn, daySpansIn, weekdays } from '../evidence/calendar-words.ts'
import { timesIn } from '../evidence/clock-times.ts'
import { fold, foldShapes } from '../evidence/index.ts'
import type { Interval, Weekday, WeeklyHours } from '../location-facts.ts'
import { minutesOf } from './local-time.ts'

type Mark = { at: number; end: number } & (
  | { kind: 'days'; days: readonly Weekday[] }
  | { kind: 'times'; interval: Interval }
  | { kind: 'closed' }
)

const closed = /(?<!\p{L})(?:closed|cerrad[oa]s?|cerramos|مغلق(?:ون|ين|ه)?|عطله|اجازه)(?!\p{L})/gu
const allDay =
  /(?<!\p{L})(?:24 ?(?:hours|hrs|h)|open 24|24\/7|las 24 horas|علي مدار (?:ال)?24? ?(?:ال)?ساعه|24 ساعه)(?!\p{L})/gu
const about =
  /\b(?:hours?|open|opening|business hours|horario|abrimos|abiertos?|abre|atendemos|atencion)\b|ساعات|دوام|مفتوح|نعمل|نفتح|اوقات|مواعيد العمل/u
/** Times that are not when the door is open. */
const other =
  /\b(?:emergenc|after[- ]hours|24\/7|delivery|happy hour|breakfast|lunch special|appointments? (?:window|slot)s?|class|seminar|webinar|event|sale ends|urgenc)|طوارئ|طواري/u

/** Not every week: a feast, a month of fasting, the first Saturday of the month. */
const special =
  /\b(?:ramadan|eid|holidays?|festivos?|feriados?)\b|رمضان|العيد|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th|every other|alternate|primer|segundo|tercer|ultimo) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:primer|segundo|tercer|ultimo) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|\bof (?:the|each|every) month\b|\bdel mes\b/u

/** Columns of a table's row that state hours: with more than one, each is of something else. */
function columnsOfHours(text: string): number {
  return headedCells(text).filter(({ cell }) => {
    const lower = foldShapes(cell).toLowerCase()
    return intervals(lower).length > 0 || lower.search(closed) >= 0
  }).length
}

/** Weekly hours that a line or a sentence states, or null. Bare "8 to 5" is read as business hours. */
export function weekIn(text: string, heading = ''): WeeklyHours | null {
  const shaped = foldShapes(text)
  const lower = shaped.toLowerCase()
  if (other.test(lower.replace(/open 24\/7/g, ''))) return null
  if (special.test(lower) || columnsOfHours(text) > 1 || datesIn(lower, 'en').length > 0) return null
  const marks = [...days(shaped), ...intervals(lower), ...found(lower, closed), ...allDays(lower)].toSorted(
    (a, b) => a.at - b.at,
  )
  if (!marks.some((m) => m.kind === 'days') || !marks.some((m) => m.kind !== 'days')) return null
  if (!about.test(lower) && !about.test(fold(heading)) && !isMostly(lower, marks)) return null
  return assemble(marks)
}

function assemble(marks: readonly Mark[]): WeeklyHours | null {
  const week: Partial<Record<Weekday, Interval[]>> = {}
  let current: Weekday[] = []
  let filled = false
  let closing = false
  for (const mark of marks) {
    switch (mark.kind) {
      case 'days':
        if (closing) {
          for (const day of mark.days) week[day] ??= []
          continue
        }
        if (filled) [current, filled] = [[], false]
        current = [...current, ...mark.days]
        break
      case 'times':
        closing = false
        if (current.length === 0) continue
        for (const day of current) week[day] = [...(week[day] ?? []), mark.interval]
        filled = true
        break
      case 'closed':
        if (current.length > 0 && !filled) {
          for (const day of current) week[day] = []
          filled = true
        } else closing = true
        break
      default: {
        const never: never = mark
        return never
      }
    }
  }
  return Object.keys(week).length === 0 ? null : week
}

const days = (shaped: string): Mark[] =>
  daySpansIn(shaped).map((span) => ({ kind: 'days', days: span.days, at: span.start, end: span.end }))
const found = (lower: string, pattern: RegExp): Mark[] =>
  [...lower.matchAll(pattern)].map((m) => ({ kind: 'closed', at: m.index, end: m.index + m[0].length }))
const allDays = (lower: string): Mark[] =>
  [...lower.matchAll(allDay)].map((m) => ({
    kind: 'times',
    interval: ['00:00', '24:00'],
    at: m.index,
    end: m.index + m[0].length,
  }))

const joins = /^\s*(?:-|to|until|till|a|a las|al|hasta(?: las)?|y las|الي(?: الساعه)?|حتي(?: الساعه)?|and)\s*$/u
const two = (n: number) => String(n).padStart(2, '0')

function intervals(lower: string): Mark[] {
  const times = timesIn(lower)
  const out: Mark[] = []
  for (let i = 0; i + 1 < times.length; i += 1) {
    const [from, to] = [times[i], times[i + 1]]
    if (from === undefined || to === undefined || !joins.test(lower.slice(from.end, to.start))) continue
    out.push({ kind: 'times', interval: [from.at, later(from.at, to.at, to.sure)], at: from.start, end: to.end })
    i += 1
  }
  if (out.length > 0) return out
  for (const m of lower.matchAll(/(?<![\d:.,$€£/-])(\d{1,2})\s*(?:-|to|a|الي)\s*(\d{1,2})(?!\d|[:%/-]|[.,]\d)/gu)) {
    const [from, to] = [Number(m[1]), Number(m[2])]
    if (from < 5 || from > 12 || to < 1 || to > 24) continue
    out.push({
      kind: 'times',
      interval: [`${two(from)}:00`, later(`${two(from)}:00`, `${two(to)}:00`, to > 12)],
      at: m.index,
      end: m.index + m[0].length,
    })
  }
  return out
}

/** "9:00 to 5:00" ends in the afternoon. */
function later(from: string, to: string, sure: boolean): string {
  if (sure || minutesOf(to) > minutesOf(from) || minutesOf(to) >= 720) return to
  return `${two(Number(to.slice(0, 2)) + 12)}${to.slice(2)}`
}

/** Little else than days and times: a line of a table of hours. */
function isMostly(lower: string, marks: readonly Mark[]): boolean {
  let rest = lower
  for (const mark of marks.toReversed()) rest = `${rest.slice(0, mark.at)} ${rest.slice(mark.end)}`
  return (
    (rest.match(/\p{L}{2,}/gu) ?? []).filter(
      (word) => !/^(?:from|to|and|the|de|las|la|los|el|من|الي|الساعه|am|pm|hrs|a)$/.test(word),
    ).length <= 1
  )
}

export function dayCount(week: WeeklyHours): number {
  return weekdays.filter((day) => week[day] !== undefined).length
}

/** The first statement about a day wins; hours of several lines make one week. */
export function joinWeeks(weeks: readonly WeeklyHours[]): WeeklyHours {
  return Object.fromEntries(
    weekdays.flatMap((day) => {
      const intervals = weeks.find((week) => week[day] !== undefined)?.[day]
      return intervals === undefined ? [] : [[day, intervals]]
    }),
  )
}

/** Whether a clause in folded text tells when the door is open, and not when something is on. */
export function isOfTheDoor(clause: string, heading: string): boolean {
  if (other.test(clause)) return false
  return about.test(clause) || clause.search(closed) >= 0 || about.test(fold(heading))
}

export { intervals as rangesIn, closed as closedWords }
